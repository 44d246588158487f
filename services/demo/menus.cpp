#include "services/demo/menus.h"

#include <algorithm>

#include "services/calls/wire.h"

namespace chunhui::demo {
namespace {

std::vector<v1::MenuDishInput> OnlyFor(const std::vector<v1::MenuDishInput>& dishes,
                                       v1::MealPeriod period) {
  std::vector<v1::MenuDishInput> chosen;
  std::ranges::copy_if(dishes, std::back_inserter(chosen),
                       [&](const v1::MenuDishInput& dish) { return dish.period() == period; });
  return chosen;
}

// Takes the dishes in turn, so that none comes back before all others have been there.
class Turn {
 public:
  Turn(std::vector<v1::MenuDishInput> dishes, uint64_t seed)
      : dishes_(std::move(dishes)), next_(seed) {}

  v1::MenuDishInput Take(time::Date date) {
    v1::MenuDishInput dish = dishes_[next_++ % dishes_.size()];
    *dish.mutable_date() = calls::ToWire(date);
    return dish;
  }

 private:
  std::vector<v1::MenuDishInput> dishes_;
  uint64_t next_;
};

}  // namespace

std::vector<v1::MenuDishInput> PlanMenus(const std::vector<v1::MenuDishInput>& dishes,
                                         time::Date today, uint64_t seed) {
  Turn breakfasts(OnlyFor(dishes, v1::MEAL_PERIOD_BREAKFAST), seed);
  Turn lunches(OnlyFor(dishes, v1::MEAL_PERIOD_LUNCH), seed * kLunchesADay);
  Turn dinners(OnlyFor(dishes, v1::MEAL_PERIOD_DINNER), seed);
  std::vector<v1::MenuDishInput> menus;
  for (int day = 0; day < kMenuDays; ++day) {
    const time::Date date = today.AddDays(day);
    const bool weekend = date.weekday() >= time::Weekday::kSaturday;
    if (!weekend) menus.push_back(breakfasts.Take(date));
    for (int i = 0; i < kLunchesADay; ++i) menus.push_back(lunches.Take(date));
    if (day == 1) menus.back().set_portions(kScarcePortions);
    if (day % 2 == 1) menus.push_back(dinners.Take(date));
  }
  return menus;
}

}  // namespace chunhui::demo
