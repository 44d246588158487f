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

constexpr float kDisc = 46;

// An icon and what it says, in the middle of a sheet.
void DrawNote(Ui& ui, const Box& page, const std::string& id, const std::string& words,
              const char* icon) {
  const Box sheet = ui.Sheet(page);
  const float words_h = ui.MeasureHeight(Role::kLabel, words, sheet.w);
  const float disc = std::min(kDisc, std::max(0.0F, sheet.h - words_h - kit::kGap));
  Box inside = sheet.Centered(sheet.w, disc + kit::kGap + words_h);
  ui.IconDisc(inside.TakeTop(disc, kit::kGap).Centered(disc, disc), icon, kit::Hue::kSea);
  ui.Text(id, inside, words, {.role = Role::kLabel, .align = kit::Align::kCenter});
}

}  // namespace

// In reading order; the fixed bar with help is always the last.
void App::Draw(Ui& ui) {
  const std::string banner = BannerWords(ui);
  Box area{0, 0, ui.panel().width_mm(), ui.panel().height_mm()};
  Box strip;
  if (!banner.empty()) {
    const float width = area.w - 2 * kit::kPageMargin;
    strip = area.TakeTop(ui.MeasureHeight(Role::kSecond, banner, width) + 2 * kBannerPadding);
  }
  Box staff_strip;
  if (staff_ && staff_aside_) staff_strip = area.TakeTop(kStaffStrip);
  ui.BeginIn(visit::NameOf(current_.place.screen), State(), area);
  DrawPage(ui);
  if (!banner.empty()) DrawBanner(ui, strip, banner);
  if (staff_) staff_aside_ ? DrawStaffStrip(ui, staff_strip) : DrawStaff(ui);
  pressed_ = ui.Bar(current_.screen->Keys());
}

std::string App::BannerWords(const Ui& ui) const {
  if (current_.place.screen == ScreenName::kOutOfOrder) return {};
  if (practice_) return ui.words().Text("practice.banner");
  if (parts_.office.away()) return ui.words().Text("away.banner");
  if (parts_.office.unanswered() > 0) return ui.words().Text("checking.banner");
  return pointing_ ? ui.words().Text("point.banner") : std::string();
}

std::string_view App::State() const {
  if (presence_ == Presence::kAsked) return "still_there";
  if (reading_card()) return "reading_card";
  switch (sheet_) {
    case Sheet::kCardUnknown:
      return "card_unknown";
    case Sheet::kNone:
      break;
  }
  return current_.screen->State();
}

// A sheet takes the place of the page, which stays as it is for the time after.
void App::DrawPage(Ui& ui) {
  if (presence_ == Presence::kAsked) return DrawAskSheet(ui);
  if (reading_card()) {
    return screens::DrawWaiting(ui, "card.wait", ui.words().Text("answer.wait"),
                                ui.words().Text("who.looking"));
  }
  if (sheet_ != Sheet::kNone) return DrawSheet(ui);
  if (staff_ && !staff_aside_) ui.Cover(StaffArea());
  const Place place = current_.screen->Draw(ui);
  if (!place.stays()) next_ = place;
  ui.Cover(std::nullopt);
}

void App::DrawBanner(Ui& ui, const Box& strip, const std::string& words) {
  ui.BeginIn("banner", {}, strip);
  const Box inside = practice_ ? ui.Band(strip.h).Inset(0, kBannerPadding)
                               : strip.Inset(kit::kPageMargin, kBannerPadding);
  const bool checking = parts_.office.unanswered() > 0;
  const char* id = practice_              ? "practice.banner"
                   : parts_.office.away() ? "away.banner"
                   : checking             ? "checking.banner"
                                          : "point.banner";
  ui.Text(id, inside, words, {.role = Role::kSecond, .align = kit::Align::kCenter, .bold = true});
}

void App::DrawAskSheet(Ui& ui) {
  const kit::Words& words = ui.words();
  ui.Title(words.Text("idle.ask"), {}, {}, false, words.Voice("idle.ask"));
  Box page = ui.page();
  const Box yes = page.TakeBottom(kit::kMainButtonHeight, kit::kGap);
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
  const Box ok = page.TakeBottom(kit::kMainButtonHeight, kit::kGap);
  DrawNote(ui, page, key + ".text", words.Text(key + ".text"), "contactless");
  if (ui.Button(
          key + ".ok", ok,
          {.words = words.Text(key + ".ok"), .icon = "check", .kind = kit::ButtonKind::kMain})) {
    sheet_ = Sheet::kNone;
  }
}

// Beside the visit: the upper part of an upright panel, the right part of a lying one. What is seen
// of the page below it goes on answering: the last yes is the visitor's.
Box App::StaffArea() const {
  const kit::Panel& panel = stage_.panel();
  Box area{0, 0, panel.width_mm(), panel.height_mm()};
  if (staff_aside_) return area.TakeTop(kStaffStrip);
  return panel.landscape() ? area.TakeRight(area.w * kStaffShareLying)
                           : area.TakeTop(area.h * kStaffShare);
}

void App::DrawStaff(Ui& ui) {
  ui.BeginIn("staff", staff_->State(), StaffArea());
  staff_wish_ = staff_->Draw(ui, Device());
}

void App::DrawStaffStrip(Ui& ui, const Box& strip) {
  ui.BeginIn("staff", "aside", strip);
  staff_wish_ = staff_->DrawStrip(ui);
}

}  // namespace chunhui::app
