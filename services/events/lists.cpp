// What is on, and what the visitor has.
#include "core/time/local_time.h"
#include "services/events/guests.h"

namespace chunhui::events {
namespace {

constexpr int kDaysStandard = 14;
constexpr int kDaysMax = 60;

void FillMine(calls::Call& call, v1::Event& event) {
  const auto row = FindActive(call.db(), event.event_id(), call.visit().resident_id);
  if (row && IsOwn(call, *row)) *event.mutable_mine() = ToWire(call.db(), *row);
}

}  // namespace

calls::Outcome<v1::ListEventsResponse> ListEvents(calls::Call& call,
                                                  const v1::ListEventsRequest& request) {
  if (request.days() < 0 || request.days() > kDaysMax) {
    return calls::Malformed("days", "1 to 60, or 0 for 14");
  }
  const int days = request.days() == 0 ? kDaysStandard : request.days();
  const time::Instant before =
      time::InstantAt(call.today().AddDays(days), time::TimeOfDay::At(0, 0));
  const bool on_visit = call.caller().visit.has_value();
  if (on_visit) call.Audit({.resident_id = call.visit().resident_id});
  v1::ListEventsResponse response;
  for (const EventRow& row : EventsOf(call.db(), call.station_id(), call.now(), before)) {
    v1::Event& event = *response.add_events();
    event = ToWire(row);
    if (on_visit) FillMine(call, event);
  }
  return response;
}

calls::Outcome<v1::ListSignUpsResponse> ListSignUps(calls::Call& call,
                                                    const v1::ListSignUpsRequest&) {
  call.Audit({.resident_id = call.visit().resident_id});
  v1::ListSignUpsResponse response;
  for (const EventRow& row : EventsOfResident(call.db(), call.visit().resident_id, call.now())) {
    v1::Event event = ToWire(row);
    FillMine(call, event);
    if (event.has_mine()) *response.add_events() = std::move(event);
  }
  return response;
}

}  // namespace chunhui::events
