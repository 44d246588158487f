#include "kiosk/screens/idle.h"

#include <algorithm>

#include "core/time/lunar.h"
#include "kiosk/screens/layout.h"
#include "kiosk/screens/phrases.h"

namespace chunhui::screens {
namespace {

using kit::Box;
using kit::Role;
using kit::Ui;
using kit::Words;

constexpr float kClockHeight = 58;
constexpr float kClockHeightLeast = 40;
constexpr float kHeaderAir = 4;
constexpr float kLyingHeaderShare = 0.42F;
constexpr float kNarrowHeaderShare = 0.35F;
constexpr float kOfferHeightMax = 62;

std::string LunarWords(const Words& words, time::Date date) {
  const auto lunar = time::LunarOf(date);
  if (!lunar) return {};
  const std::string day = words.chinese()
                              ? lunar->ToChinese()
                              : std::to_string(lunar->month) + "/" + std::to_string(lunar->day);
  const auto term = time::SolarTermOn(date);
  if (!term) return words.Text("idle.lunar", {{"day", day}});
  const std::string_view name =
      words.chinese() ? time::ChineseName(*term) : time::EnglishName(*term);
  return words.Text("idle.lunar_term", {{"day", day}, {"term", name}});
}

// A small panel on which a banner or staff stand above or beside the page.
bool Short(const Ui& ui) {
  return kit::IsSmall(ui.panel()) && (ui.area().y > 0 || ui.area().w < ui.panel().width_mm());
}

// The first day of the menu on which something can still be booked.
const v1::MenuDish* NextDish(const std::vector<v1::MenuDish>& menu, time::Instant now) {
  const auto open = std::find_if(menu.begin(), menu.end(), [&](const v1::MenuDish& dish) {
    return ToInstant(dish.booking_closes_at()) > now;
  });
  return open == menu.end() ? nullptr : &*open;
}

}  // namespace

Place IdleScreen::Draw(Ui& ui) { return DrawOffers(ui, DrawHeader(ui)); }

// Centre, clock and calendar: a band across an upright panel, a sheet at the left of a lying one.
Box IdleScreen::DrawHeader(Ui& ui) {
  const time::Instant now = clock_.now();
  const time::Date today = time::LocalDate(now);
  // The least of it gives way where something else takes height from the page.
  const std::string lunar = Short(ui) ? std::string() : LunarWords(ui.words(), today);
  std::string centre = StationName(ui.words(), office_.known().station);
  if (centre.empty()) centre = ui.words().Text("idle.welcome");
  const std::string date = FullDay(ui.words(), today);

  Box page = ui.page();
  const bool narrow = ui.area().w < ui.panel().width_mm();  // staff stand beside the page
  const float share = narrow ? kNarrowHeaderShare : kLyingHeaderShare;
  const float width = ui.landscape() ? page.w * share : page.w;
  const float text_w = ui.landscape() ? width - 2 * ui.space().margin : width;
  const bool large = ui.MeasureWidth(Role::kLabel, centre) <= text_w;
  const Role name_role = large ? Role::kLabel : Role::kBody;
  const float name_h = ui.MeasureHeight(name_role, centre, text_w);
  const float date_h = ui.MeasureHeight(Role::kTitle, date, text_w);
  const float lunar_h = lunar.empty() ? 0 : ui.MeasureHeight(Role::kBody, lunar, text_w);
  const float texts = name_h + date_h + lunar_h + ui.gap();
  Box inside;
  float clock_h = kit::IsSmall(ui.panel()) ? kClockHeightLeast : kClockHeight;
  if (ui.landscape()) {
    inside = ui.SheetOf(page.TakeLeft(width, ui.gap()), ui.theme().header);
    clock_h = std::clamp(inside.h - texts, kClockHeightLeast, 72.0F);
    inside = inside.Centered(inside.w, texts + clock_h);
  } else {
    const float least = texts + clock_h + 2 * ui.space().header_top + kHeaderAir;
    inside = ui.Band(std::max(least, ui.reach_top() - ui.area().y - ui.space().margin));
    inside.TakeTop(kHeaderAir);
    inside = inside.Centered(inside.w, texts + clock_h);
    page = ui.page();
  }
  ui.Text("idle.centre", inside.TakeTop(name_h, ui.gap() / 2), centre,
          {.role = name_role, .bold = true, .title = true});
  ui.Text("idle.clock", inside.TakeTop(clock_h, ui.gap() / 2), ClockNow(ui, clock_),
          {.role = Role::kClock});
  ui.Text("idle.date", inside.TakeTop(date_h), date, {.role = Role::kTitle});
  if (!lunar.empty()) ui.Text("idle.lunar", inside.TakeTop(lunar_h), lunar);
  return page;
}

Place IdleScreen::DrawOffers(Ui& ui, Box page) {
  const Words& words = ui.words();
  const bool small = kit::IsSmall(ui.panel());
  const float start_h = std::max(
      ui.space().main_target, std::min(ui.space().main_button, page.h * (small ? 0.22F : 0.28F)));
  const Box start = page.TakeBottom(start_h, ui.gap());
  // On a small panel the notice, which may be a warning in a whole sentence, gets more.
  const float share = small && (!ui.landscape() || Short(ui)) ? 1.6F : 1;
  const float each = std::max(kit::kTargetMin, (page.h - 2 * ui.gap()) / (2 + share));
  const float offer_h = ui.landscape() ? each : std::min(each, kOfferHeightMax);
  const std::vector<kit::CardLook> offers{MenuCard(words), EventsCard(words), NoticesCard(words)};
  const std::vector<kit::CardLook> alike{offers.begin(), offers.begin() + (small ? 2 : 3)};
  ui.AlignCards(alike, {page.x, page.y, page.w, offer_h});
  Place next = Place::Here();
  if (ui.Card("idle.menu", page.TakeTop(offer_h, ui.gap()), offers[0])) {
    next = Place::To(ScreenName::kMeals);
  }
  if (ui.Card("idle.events", page.TakeTop(offer_h, ui.gap()), offers[1])) {
    next = Place::To(ScreenName::kEvents);
  }
  if (small) ui.AlignCards({}, {});  // it has a box of its own size
  if (ui.Card("idle.notices", page.TakeTop(std::min(page.h, offer_h * share), ui.gap()),
              offers[2])) {
    next = Place::To(ScreenName::kNotices);
  }
  if (ui.Button("idle.start", start,
                {.words = words.Text("idle.start"),
                 .icon = "touch_app",
                 .kind = kit::ButtonKind::kMain,
                 .voice = words.Voice("idle.start")})) {
    next = Place::To(ScreenName::kWho);
  }
  return next;
}

kit::CardLook IdleScreen::MenuCard(const Words& words) const {
  const std::vector<v1::MenuDish>& menu = office_.known().menu;
  const v1::MenuDish* next = NextDish(menu, clock_.now());
  if (next == nullptr) {
    return {.picture = "🍚", .title = words.Text("idle.menu_none"), .arrow = true};
  }
  const int days = time::DaysBetween(time::LocalDate(clock_.now()), ToDate(next->date()));
  std::vector<std::string> names;
  for (const v1::MenuDish& dish : menu) {
    const bool same =
        ToDate(dish.date()) == ToDate(next->date()) && dish.period() == next->period();
    if (same && names.size() < 2) names.push_back(DishName(words, dish));
  }
  return {.picture = next->picture(),
          .title = words.Text(days == 0   ? "idle.menu_today"
                              : days == 1 ? "idle.menu_tomorrow"
                                          : "idle.menu_days"),
          .lines = {Joined(names, words.Text("list.joint"))},
          .arrow = true};
}

kit::CardLook IdleScreen::EventsCard(const Words& words) const {
  const time::Instant now = clock_.now();
  const time::Date today = time::LocalDate(now);
  for (const v1::Event& event : office_.known().events) {
    const time::Instant starts = ToInstant(event.starts_at());
    if (starts < now) continue;
    const bool is_today = time::LocalDate(starts) == today;
    const std::string at =
        is_today ? words.TimeOfDay(time::LocalTimeOfDay(starts)) : DayAndTime(words, today, starts);
    return {.picture = event.picture(),
            .title = words.Text(is_today ? "idle.events_today" : "idle.events_days"),
            .lines = {Joined({EventTitle(words, event), at}, words.Text("sentence.joint")),
                      EventPlace(words, event)},
            .arrow = true};
  }
  return {.picture = "📅", .title = words.Text("idle.events_none"), .arrow = true};
}

kit::CardLook IdleScreen::NoticesCard(const Words& words) const {
  const std::vector<v1::Notice> notices = office_.known().NoticesAt(clock_.now());
  kit::CardLook look{.icon = "campaign", .hue = kit::Hue::kClay, .arrow = true};
  if (notices.empty()) {
    look.title = words.Text("idle.notices_none");
  } else if (notices.front().kind() == v1::NOTICE_KIND_ANTI_FRAUD) {
    look.title = words.Text("idle.fraud", {{"title", NoticeTitle(words, notices.front())}});
    look.amber = true;
  } else {
    look.title = words.Text("idle.notices");
    look.lines = {NoticeTitle(words, notices.front())};
  }
  return look;
}

}  // namespace chunhui::screens
