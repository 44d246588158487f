// Giving a place, an offer or a rank back.
#include "services/events/guests.h"
#include "services/events/places.h"

namespace chunhui::events {
namespace {

bool HoldsPlace(const SignUpRow& row) {
  return row.state == v1::SIGN_UP_STATE_CONFIRMED || row.state == v1::SIGN_UP_STATE_OFFERED;
}

bool IsTooLate(const SignUpRow& row, const EventRow& event, time::Instant now, bool by_staff) {
  switch (row.state) {
    case v1::SIGN_UP_STATE_CONFIRMED:
      return now >= (by_staff ? event.starts_at : event.starts_at - kWithdrawUntil);
    case v1::SIGN_UP_STATE_WAITING:
    case v1::SIGN_UP_STATE_OFFERED:
      return false;
    default:
      return true;  // it is over
  }
}

}  // namespace

calls::Outcome<v1::WithdrawResponse> Withdraw(calls::Call& call,
                                              const v1::WithdrawRequest& request) {
  auto row = FindSignUp(call.db(), request.sign_up_id());
  if (!row) return calls::Unknown("no such sign-up");
  const EventRow event = FindEvent(call.db(), row->event_id).value();
  const bool by_staff = IsStaffOf(call, event.station_id, kEventStaff);
  if (!by_staff && !IsOwn(call, *row)) return calls::Unknown("no such sign-up");
  call.Audit({.resident_id = row->resident_id, .subject = row->sign_up_id});
  if (row->state != v1::SIGN_UP_STATE_WITHDRAWN) {
    if (IsTooLate(*row, event, call.now(), by_staff)) {
      return calls::Refuse(v1::REASON_CANCEL_CLOSED, "too late to give the place back");
    }
    if (HoldsPlace(*row)) GiveBackPlace(call.db(), row->event_id);
    row->state = v1::SIGN_UP_STATE_WITHDRAWN;
    row->offer_until.reset();
    Update(call, *row);
    OfferFreePlaces(call, row->event_id);
  }
  v1::WithdrawResponse response;
  *response.mutable_sign_up() = ToWire(call.db(), *row);
  return response;
}

}  // namespace chunhui::events
