#include "kiosk/screens/meal_cards.h"

#include <algorithm>

#include "kiosk/screens/phrases.h"

namespace chunhui::screens {
namespace {

constexpr size_t kNamesOnDayCard = 3;

}  // namespace

bool Meal::OpenAt(time::Instant now) const {
  return std::any_of(dishes.begin(), dishes.end(), [&](const v1::MenuDish& dish) {
    return now < ToInstant(dish.booking_closes_at());
  });
}

std::vector<Meal> MealsOf(const std::vector<v1::MenuDish>& menu, time::Date today) {
  std::vector<Meal> meals;
  for (const v1::MenuDish& dish : menu) {
    const time::Date date = ToDate(dish.date());
    if (date < today) continue;
    const auto same = std::find_if(meals.begin(), meals.end(), [&](const Meal& meal) {
      return meal.date == date && meal.period == dish.period();
    });
    if (same != meals.end()) {
      same->dishes.push_back(dish);
    } else {
      meals.push_back({date, dish.period(), {dish}});
    }
  }
  return meals;
}

std::string MealTitle(const kit::Words& words, time::Date today, time::Date date,
                      v1::MealPeriod period) {
  return MealName(words, period, DayName(words, today, date));
}

kit::CardLook DayCard(const kit::Words& words, const Meal& meal, time::Instant now) {
  std::vector<std::string> names;
  for (const v1::MenuDish& dish : meal.dishes) {
    if (names.size() < kNamesOnDayCard) names.push_back(DishName(words, dish));
  }
  const bool open = meal.OpenAt(now);
  return {.picture = meal.dishes.front().picture(),
          .title = MealTitle(words, time::LocalDate(now), meal.date, meal.period),
          .lines = {FullDay(words, meal.date), Joined(names, words.Text("list.joint"))},
          .status = open ? std::string() : words.Text("meals.day_closed"),
          .state = open ? kit::CardState::kNormal : kit::CardState::kSoldOut,
          .arrow = true};
}

kit::CardLook DishCard(const kit::Words& words, const v1::MenuDish& dish,
                       std::optional<int64_t> pay_fen, time::Instant now) {
  kit::CardLook look{.picture = dish.picture(),
                     .title = DishName(words, dish),
                     .lines = {DishSides(words, dish)},
                     .tags = DietWords(words, dish),
                     .price_fen = pay_fen.value_or(dish.price_fen()),
                     .price_caption = words.Text(pay_fen ? "meals.you_pay" : "meals.price")};
  if (dish.sides().empty()) look.lines.clear();
  if (now >= ToInstant(dish.booking_closes_at())) {
    look.status = words.Text("meals.closed");
    look.state = kit::CardState::kSoldOut;
  } else if (dish.portions_left() <= 0) {
    look.status = words.Text("meals.soldout");
    look.state = kit::CardState::kSoldOut;
  } else {
    look.status = words.Text("meals.left", {{"count", dish.portions_left()}});
  }
  return look;
}

kit::CardLook UsualCard(const kit::Words& words, const v1::GetUsualMealResponse& usual,
                        time::Date today) {
  return {.icon = "replay",
          .title = words.Text("meals.usual"),
          .lines = {DishName(words, usual.dish()),
                    MealTitle(words, today, ToDate(usual.dish().date()), usual.dish().period())},
          .price_fen = usual.quote().pay_fen(),
          .price_caption = words.Text("meals.you_pay")};
}

}  // namespace chunhui::screens
