// Booking one portion.
#include "services/meals/booking.h"
#include "services/meals/diners.h"
#include "services/meals/pricing.h"

namespace chunhui::meals {
namespace {

// One statement decides, so that two kiosks never get the same portion.
bool TakePortion(store::Db& db, const Dish& dish) {
  return db.Run(
             "UPDATE menu_dishes SET sold = sold + 1 WHERE dish_id = ? AND sold + leased < "
             "portions",
             dish.dish_id) == 1;
}

Booking Insert(calls::Call& call, const Dish& dish, const v1::MealQuote& quote, bool take_away) {
  const Booking booking{.booking_id = call.NewId(),
                        .dish_id = dish.dish_id,
                        .resident_id = call.visit().resident_id,
                        .station_id = dish.station_id,
                        .date = dish.date,
                        .period = dish.period,
                        .state = v1::MEAL_BOOKING_STATE_BOOKED,
                        .price_fen = quote.price_fen(),
                        .subsidy_fen = quote.subsidy_fen(),
                        .take_away = take_away,
                        .visit_id = call.visit().visit_id};
  call.db().Run(
      "INSERT INTO meal_bookings (booking_id, dish_id, resident_id, station_id, date, period, "
      "state,"
      " price_fen, subsidy_fen, subsidy_rule, take_away, visit_id, booked_at)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      booking.booking_id, booking.dish_id, booking.resident_id, booking.station_id,
      booking.date.ToYyyymmdd(), booking.period, booking.state, booking.price_fen,
      booking.subsidy_fen, quote.rule(), booking.take_away, booking.visit_id,
      time::ToUnixMs(call.now()));
  return booking;
}

calls::Outcome<v1::MealBooking> Book(calls::Call& call, const v1::BookMealRequest& request) {
  const auto diner = FindDiner(call, call.visit().resident_id);
  if (!diner.ok()) return diner.refusal();
  auto dish = FindDish(call.db(), request.menu_dish_id());
  if (!dish || dish->station_id != call.station_id()) return calls::Unknown("no such dish");
  const StationPath path = PathOf(call.db(), dish->station_id);
  const CutOffs cut_offs(call.db(), path);
  if (call.now() >= cut_offs.ClosesAt(dish->date, dish->period)) {
    return calls::Refuse(v1::REASON_BOOKING_CLOSED, "the cut-off of this meal has passed");
  }
  if (HasMeal(call.db(), call.visit().resident_id, dish->date, dish->period)) {
    return calls::Refusal{calls::Code::kAlreadyExists, v1::REASON_ALREADY_BOOKED,
                          "one meal per date and period"};
  }
  const Pricing pricing(call.db(), diner.value(), path, dish->date);
  const v1::MealQuote quote = pricing.Quote(*dish);
  if (request.shown_pay_fen() != quote.pay_fen()) {
    return calls::Refuse(v1::REASON_PRICE_CHANGED, "the quote is not the one that was shown");
  }
  if (!TakePortion(call.db(), *dish)) {
    return calls::Refusal{calls::Code::kResourceExhausted, v1::REASON_SOLD_OUT, "none is left"};
  }
  const Booking booking = Insert(call, *dish, quote, request.take_away());
  ++dish->taken;
  return ToWire(booking, *dish, cut_offs, call.now());
}

}  // namespace

calls::Outcome<v1::BookMealResponse> BookMeal(calls::Call& call,
                                              const v1::BookMealRequest& request) {
  auto booking = Book(call, request);
  call.Audit({.resident_id = call.visit().resident_id,
              .subject = booking.ok() ? booking.value().booking_id() : ""});
  if (!booking.ok()) return booking.refusal();
  v1::BookMealResponse response;
  *response.mutable_booking() = std::move(booking.value());
  return response;
}

}  // namespace chunhui::meals
