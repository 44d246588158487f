// Getting a place, or a rank on the waiting list.
#include "core/time/local_time.h"
#include "services/events/event_row.h"
#include "services/events/places.h"
#include "services/events/sign_up_row.h"
#include "services/residents/residents.h"

namespace chunhui::events {
namespace {

bool Clashes(store::Db& db, const std::string& resident_id, const EventRow& event) {
  auto query = db.Prepare(
      "SELECT 1 FROM sign_ups s JOIN events e USING (event_id)"
      " WHERE s.resident_id = ? AND s.state = ? AND e.starts_at < ? AND e.ends_at > ?",
      resident_id, v1::SIGN_UP_STATE_CONFIRMED, time::ToUnixMs(event.ends_at),
      time::ToUnixMs(event.starts_at));
  return query.Step();
}

std::optional<calls::Refusal> CheckAge(const residents::Resident& resident, const EventRow& event) {
  const int age = residents::AgeOn(resident, time::LocalDate(event.starts_at));
  if (event.age_min > 0 && age < event.age_min) {
    return calls::Refuse(v1::REASON_AGE_TOO_LOW, "not old enough on the day of the event");
  }
  if (event.age_max > 0 && age > event.age_max) {
    return calls::Refuse(v1::REASON_AGE_TOO_HIGH, "too old on the day of the event");
  }
  return std::nullopt;
}

std::optional<calls::Refusal> Check(calls::Call& call, const std::string& resident_id,
                                    const EventRow& event, bool accept_clash) {
  const auto resident = residents::FindResident(call.db(), resident_id);
  if (!resident) return calls::Unknown("no such resident");
  if (resident->state != residents::ResidentState::kActive) {
    return calls::Refuse(v1::REASON_RESIDENT_CLOSED, "the resident's record is closed");
  }
  if (call.now() >= event.starts_at) {
    return calls::Refuse(v1::REASON_BOOKING_CLOSED, "the event has started");
  }
  if (FindActive(call.db(), event.event_id, resident_id)) {
    return calls::Refusal{calls::Code::kAlreadyExists, v1::REASON_ALREADY_BOOKED,
                          "one place per resident and event"};
  }
  if (auto refusal = CheckAge(*resident, event)) return refusal;
  if (!accept_clash && Clashes(call.db(), resident_id, event)) {
    return calls::Refuse(v1::REASON_EVENT_CLASH, "another confirmed event at the same time");
  }
  return std::nullopt;
}

calls::Outcome<SignUpRow> Enter(calls::Call& call, const v1::SignUpRequest& request) {
  const auto event = FindEvent(call.db(), request.event_id());
  if (!event || event->station_id != call.station_id()) return calls::Unknown("no such event");
  if (auto refusal = Check(call, call.visit().resident_id, *event, request.accept_clash())) {
    return *refusal;
  }
  SignUpRow row;
  row.sign_up_id = call.NewId();
  row.event_id = event->event_id;
  row.resident_id = call.visit().resident_id;
  row.visit_id = call.visit().visit_id;
  // A free place belongs to those who wait already, even before it has been offered to them.
  if (event->waiting == 0 && TakePlace(call.db(), event->event_id)) {
    row.state = v1::SIGN_UP_STATE_CONFIRMED;
    Insert(call, row);
    return row;
  }
  if (!request.accept_waiting()) {
    return calls::Refusal{calls::Code::kResourceExhausted, v1::REASON_SOLD_OUT, "no place left"};
  }
  row.state = v1::SIGN_UP_STATE_WAITING;
  row.rank = NextRank(call.db(), event->event_id);
  Insert(call, row);
  OfferFreePlaces(call, event->event_id);
  return FindSignUp(call.db(), row.sign_up_id).value();
}

}  // namespace

calls::Outcome<v1::SignUpResponse> SignUp(calls::Call& call, const v1::SignUpRequest& request) {
  const auto row = Enter(call, request);
  call.Audit(
      {.resident_id = call.visit().resident_id, .subject = row.ok() ? row.value().sign_up_id : ""});
  if (!row.ok()) return row.refusal();
  v1::SignUpResponse response;
  *response.mutable_sign_up() = ToWire(call.db(), row.value());
  return response;
}

}  // namespace chunhui::events
