// The kitchen's sheet: counts per dish, nobody's name.
#include "services/calls/wire.h"
#include "services/meals/diners.h"
#include "services/meals/meals.h"

namespace chunhui::meals {
namespace {

v1::KitchenLine ReadLine(const store::Query& query) {
  v1::KitchenLine line;
  line.set_period(static_cast<v1::MealPeriod>(query.Int(0)));
  line.set_name(query.Text(1));
  line.set_portions(static_cast<int>(query.Int(2)));
  line.set_booked(static_cast<int>(query.Int(3)));
  line.set_take_away(static_cast<int>(query.Int(4)));
  return line;
}

}  // namespace

calls::Outcome<v1::GetKitchenSheetResponse> GetKitchenSheet(
    calls::Call& call, const v1::GetKitchenSheetRequest& request) {
  const auto date = request.has_date() ? calls::FromWire(request.date()) : call.today().AddDays(1);
  if (!date) return calls::Malformed("date", "no such day");
  const std::string station_id = call.StationOr(request.station_id());
  if (!IsMealStaffOf(call, station_id)) return calls::NotAllowed("not staff of this station");
  auto query = call.db().Prepare(
      "SELECT d.period, d.name, d.portions, count(b.booking_id), coalesce(sum(b.take_away), 0)"
      " FROM menu_dishes d LEFT JOIN meal_bookings b ON b.dish_id = d.dish_id AND b.state <> 2"
      " WHERE d.station_id = ? AND d.date = ? GROUP BY d.rowid ORDER BY d.period, d.rank, d.rowid",
      station_id, date->ToYyyymmdd());
  v1::GetKitchenSheetResponse response;
  *response.mutable_date() = calls::ToWire(*date);
  while (query.Step()) {
    v1::KitchenLine line = ReadLine(query);
    response.set_total(response.total() + line.booked());
    *response.add_lines() = std::move(line);
  }
  return response;
}

}  // namespace chunhui::meals
