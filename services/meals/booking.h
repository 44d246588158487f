// One booked portion, as it is stored.
#pragma once

#include <optional>
#include <string>

#include "core/time/date.h"
#include "services/meals/dish.h"
#include "services/meals/meals.h"

namespace chunhui::meals {

struct Booking {
  std::string booking_id;
  std::string dish_id;
  std::string resident_id;
  std::string station_id;
  time::Date date;
  v1::MealPeriod period = v1::MEAL_PERIOD_UNSPECIFIED;
  v1::MealBookingState state = v1::MEAL_BOOKING_STATE_UNSPECIFIED;
  int64_t price_fen = 0;
  int64_t subsidy_fen = 0;
  bool take_away = false;
  std::string visit_id;
};

std::optional<Booking> FindBooking(store::Db& db, const std::string& booking_id);

// True when the resident has a meal then that is not cancelled, at any station.
bool HasMeal(store::Db& db, const std::string& resident_id, time::Date date, v1::MealPeriod period);

// Cancels it and puts its portion back on the menu.
void GiveBack(calls::Call& call, Booking& booking);

// With its dish as it is on the menu now; `can_cancel` is that of the resident.
v1::MealBooking ToWire(store::Db& db, const Booking& booking, time::Instant now);
// The same, with what the caller has read already.
v1::MealBooking ToWire(const Booking& booking, const Dish& dish, const CutOffs& cut_offs,
                       time::Instant now);

}  // namespace chunhui::meals
