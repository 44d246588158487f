// One frame: the visitor's screen, the fixed bar, and what lies over or beside them.
#include <algorithm>

#include "kiosk/app/app.h"
#include "kiosk/screens/layout.h"

namespace chunhui::app {
namespace {

using kit::Box;
using kit::Role;
using kit::Ui;

constexpr float kBannerPadding = 3;
constexpr float kStaffShare = 0.62F;      // of an upright panel's height
constexpr float kStaffShareLying = 0.5F;  // of a lying panel's width
constexpr float kStaffStrip = 28;         // while it stands aside
constexpr float kStaffColumn = 56;        // the same on a small lying panel

constexpr float kDisc = 46;

std::string BannerKey(Banner banner) { return std::string(NameOf(banner)) + ".banner"; }

std::string BannerWords(const kit::Words& words, Banner banner) {
  return words.Text(BannerKey(banner));
}

// What staff keep while they stand aside: a strip at the top, or at the side of a panel that has no
// height to spare.
Box TakeStrip(const kit::Panel& panel, Box& area) {
  return panel.landscape() && kit::IsSmall(panel) ? area.TakeRight(kStaffColumn)
                                                  : area.TakeTop(kStaffStrip);
}

// An icon and what it says, in the middle of a sheet.
void DrawNote(Ui& ui, const Box& page, const std::string& id, const std::string& words,
              const char* icon) {
  const Box sheet = ui.Sheet(page);
  const float words_h = ui.MeasureHeight(Role::kLabel, words, sheet.w);
  const float disc = std::min(kDisc, std::max(0.0F, sheet.h - words_h - ui.gap()));
  Box inside = sheet.Centered(sheet.w, disc + ui.gap() + words_h);
  ui.IconDisc(inside.TakeTop(disc, ui.gap()).Centered(disc, disc), icon, kit::Hue::kSea);
  ui.Text(id, inside, words, {.role = Role::kLabel, .align = kit::Align::kCenter});
}

}  // namespace

// In reading order; the fixed bar with help is always the last.
void App::Draw(Ui& ui) {
  const Banner banner = BannerShown();
  Box area{0, 0, ui.panel().width_mm(), ui.panel().height_mm()};
  Box strip;
  ui.Announce(visit::NameOf(current_.place.screen), State());
  if (banner != Banner::kNone) {
    const float width = area.w - 2 * ui.space().margin;
    strip = area.TakeTop(ui.MeasureHeight(Role::kSecond, BannerWords(ui.words(), banner), width) +
                         2 * kBannerPadding);
  }
  Box staff_strip;
  if (staff_ && staff_aside_) staff_strip = TakeStrip(ui.panel(), area);
  ui.BeginIn(visit::NameOf(current_.place.screen), State(), area);
  DrawPage(ui);
  if (banner != Banner::kNone) DrawBanner(ui, strip, banner);
  if (staff_) staff_aside_ ? DrawStaffStrip(ui, staff_strip) : DrawStaff(ui);
  pressed_ = ui.Bar(current_.screen->Keys());
}

std::vector<std::string> App::own_parts() const {
  std::vector<std::string> parts;
  if (SheetShown() != Sheet::kNone) parts.push_back(PartOf(SheetShown()));
  if (BannerShown() != Banner::kNone) parts.push_back(PartOf(BannerShown()));
  if (!staff_) return parts;
  const staff_panel::At at = staff_aside_ ? staff_panel::At::kStrip : staff_->at();
  parts.push_back("staff." + std::string(staff_panel::NameOf(at)));
  return parts;
}

Banner App::BannerShown() const {
  if (current_.place.screen == ScreenName::kOutOfOrder) return Banner::kNone;
  if (practice_) return Banner::kPractice;
  if (parts_.office.away()) return Banner::kAway;
  if (parts_.office.unanswered() > 0) return Banner::kChecking;
  return pointing_ ? Banner::kPointing : Banner::kNone;
}

Sheet App::SheetShown() const {
  if (presence_ == Presence::kAsked) return Sheet::kStillThere;
  return reading_card() ? Sheet::kReadingCard : sheet_;
}

std::string_view App::State() const {
  const Sheet sheet = SheetShown();
  return sheet == Sheet::kNone ? current_.screen->State() : NameOf(sheet);
}

// A sheet takes the place of the page, which stays as it is for the time after.
void App::DrawPage(Ui& ui) {
  switch (SheetShown()) {
    case Sheet::kStillThere:
      return DrawAskSheet(ui);
    case Sheet::kReadingCard:
      return screens::DrawWaiting(ui, "card.wait", ui.words().Text("answer.wait"),
                                  ui.words().Text("who.looking"));
    case Sheet::kCardUnknown:
      return DrawSheet(ui);
    case Sheet::kNone:
      break;
  }
  if (staff_ && !staff_aside_) ui.Cover(StaffArea(ui.panel()));
  const Place place = current_.screen->Draw(ui);
  if (!place.stays()) next_ = place;
  ui.Cover(std::nullopt);
}

void App::DrawBanner(Ui& ui, const Box& strip, Banner banner) {
  ui.BeginIn("banner", {}, strip);
  if (banner == Banner::kPractice) ui.Band(strip.h);
  const Box inside = strip.Inset(ui.space().margin, kBannerPadding);
  ui.Text(BannerKey(banner), inside, BannerWords(ui.words(), banner),
          {.role = Role::kSecond, .align = kit::Align::kCenter, .bold = true});
}

void App::DrawAskSheet(Ui& ui) {
  const kit::Words& words = ui.words();
  ui.Title(words.Text("idle.ask"), {}, {}, false, words.Voice("idle.ask"));
  Box page = ui.page();
  const Box yes = page.TakeBottom(ui.space().main_button, ui.gap());
  const int seconds = idle_.SecondsLeft(now_ms_, current_.screen->long_page());
  DrawNote(ui, page, "idle.left", words.Text("idle.left", {{"seconds", seconds}}),
           "hourglass_empty");
  ui.Button("idle.yes", yes,
            {.words = words.Text("idle.yes"), .icon = "check", .kind = kit::ButtonKind::kMain});
}

void App::DrawSheet(Ui& ui) {
  const std::string key = "card.unknown";
  const kit::Words& words = ui.words();
  ui.Title(words.Text(key + ".title"));
  Box page = ui.page();
  const Box ok = page.TakeBottom(ui.space().main_button, ui.gap());
  DrawNote(ui, page, key + ".text", words.Text(key + ".text"), "contactless");
  if (ui.Button(
          key + ".ok", ok,
          {.words = words.Text(key + ".ok"), .icon = "check", .kind = kit::ButtonKind::kMain})) {
    sheet_ = Sheet::kNone;
  }
}

// Beside the visit: the upper part of an upright panel, the right part of a lying one. What is seen
// of the page below it goes on answering: the last yes is the visitor's.
// A small panel holds one page at a time: the visitor's is one tap away.
Box App::StaffArea(const kit::Panel& panel) const {
  Box area{0, 0, panel.width_mm(), panel.height_mm()};
  if (staff_aside_) return TakeStrip(panel, area);
  if (kit::IsSmall(panel)) return area;
  return panel.landscape() ? area.TakeRight(area.w * kStaffShareLying)
                           : area.TakeTop(area.h * kStaffShare);
}

void App::DrawStaff(Ui& ui) {
  ui.BeginIn("staff", staff_->State(), StaffArea(ui.panel()));
  staff_wish_ = staff_->Draw(ui, Device());
}

void App::DrawStaffStrip(Ui& ui, const Box& strip) {
  ui.BeginIn("staff", "aside", strip);
  staff_wish_ = staff_->DrawStrip(ui);
}

}  // namespace chunhui::app
