#include "services/meals/pricing.h"

namespace chunhui::meals {
namespace {

// The subsidised meals of that week and of that day. Who did not come got no subsidy, so only what
// is booked or eaten counts.
void CountSubsidised(store::Db& db, const std::string& resident_id, time::Date date, Diner& diner) {
  const time::Date monday = date.week_monday();
  auto query = db.Prepare(
      "SELECT count(*), coalesce(sum(date = ?), 0) FROM meal_bookings WHERE resident_id = ?"
      " AND date BETWEEN ? AND ? AND state <> 2 AND state IN (?, ?) AND subsidy_fen > 0",
      date.ToYyyymmdd(), resident_id, monday.ToYyyymmdd(), monday.AddDays(6).ToYyyymmdd(),
      v1::MEAL_BOOKING_STATE_BOOKED, v1::MEAL_BOOKING_STATE_PICKED_UP);
  query.Step();
  diner.subsidised_that_week = static_cast<int>(query.Int(0));
  diner.subsidised_that_day = static_cast<int>(query.Int(1));
}

}  // namespace

Pricing::Pricing(store::Db& db, const residents::Resident& resident, const StationPath& path,
                 time::Date date)
    : table_(SubsidyTableOf(db, path)) {
  diner_.subsidy_class = resident.subsidy_class;
  diner_.age_years = residents::AgeOn(resident, date);
  if (!MayBeSubsidised(table_, diner_)) return;
  CountSubsidised(db, resident.resident_id, date, diner_);
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
