// Marking who is there.
#include "services/events/guests.h"
#include "services/residents/residents.h"

namespace chunhui::events {
namespace {

// Whom to check in: the resident staff name, else the visitor.
calls::Outcome<std::string> Whom(calls::Call& call, const v1::CheckInRequest& request,
                                 const EventRow& event) {
  const auto& visit = call.caller().visit;
  if (!request.resident_id().empty()) {
    if (!IsStaffOf(call, event.station_id, kEventStaff)) {
      return calls::NotAllowed("only staff of this station name a resident");
    }
    if (!residents::FindResident(call.db(), request.resident_id())) {
      return calls::Unknown("no such resident");
    }
    return request.resident_id();
  }
  if (!visit) return calls::Malformed("resident_id", "whom to check in");
  if (event.station_id != call.station_id()) return calls::Unknown("no such event");
  return visit->resident_id;
}

bool IsTime(const EventRow& event, time::Instant now) {
  return now >= event.starts_at - kCheckInBefore && now < event.starts_at + kCheckInAfter;
}

}  // namespace

calls::Outcome<v1::CheckInResponse> CheckIn(calls::Call& call, const v1::CheckInRequest& request) {
  const auto event = FindEvent(call.db(), request.event_id());
  if (!event) return calls::Unknown("no such event");
  const auto resident_id = Whom(call, request, *event);
  if (!resident_id.ok()) return resident_id.refusal();
  auto row = FindActive(call.db(), event->event_id, resident_id.value());
  call.Audit({.resident_id = resident_id.value(), .subject = row ? row->sign_up_id : ""});
  const bool by_visitor = request.resident_id().empty();
  if (by_visitor && call.visit().assurance < v1::ASSURANCE_CARD && !(row && IsOwn(call, *row))) {
    return calls::Refusal{calls::Code::kPermissionDenied, v1::REASON_ASSURANCE_TOO_LOW,
                          "a typed number checks in only what its own visit made"};
  }
  if (!row) return calls::Refuse(v1::REASON_WRONG_STATE, "no confirmed place");
  if (row->state != v1::SIGN_UP_STATE_ATTENDED) {
    if (row->state != v1::SIGN_UP_STATE_CONFIRMED || !IsTime(*event, call.now())) {
      return calls::Refuse(v1::REASON_WRONG_STATE, "no confirmed place, or not the time");
    }
    row->state = v1::SIGN_UP_STATE_ATTENDED;
    Update(call, *row);
  }
  v1::CheckInResponse response;
  *response.mutable_sign_up() = ToWire(call.db(), *row);
  return response;
}

}  // namespace chunhui::events
