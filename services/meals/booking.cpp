#include "services/meals/booking.h"

#include <algorithm>

#include "services/meals/diners.h"

namespace chunhui::meals {
namespace {

constexpr int kListMax = 60;

const std::string kSelect =
    "SELECT booking_id, dish_id, resident_id, station_id, date, period, state, price_fen,"
    " subsidy_fen, take_away, visit_id FROM meal_bookings ";

Booking ReadBooking(const store::Query& query) {
  Booking booking;
  booking.booking_id = query.Text(0);
  booking.dish_id = query.Text(1);
  booking.resident_id = query.Text(2);
  booking.station_id = query.Text(3);
  booking.date = time::Date::FromYyyymmdd(query.Int(4)).value();
  booking.period = static_cast<v1::MealPeriod>(query.Int(5));
  booking.state = static_cast<v1::MealBookingState>(query.Int(6));
  booking.price_fen = query.Int(7);
  booking.subsidy_fen = query.Int(8);
  booking.take_away = query.Bool(9);
  booking.visit_id = query.Text(10);
  return booking;
}

}  // namespace

std::optional<Booking> FindBooking(store::Db& db, const std::string& booking_id) {
  auto query = db.Prepare(kSelect + "WHERE booking_id = ?", booking_id);
  if (!query.Step()) return std::nullopt;
  return ReadBooking(query);
}

bool HasMeal(store::Db& db, const std::string& resident_id, time::Date date,
             v1::MealPeriod period) {
  auto query = db.Prepare(
      "SELECT 1 FROM meal_bookings WHERE resident_id = ? AND date = ? AND period = ?"
      " AND state <> 2",
      resident_id, date.ToYyyymmdd(), period);
  return query.Step();
}

v1::MealBooking ToWire(store::Db& db, const Booking& booking, time::Instant now) {
  const Dish dish = FindDish(db, booking.dish_id).value();
  return ToWire(booking, dish, CutOffs(db, PathOf(db, booking.station_id)), now);
}

v1::MealBooking ToWire(const Booking& booking, const Dish& dish, const CutOffs& cut_offs,
                       time::Instant now) {
  v1::MealBooking wire;
  wire.set_booking_id(booking.booking_id);
  *wire.mutable_dish() = ToWire(dish, cut_offs);
  wire.set_state(booking.state);
  wire.set_price_fen(booking.price_fen);
  wire.set_subsidy_fen(booking.subsidy_fen);
  wire.set_pay_fen(booking.price_fen - booking.subsidy_fen);
  wire.set_take_away(booking.take_away);
  wire.set_can_cancel(booking.state == v1::MEAL_BOOKING_STATE_BOOKED &&
                      now < cut_offs.ClosesAt(booking.date, booking.period));
  return wire;
}

calls::Outcome<v1::ListMealBookingsResponse> ListMealBookings(calls::Call& call,
                                                              const v1::ListMealBookingsRequest&) {
  const calls::Visit& visit = call.visit();
  call.Audit({.resident_id = visit.resident_id});
  // An empty visit_id in the query means: whatever visit they were made in.
  const std::string only_visit = OnlyThisVisit(visit) ? visit.visit_id : "";
  auto query =
      call.db().Prepare(kSelect +
                            "WHERE resident_id = ? AND date >= ? AND state <> 2 AND state = ?"
                            " AND (? = '' OR visit_id = ?) ORDER BY date, period LIMIT ?",
                        visit.resident_id, call.today().ToYyyymmdd(), v1::MEAL_BOOKING_STATE_BOOKED,
                        only_visit, only_visit, kListMax);
  v1::ListMealBookingsResponse response;
  while (query.Step()) {
    *response.add_bookings() = ToWire(call.db(), ReadBooking(query), call.now());
  }
  return response;
}

}  // namespace chunhui::meals
