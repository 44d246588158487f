// What one resident pays at one station (given by its path) on one day.
#pragma once

#include <string>
#include <vector>

#include "core/time/date.h"
#include "services/meals/dish.h"
#include "services/meals/subsidy.h"
#include "services/residents/residents.h"

namespace chunhui::meals {

// Reads the rules and the resident's bookings of that week once; quotes the next booking.
class Pricing {
 public:
  Pricing(store::Db& db, const residents::Resident& resident, const StationPath& path,
          time::Date date);

  // `dish` must be of that station and day.
  v1::MealQuote Quote(const Dish& dish) const;

 private:
  std::vector<SubsidyRow> table_;
  Diner diner_;
};

}  // namespace chunhui::meals
