#include "kiosk/screens/home.h"

#include <algorithm>
#include <vector>

#include "core/time/local_time.h"
#include "kiosk/screens/layout.h"
#include "kiosk/screens/meal_cards.h"
#include "kiosk/screens/phrases.h"

namespace chunhui::screens {
namespace {

using kit::Box;
using kit::Ui;
using kit::Words;

// The commonest job gets the largest tile: the first row upright, the first column lying.
std::vector<Box> TileBoxes(const Ui& ui) {
  Box page = ui.page();
  const float share = kit::IsSmall(ui.panel()) ? 0.27F : 1 / 3.0F;
  const Box first = ui.landscape() ? page.TakeLeft((page.w - 2 * ui.gap()) / 3, ui.gap())
                                   : page.TakeTop((page.h - 2 * ui.gap()) * share, ui.gap());
  std::vector<Box> boxes = page.Grid(2, 2, ui.gap());
  boxes.insert(boxes.begin(), first);
  return boxes;
}

}  // namespace

Place HomeScreen::Draw(Ui& ui) {
  const Words& words = ui.words();
  ui.StandLow();
  ui.Title(Greeting(words), words.Text("home.question"), ClockNow(ui, clock_), true);
  const std::vector<Job> jobs = Jobs(words);
  const std::vector<Box> boxes = TileBoxes(ui);
  std::vector<kit::TileLook> equals;
  for (size_t i = 1; i < jobs.size(); ++i) equals.push_back(jobs[i].look);
  Place next = Place::Here();
  for (size_t i = 0; i < jobs.size(); ++i) {
    if (i == 1) ui.AlignTiles(equals, boxes[1]);
    if (ui.Tile(jobs[i].id, boxes[i], jobs[i].look)) next = Place::To(jobs[i].screen);
    if (i == 0) DrawNextDish(ui, boxes[0]);
  }
  ui.AlignTiles({}, {});
  return next;
}

std::vector<HomeScreen::Job> HomeScreen::Jobs(const Words& words) const {
  const auto look = [&](std::string_view key, std::string second, const char* icon, kit::Hue hue) {
    return kit::TileLook{
        .words = words.Text(key), .second = std::move(second), .icon = icon, .hue = hue};
  };
  return {
      {"home.meals", ScreenName::kMeals,
       look("home.meals", MealsMore(words), "restaurant", kit::Hue::kMaple)},
      {"home.events", ScreenName::kEvents,
       look("home.events", EventsMore(words), "event", kit::Hue::kSea)},
      {"home.pension", ScreenName::kPension,
       look("home.pension", words.Text("home.pension_more"), "verified_user", kit::Hue::kPine)},
      {"home.mine", ScreenName::kMine,
       look("home.mine", words.Text("home.mine_more"), "list_alt", kit::Hue::kBark)},
      {"home.notices", ScreenName::kNotices,
       look("home.notices", NoticesMore(words), "campaign", kit::Hue::kClay)},
  };
}

std::string HomeScreen::Greeting(const Words& words) const {
  const int hour = time::LocalTimeOfDay(clock_.now()).hour();
  const std::string_view key = hour < 11   ? "home.morning"
                               : hour < 13 ? "home.noon"
                               : hour < 18 ? "home.afternoon"
                                           : "home.evening";
  return words.Text(key, {{"name", visit_.display_name()}});
}

// A picture of what is cooked next, in the free corner of the large tile.
void HomeScreen::DrawNextDish(Ui& ui, const Box& tile) const {
  constexpr float kPicture = 34;
  constexpr float kCorner = 12;
  const bool room = tile.w > 2.2F * kPicture + 3 * kCorner && tile.h > 2.4F * kPicture;
  const auto meal = NextMeal();
  if (!meal || !room) return;
  ui.Image("home.dish", {tile.right() - kPicture - kCorner, tile.y + kCorner, kPicture, kPicture},
           meal->dishes.front().picture());
}

std::optional<Meal> HomeScreen::NextMeal() const {
  const time::Date today = time::LocalDate(clock_.now());
  for (Meal& meal : MealsOf(office_.known().menu, today)) {
    if (meal.OpenAt(clock_.now())) return std::move(meal);
  }
  return {};
}

// What is cooked next: the first dishes of the next meal that can be booked.
std::string HomeScreen::MealsMore(const Words& words) const {
  constexpr size_t kNamesMax = 2;
  const auto meal = NextMeal();
  if (!meal) return words.Text("home.meals_more");
  std::vector<std::string> names;
  for (const v1::MenuDish& dish : meal->dishes) {
    if (names.size() < kNamesMax) names.push_back(DishName(words, dish));
  }
  const time::Date today = time::LocalDate(clock_.now());
  return words.Text("home.meals_next", {{"day", DayName(words, today, meal->date)},
                                        {"dishes", Joined(names, words.Text("list.joint"))}});
}

std::string HomeScreen::EventsMore(const Words& words) const {
  const time::Instant now = clock_.now();
  const std::vector<v1::Event>& events = office_.known().events;
  const auto today = std::count_if(events.begin(), events.end(), [&](const v1::Event& event) {
    const time::Instant starts = ToInstant(event.starts_at());
    return starts > now && time::LocalDate(starts) == time::LocalDate(now);
  });
  if (today == 0) return words.Text("home.events_more");
  return words.Text("home.events_today", {{"count", static_cast<int64_t>(today)}});
}

std::string HomeScreen::NoticesMore(const Words& words) const {
  const size_t count = office_.known().NoticesAt(clock_.now()).size();
  if (count == 0) return words.Text("home.notices_none");
  return words.Text("home.notices_more", {{"count", static_cast<int64_t>(count)}});
}

}  // namespace chunhui::screens
