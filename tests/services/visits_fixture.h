// A small language for visits in tests: Recognise by something, say yes, and be somebody.
#pragma once

#include <string>

#include "services/residents/residents.h"
#include "services/staff/staff.h"
#include "services/visits/visits.h"
#include "tests/support/call_fixture.h"
#include "tests/support/invented_people.h"

namespace chunhui::visits {

class VisitsTest : public tests::CallTest {
 protected:
  VisitsTest()
      : CallTest({residents::kResidentsMigrations, staff::kStaffMigrations, kVisitsMigrations}) {
    calls::Call call = MakeCall(tests::ByOffice());
    lan_ = tests::Register(call, tests::InventedRow());
  }

  std::string Add(const v1::ResidentInput& row) {
    calls::Call call = MakeCall(tests::ByOffice());
    return tests::Register(call, row);
  }

  void Block(const std::string& card) {
    v1::BlockCardRequest request;
    request.set_card(card);
    request.set_reason("丢了");
    tests::Must(Ask(residents::BlockCard, tests::WithStaff(kiosk_, v1::ROLE_STAFF), request));
  }

  calls::Outcome<v1::RecogniseResponse> ByCard(const std::string& card) {
    v1::RecogniseRequest request;
    request.set_card(card);
    return Ask(Recognise, kiosk_, request);
  }
  calls::Outcome<v1::RecogniseResponse> ById(const std::string& id_number) {
    v1::RecogniseRequest request;
    request.set_id_number(id_number);
    return Ask(Recognise, kiosk_, request);
  }
  calls::Outcome<v1::RecogniseResponse> ByPhone(const std::string& phone) {
    v1::RecogniseRequest request;
    request.set_phone(phone);
    return Ask(Recognise, kiosk_, request);
  }
  calls::Outcome<v1::RecogniseResponse> ByVoucher(const calls::Caller& caller,
                                                  const std::string& resident_id,
                                                  const std::string& reason = "忘带卡") {
    v1::RecogniseRequest request;
    request.set_resident_id(resident_id);
    request.set_voucher_reason(reason);
    return Ask(Recognise, caller, request);
  }

  // "Yes, that is me" to the first candidate.
  calls::Outcome<v1::StartVisitResponse> Yes(const v1::RecogniseResponse& found,
                                             const calls::Caller& caller) {
    v1::StartVisitRequest request;
    request.set_candidate_token(found.candidates(0).token());
    return Ask(StartVisit, caller, request);
  }
  v1::StartVisitResponse Visit(const calls::Outcome<v1::RecogniseResponse>& found) {
    return tests::Must(Yes(tests::Must(found), kiosk_));
  }

  // The visit behind a token, as the dispatcher looks it up.
  std::optional<calls::Visit> Of(const std::string& token, const calls::Caller& caller,
                                 std::optional<time::Instant> occurred_at = {}) {
    return VisitOfToken(db_, vault_.TokenHash(token), *caller.device, occurred_at, clock_.now());
  }
  // The kiosk on this visit.
  calls::Caller On(const std::string& token, std::optional<time::Instant> occurred_at = {}) {
    calls::Caller caller = kiosk_;
    caller.visit = Of(token, kiosk_, occurred_at);
    EXPECT_TRUE(caller.visit.has_value());
    return caller;
  }

  const calls::Caller kiosk_ = tests::Kiosk();
  const calls::Caller other_kiosk_ = tests::Kiosk("hall-2");
  std::string lan_;
};

}  // namespace chunhui::visits
