#include "services/meals/pricing.h"

namespace chunhui::meals {
namespace {

// Who did not come got no subsidy, so only what is booked or eaten counts.
int CountSubsidised(store::Db& db, const std::string& resident_id, time::Date first,
                    time::Date last) {
  auto query = db.Prepare(
      "SELECT count(*) FROM meal_bookings WHERE resident_id = ? AND date BETWEEN ? AND ?"
      " AND state <> 2 AND state IN (?, ?) AND subsidy_fen > 0",
      resident_id, first.ToYyyymmdd(), last.ToYyyymmdd(), v1::MEAL_BOOKING_STATE_BOOKED,
      v1::MEAL_BOOKING_STATE_PICKED_UP);
  query.Step();
  return static_cast<int>(query.Int(0));
}

}  // namespace

Pricing::Pricing(store::Db& db, const residents::Resident& resident, const std::string& station_id,
                 time::Date date)
    : table_(SubsidyTableOf(db, station_id)) {
  const time::Date monday = date.week_monday();
  diner_.subsidy_class = resident.subsidy_class;
  diner_.age_years = residents::AgeOn(resident, date);
  diner_.subsidised_that_day = CountSubsidised(db, resident.resident_id, date, date);
  diner_.subsidised_that_week =
      CountSubsidised(db, resident.resident_id, monday, monday.AddDays(6));
}

v1::MealQuote Pricing::Quote(const Dish& dish) const {
  const Subsidy subsidy = BestSubsidy(table_, diner_, dish.price_fen);
  v1::MealQuote quote;
  quote.set_menu_dish_id(dish.dish_id);
  quote.set_price_fen(dish.price_fen);
  quote.set_subsidy_fen(subsidy.fen);
  quote.set_pay_fen(dish.price_fen - subsidy.fen);
  quote.set_rule(subsidy.rule);
  return quote;
}

}  // namespace chunhui::meals
