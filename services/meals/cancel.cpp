// Giving a booked portion back.
#include "services/meals/booking.h"
#include "services/meals/diners.h"

namespace chunhui::meals {
namespace {

bool IsOwn(const calls::Call& call, const Booking& booking) {
  const auto& visit = call.caller().visit;
  return visit && visit->resident_id == booking.resident_id &&
         (!OnlyThisVisit(*visit) || visit->visit_id == booking.visit_id);
}

}  // namespace

void GiveBack(calls::Call& call, Booking& booking) {
  booking.state = v1::MEAL_BOOKING_STATE_CANCELLED;
  call.db().Run("UPDATE meal_bookings SET state = ?, cancelled_at = ? WHERE booking_id = ?",
                booking.state, time::ToUnixMs(call.now()), booking.booking_id);
  call.db().Run("UPDATE menu_dishes SET sold = sold - 1 WHERE dish_id = ?", booking.dish_id);
}

calls::Outcome<v1::CancelMealResponse> CancelMeal(calls::Call& call,
                                                  const v1::CancelMealRequest& request) {
  auto booking = FindBooking(call.db(), request.booking_id());
  const bool by_staff = booking && IsMealStaffOf(call, booking->station_id);
  if (!booking || (!by_staff && !IsOwn(call, *booking))) return calls::Unknown("no such booking");
  call.Audit({.resident_id = booking->resident_id, .subject = booking->booking_id});
  if (booking->state == v1::MEAL_BOOKING_STATE_BOOKED) {
    const CutOffs cut_offs(call.db(), PathOf(call.db(), booking->station_id));
    if (!by_staff && call.now() >= cut_offs.ClosesAt(booking->date, booking->period)) {
      return calls::Refuse(v1::REASON_CANCEL_CLOSED, "the cut-off of this meal has passed");
    }
    GiveBack(call, *booking);
  } else if (booking->state != v1::MEAL_BOOKING_STATE_CANCELLED) {
    return calls::Refuse(v1::REASON_CANCEL_CLOSED, "this meal is over");
  }
  v1::CancelMealResponse response;
  *response.mutable_booking() = ToWire(call.db(), *booking, call.now());
  return response;
}

}  // namespace chunhui::meals
