// A small language for tests of events: people, events, sign-ups.
#pragma once

#include <string>

#include "services/calls/wire.h"
#include "services/events/events.h"
#include "services/fleet/fleet.h"
#include "services/residents/residents.h"
#include "tests/support/call_fixture.h"
#include "tests/support/invented_people.h"

namespace chunhui::tests {

class EventsTown : public CallTest {
 protected:
  EventsTown()
      : CallTest({residents::kResidentsMigrations, fleet::kFleetMigrations,
                  events::kEventsMigrations}) {}

  std::string Person(time::Date birth = {1950, 1, 1}, const std::string& phone = "13900000001") {
    ++people_;
    v1::ResidentInput row = InventedRow("row-" + std::to_string(people_), people_);
    row.set_id_number(InventedIdNumber(birth, people_));
    row.set_phone(phone);
    calls::Call call = MakeCall(ByOffice());
    return Register(call, row);
  }

  // Two hours of calligraphy, well formed; change what you need.
  v1::Event Class(time::Instant starts_at, int capacity = 2) {
    v1::Event event;
    event.set_title("书法班");
    event.set_place("二楼活动室");
    *event.mutable_starts_at() = calls::ToWire(starts_at);
    *event.mutable_ends_at() = calls::ToWire(starts_at + std::chrono::hours(2));
    event.set_capacity(capacity);
    return event;
  }
  calls::Outcome<v1::PublishEventResponse> Publish(const v1::Event& event) {
    v1::PublishEventRequest request;
    *request.mutable_event() = event;
    return Ask(events::PublishEvent, WithStaff(Desk(), v1::ROLE_STAFF), request);
  }
  std::string EventAt(time::Instant starts_at, int capacity = 2) {
    return Must(Publish(Class(starts_at, capacity))).event_id();
  }

  static calls::Caller Visitor(const std::string& resident) { return OnVisit(Kiosk(), resident); }

  calls::Outcome<v1::SignUpResponse> SignUp(const std::string& resident, const std::string& event,
                                            bool accept_waiting = true) {
    v1::SignUpRequest request;
    request.set_event_id(event);
    request.set_accept_waiting(accept_waiting);
    return Ask(events::SignUp, Visitor(resident), request);
  }
  calls::Outcome<v1::WithdrawResponse> Withdraw(const calls::Caller& caller,
                                                const std::string& sign_up_id) {
    v1::WithdrawRequest request;
    request.set_sign_up_id(sign_up_id);
    return Ask(events::Withdraw, caller, request);
  }
  calls::Outcome<v1::AcceptOfferResponse> Accept(const calls::Caller& caller,
                                                 const std::string& sign_up_id) {
    v1::AcceptOfferRequest request;
    request.set_sign_up_id(sign_up_id);
    return Ask(events::AcceptOffer, caller, request);
  }
  calls::Outcome<v1::CheckInResponse> CheckIn(const calls::Caller& caller, const std::string& event,
                                              const std::string& resident = "") {
    v1::CheckInRequest request;
    request.set_event_id(event);
    request.set_resident_id(resident);
    return Ask(events::CheckIn, caller, request);
  }
  void Tick() {
    calls::Call call = MakeCall(ByOffice());
    events::ExpireOffers(call);
    last_audit_ = call.audit();
  }

  v1::ListEventsResponse List(const calls::Caller& caller, int days = 0) {
    v1::ListEventsRequest request;
    request.set_days(days);
    return Must(Ask(events::ListEvents, caller, request));
  }
  v1::Event Find(const std::string& event, const calls::Caller& caller = Kiosk()) {
    const auto list = List(caller, 60);
    for (const v1::Event& found : list.events()) {
      if (found.event_id() == event) return found;
    }
    return {};
  }
  // The resident's own sign-up as the list shows it; its state is unspecified without one.
  v1::SignUp Mine(const std::string& resident, const std::string& event) {
    return Find(event, Visitor(resident)).mine();
  }

  int64_t Count(const std::string& sql) {
    auto query = db_.Prepare(sql);
    query.Step();
    return query.Int(0);
  }

  // Three days ahead at ten o'clock.
  const time::Instant kStart = time::InstantAt(kToday.AddDays(3), time::TimeOfDay::At(10, 0));

 private:
  int people_ = 0;
};

}  // namespace chunhui::tests
