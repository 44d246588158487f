// What the visitor would pay, dish by dish; and the meal of last time.
#include "services/calls/wire.h"
#include "services/meals/booking.h"
#include "services/meals/diners.h"
#include "services/meals/meals.h"
#include "services/meals/pricing.h"

namespace chunhui::meals {
namespace {

// Menus come by the week: a dish that is not on it in seven days is no longer the usual one.
constexpr int kUsualDays = 7;

struct LastMeal {
  std::string name;
  v1::MealPeriod period;
};

std::optional<LastMeal> FindLastMeal(store::Db& db, const std::string& resident_id) {
  auto query = db.Prepare(
      "SELECT d.name, b.period FROM meal_bookings b JOIN menu_dishes d USING (dish_id)"
      " WHERE b.resident_id = ? AND b.state <> 2 ORDER BY b.date DESC, b.period DESC LIMIT 1",
      resident_id);
  if (!query.Step()) return std::nullopt;
  return LastMeal{query.Text(0), static_cast<v1::MealPeriod>(query.Int(1))};
}

std::optional<Dish> FindUsual(calls::Call& call, const CutOffs& cut_offs) {
  const std::string& resident_id = call.visit().resident_id;
  const auto last = FindLastMeal(call.db(), resident_id);
  if (!last) return std::nullopt;
  for (int day = 0; day < kUsualDays; ++day) {
    const time::Date date = call.today().AddDays(day);
    if (call.now() >= cut_offs.ClosesAt(date, last->period)) continue;
    const auto dish = FindDishNamed(call.db(), call.station_id(), date, last->period, last->name);
    if (!dish || dish->taken >= dish->portions) continue;
    if (!HasMeal(call.db(), resident_id, date, last->period)) return dish;
  }
  return std::nullopt;
}

}  // namespace

calls::Outcome<v1::QuoteMealsResponse> QuoteMeals(calls::Call& call,
                                                  const v1::QuoteMealsRequest& request) {
  call.Audit({.resident_id = call.visit().resident_id});
  const auto date = calls::FromWire(request.date());
  if (!date) return calls::Malformed("date", "no such day");
  const auto diner = FindDiner(call, call.visit().resident_id);
  if (!diner.ok()) return diner.refusal();
  const StationPath path = PathOf(call.db(), call.station_id());
  const Pricing pricing(call.db(), diner.value(), path, *date);
  v1::QuoteMealsResponse response;
  for (const Dish& dish : DishesBetween(call.db(), call.station_id(), *date, *date)) {
    *response.add_quotes() = pricing.Quote(dish);
  }
  return response;
}

calls::Outcome<v1::GetUsualMealResponse> GetUsualMeal(calls::Call& call,
                                                      const v1::GetUsualMealRequest&) {
  call.Audit({.resident_id = call.visit().resident_id});
  const auto diner = FindDiner(call, call.visit().resident_id);
  if (!diner.ok()) return diner.refusal();
  v1::GetUsualMealResponse response;
  if (OnlyThisVisit(call.visit())) return response;
  const StationPath path = PathOf(call.db(), call.station_id());
  const CutOffs cut_offs(call.db(), path);
  const auto dish = FindUsual(call, cut_offs);
  if (!dish) return response;
  *response.mutable_dish() = ToWire(*dish, cut_offs);
  *response.mutable_quote() = Pricing(call.db(), diner.value(), path, dish->date).Quote(*dish);
  return response;
}

}  // namespace chunhui::meals
