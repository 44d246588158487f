// One dish of a menu, as it is stored.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/time/date.h"
#include "services/meals/cut_off.h"
#include "services/meals/meals.h"

namespace chunhui::meals {

struct Dish {
  std::string dish_id;
  std::string station_id;
  time::Date date;
  v1::MealPeriod period = v1::MEAL_PERIOD_UNSPECIFIED;
  std::string name;
  std::string sides;
  int64_t price_fen = 0;
  std::string picture;
  unsigned diet_tags = 0;  // one bit per v1::DietTag
  int portions = 0;
  int taken = 0;  // sold or leased
  std::string name_en;
  std::string sides_en;
};

std::optional<Dish> FindDish(store::Db& db, const std::string& dish_id);
// Both days included, in the order of the menu.
std::vector<Dish> DishesBetween(store::Db& db, const std::string& station_id, time::Date first,
                                time::Date last);
// The same dish on a station's menu of one day and meal.
std::optional<Dish> FindDishNamed(store::Db& db, const std::string& station_id, time::Date date,
                                  v1::MealPeriod period, const std::string& name);

v1::MenuDish ToWire(const Dish& dish, const CutOffs& cut_offs);

}  // namespace chunhui::meals
