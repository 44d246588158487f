// Meals: the weekly menu of each station, what a resident pays, bookings that never oversell, and
// the kitchen's sheet. Knows nothing of payment: money here is only what is shown and owed.
#pragma once

#include <string>
#include <vector>

#include "chunhui/v1/meals.pb.h"
#include "chunhui/v1/residents.pb.h"
#include "core/store/db.h"
#include "core/store/migrate.h"
#include "services/calls/call.h"
#include "services/calls/method.h"
#include "services/calls/outcome.h"

namespace chunhui::meals {

extern const store::Migration kMealsMigrations[1];

// The calls of MealService; their contract is in meals.proto.
calls::Outcome<v1::GetMenuResponse> GetMenu(calls::Call& call, const v1::GetMenuRequest& request);
calls::Outcome<v1::QuoteMealsResponse> QuoteMeals(calls::Call& call,
                                                  const v1::QuoteMealsRequest& request);
calls::Outcome<v1::BookMealResponse> BookMeal(calls::Call& call,
                                              const v1::BookMealRequest& request);
calls::Outcome<v1::CancelMealResponse> CancelMeal(calls::Call& call,
                                                  const v1::CancelMealRequest& request);
calls::Outcome<v1::ListMealBookingsResponse> ListMealBookings(
    calls::Call& call, const v1::ListMealBookingsRequest& request);
calls::Outcome<v1::GetUsualMealResponse> GetUsualMeal(calls::Call& call,
                                                      const v1::GetUsualMealRequest& request);
calls::Outcome<v1::GetKitchenSheetResponse> GetKitchenSheet(
    calls::Call& call, const v1::GetKitchenSheetRequest& request);
calls::Outcome<v1::PublishMenuResponse> PublishMenu(calls::Call& call,
                                                    const v1::PublishMenuRequest& request);

void AddMealsMethods(calls::MethodTable& table);

// What PublishMenu does, without its rights: for the office itself. All dishes or none;
// a wrong one is named like "dishes[2].price_fen", counted from 0.
using DishInputs = google::protobuf::RepeatedPtrField<v1::MenuDishInput>;
calls::Outcome<v1::PublishMenuResponse> PublishDishes(calls::Call& call,
                                                      const std::string& station_id,
                                                      const DishInputs& dishes, bool dry_run);

// Until when a meal can be booked and cancelled: `minutes` after midnight, `days_before` its day.
// Holds for a station and all below it that have no row of their own; an empty station holds
// everywhere. Out of the box: breakfast and lunch 16:00 the day before, dinner 14:30 (RULES 4).
// A kitchen that cooks on demand says lunch, 0 days before, 9:30.
struct CutOff {
  std::string station_id;
  v1::MealPeriod period = v1::MEAL_PERIOD_UNSPECIFIED;
  int days_before = 0;  // 0..7
  int minutes = 0;      // 0..1440
};
void PutCutOff(store::Db& db, const CutOff& cut_off);

// One row of the subsidy table: either `percent` off or an amount. Ages are those on the day of the
// meal, both ends included. Caps count the resident's subsidised bookings of that day and of that
// week (Monday to Sunday); 0 is no cap.
struct SubsidyRow {
  v1::SubsidyClass subsidy_class = v1::SUBSIDY_CLASS_UNSPECIFIED;  // unspecified: by age alone
  int age_from = 0;
  int age_to = 200;
  int percent = 0;         // off the price, 0..100
  int64_t amount_fen = 0;  // used when `percent` is 0
  int day_cap = 0;
  int week_cap = 0;
  bool only_above = false;  // only when the price exceeds the amount
};

// The whole table of a station and of all below it that have none of their own; an empty station
// holds everywhere. Replaces that station's table; frozen prices of bookings stay as they are.
// Out of the box: 60-69 20 %, 70-79 30 %, 80-89 40 %, 90 and over free, class "special" 15 yuan;
// each once a day and five times a week (RULES 4).
void PutSubsidyTable(store::Db& db, const std::string& station_id,
                     const std::vector<SubsidyRow>& rows);

// Cancels what is booked from today on by residents whose record was closed meanwhile. Goes through
// up to 500 residents behind `after` and answers the last of them; empty: there are no more. Called
// by the office's timer.
std::string CancelOfClosed(calls::Call& call, const std::string& after);

}  // namespace chunhui::meals
