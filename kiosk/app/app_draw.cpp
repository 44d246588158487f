// One frame: the visitor's screen, the fixed bar, and what lies over or beside them.
#include <algorithm>

#include "kiosk/app/app.h"

namespace chunhui::app {
namespace {

using kit::Box;
using kit::Role;
using kit::Ui;

constexpr float kBannerPadding = 3;
constexpr float kStaffShare = 0.62F;      // of an upright panel's height
constexpr float kStaffShareLying = 0.5F;  // of a lying panel's width

// In the middle of the page, as high as its words and its button need.
Box SheetBox(const Box& page, float height) {
  return page.Centered(std::min(page.w, 250.0F), std::min(page.h, height));
}

}  // namespace

void App::Draw(Ui& ui) {
  DrawVisit(ui);
  if (staff_) DrawStaff(ui);
}

kit::BarKeys App::Keys() const {
  kit::BarKeys keys = current_.screen->Keys();
  if (presence_ == Presence::kAsked) keys.back = keys.back && sheet_ == Sheet::kNone;
  return keys;
}

std::string App::BannerWords(const Ui& ui) const {
  if (current_.place.screen == ScreenName::kOutOfOrder) return {};
  if (parts_.office.away()) return ui.words().Text("away.banner");
  return parts_.office.unanswered() > 0 ? ui.words().Text("checking.banner") : std::string();
}

void App::DrawVisit(Ui& ui) {
  const std::string_view name = visit::NameOf(current_.place.screen);
  const std::string_view state = current_.screen->State();
  const std::string banner = BannerWords(ui);
  Box area{0, 0, ui.panel().width_mm(), ui.panel().height_mm()};
  Box strip;
  if (!banner.empty()) {
    const float width = area.w - 2 * kit::kPageMargin;
    strip = area.TakeTop(ui.MeasureHeight(Role::kSecond, banner, width) + 2 * kBannerPadding);
  }
  ui.BeginIn(name, state, area);
  const Box page = ui.page();
  const bool asked = presence_ == Presence::kAsked;
  ui.SetListening(!asked && sheet_ == Sheet::kNone && !staff_);
  const Place place = current_.screen->Draw(ui);
  if (!place.stays()) next_ = place;
  ui.SetListening(true);
  if (asked) {
    DrawAskSheet(ui, page);
  } else if (sheet_ != Sheet::kNone) {
    DrawSheet(ui, page);
  }
  pressed_ = ui.Bar(Keys());
  if (!banner.empty()) DrawBanner(ui, strip);
}

void App::DrawBanner(Ui& ui, const Box& strip) {
  ui.BeginIn("banner", {}, strip);
  const Box inside = strip.Inset(kit::kPageMargin, kBannerPadding);
  const bool away = parts_.office.away();
  ui.Text(away ? "away.banner" : "checking.banner", inside,
          ui.words().Text(away ? "away.banner" : "checking.banner"),
          {.role = Role::kSecond, .align = kit::Align::kCenter, .bold = true});
}

void App::DrawAskSheet(Ui& ui, const Box& page) {
  const kit::Words& words = ui.words();
  const int seconds = idle_.SecondsLeft(now_ms_, current_.screen->long_page());
  const float button_h = kit::kMainButtonHeight;
  const float words_h = ui.line(Role::kTitle) + 2 * ui.line(Role::kBody);
  Box inside = ui.Sheet(SheetBox(page, words_h + button_h + 5 * kit::kGap));
  ui.Button("idle.yes", inside.TakeBottom(button_h, kit::kGap),
            {.words = words.Text("idle.yes"), .icon = "check", .kind = kit::ButtonKind::kMain});
  const float title_h = ui.MeasureHeight(Role::kTitle, words.Text("idle.ask"), inside.w);
  ui.Text("idle.ask", inside.TakeTop(title_h, kit::kGap), words.Text("idle.ask"),
          {.role = Role::kTitle, .align = kit::Align::kCenter, .voice = words.Voice("idle.ask")});
  ui.Text("idle.left", inside, words.Text("idle.left", {{"seconds", seconds}}),
          {.align = kit::Align::kCenter});
}

void App::DrawSheet(Ui& ui, const Box& page) {
  const std::string key = sheet_ == Sheet::kListen ? "listen" : "card.unknown";
  const kit::Words& words = ui.words();
  const std::string title = words.Text(key + ".title");
  const std::string text = words.Text(key + ".text");
  const float width = SheetBox(page, page.h).w - 2 * kit::kGap;
  const float button_h = kit::kSecondButtonHeight;
  const float title_h = ui.MeasureHeight(Role::kLabel, title, width);
  const float text_h = ui.MeasureHeight(Role::kBody, text, width);
  Box inside = ui.Sheet(SheetBox(page, title_h + text_h + button_h + 4 * kit::kGap));
  const Box ok = inside.TakeBottom(button_h, kit::kGap);
  ui.Text(key + ".title", inside.TakeTop(title_h, kit::kGap), title, {.role = Role::kLabel});
  ui.Text(key + ".text", inside, text);
  if (ui.Button(key + ".ok", ok, {.words = words.Text(key + ".ok"), .icon = "check"})) {
    sheet_ = Sheet::kNone;
  }
}

// Beside the visit: the upper part of an upright panel, the right part of a lying one. The page
// behind it stays as it is and answers nothing meanwhile.
void App::DrawStaff(Ui& ui) {
  Box area{0, 0, ui.panel().width_mm(), ui.panel().height_mm()};
  area = ui.landscape() ? area.TakeRight(area.w * kStaffShareLying)
                        : area.TakeTop(area.h * kStaffShare);
  ui.BeginIn("staff", staff_->State(), area);
  if (!staff_->Draw(ui)) staff_leaves_ = true;
}

}  // namespace chunhui::app
