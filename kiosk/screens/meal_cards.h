// Dishes as cards and meals as days: what the meals screen shows before it books anything.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chunhui/v1/meals.pb.h"
#include "core/time/date.h"
#include "core/time/instant.h"
#include "kiosk/kit/ui.h"

namespace chunhui::screens {

// One meal of one day with its dishes, as they stand on the menu.
struct Meal {
  time::Date date;
  v1::MealPeriod period = v1::MEAL_PERIOD_LUNCH;
  std::vector<v1::MenuDish> dishes;

  bool OpenAt(time::Instant now) const;  // at least one dish can still be ordered by time
};

// Earliest first; `today` and later only.
std::vector<Meal> MealsOf(const std::vector<v1::MenuDish>& menu, time::Date today);

std::string MealTitle(const kit::Words& words, time::Date today, time::Date date,
                      v1::MealPeriod period);
kit::CardLook DayCard(const kit::Words& words, const Meal& meal, time::Instant now);
// `pay_fen` when it is known what the visitor pays.
kit::CardLook DishCard(const kit::Words& words, const v1::MenuDish& dish,
                       std::optional<int64_t> pay_fen, time::Instant now);
// What the visitor had last time, as the first card.
kit::CardLook UsualCard(const kit::Words& words, const v1::GetUsualMealResponse& usual,
                        time::Date today);

}  // namespace chunhui::screens
