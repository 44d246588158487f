// What tests of the queue say in one word: residents with a benefit, a kiosk that calls, staff who
// claim and close.
#pragma once

#include <string>
#include <vector>

#include "services/assistance/assistance.h"
#include "services/fleet/fleet.h"
#include "services/pension/pension.h"
#include "services/residents/residents.h"
#include "tests/support/call_fixture.h"
#include "tests/support/invented_people.h"

namespace chunhui::assistance {

class QueueTest : public tests::CallTest {
 protected:
  explicit QueueTest(store::Db db = store::Db::OpenMemory())
      : CallTest({residents::kResidentsMigrations, fleet::kFleetMigrations,
                  pension::kPensionMigrations, kAssistanceMigrations},
                 std::move(db)) {
    fleet::PutDevice(db_, {calls::DeviceKind::kKiosk, "hall-1", "station-1", "大厅", ""},
                     clock_.now());
  }

  static calls::Caller Helper(const std::string& account = "li",
                              const std::string& covers = "station-1") {
    return tests::WithStaff(tests::Desk(), v1::ROLE_VOLUNTEER, covers, account);
  }

  std::string NewResident(time::Date birth = {1944, 2, 28}) {
    ++people_;
    auto row = tests::InventedRow("row-" + std::to_string(people_));
    row.set_id_number(tests::InventedIdNumber(birth, people_ * 2));
    row.clear_cards();
    calls::Call call = MakeCall(tests::ByOffice());
    return tests::Register(call, row);
  }

  // Whose pension is due so many days from today (negative: overdue).
  std::string ResidentDueIn(int days, time::Date birth = {1944, 2, 28}) {
    const std::string resident_id = NewResident(birth);
    calls::Call call = MakeCall(tests::ByOffice());
    pension::PutBenefit(call, {resident_id, "station-1", v1::BENEFIT_TYPE_EMPLOYEE_PENSION,
                               tests::kToday.AddDays(days).AddMonths(-12), 12});
    return resident_id;
  }
  pension::BenefitRow BenefitOf(const std::string& resident_id) {
    return pension::BenefitsOf(db_, resident_id).at(0);
  }

  static v1::OpenCaseRequest Request(v1::CaseKind kind = v1::CASE_KIND_HELP) {
    v1::OpenCaseRequest request;
    request.set_kind(kind);
    return request;
  }
  calls::Outcome<v1::OpenCaseResponse> TryOpen(calls::Caller caller,
                                               const v1::OpenCaseRequest& request) {
    calls::Call call = MakeCall(std::move(caller));
    auto outcome = Finish(call, OpenCase(call, request, duty_));
    events_ = call.events();
    return outcome;
  }
  v1::Case Open(calls::Caller caller = tests::Kiosk(), v1::CaseKind kind = v1::CASE_KIND_HELP) {
    return tests::Must(TryOpen(std::move(caller), Request(kind))).case_();
  }
  // A pension case of this resident, opened with the card at hall-1.
  v1::Case OpenPension(const std::string& resident_id,
                       v1::Assurance assurance = v1::ASSURANCE_CARD) {
    return Open(tests::OnVisit(tests::Kiosk(), resident_id, assurance), v1::CASE_KIND_PENSION);
  }

  calls::Outcome<v1::GetCaseResponse> Get(const std::string& case_id, calls::Caller caller) {
    v1::GetCaseRequest request;
    request.set_case_id(case_id);
    calls::Call call = MakeCall(std::move(caller));
    return Finish(call, GetCase(call, request, duty_));
  }
  calls::Outcome<v1::ClaimCaseResponse> Claim(const std::string& case_id,
                                              calls::Caller caller = Helper()) {
    v1::ClaimCaseRequest request;
    request.set_case_id(case_id);
    calls::Call call = MakeCall(std::move(caller));
    auto outcome = Finish(call, ClaimCase(call, request));
    events_ = call.events();
    return outcome;
  }
  calls::Outcome<v1::CloseCaseResponse> Close(const std::string& case_id, v1::CaseOutcome outcome,
                                              const std::string& note = "",
                                              calls::Caller caller = Helper()) {
    v1::CloseCaseRequest request;
    request.set_case_id(case_id);
    request.set_outcome(outcome);
    request.set_note(note);
    return Ask(CloseCase, std::move(caller), request);
  }
  calls::Outcome<v1::WithdrawCaseResponse> Withdraw(const std::string& case_id,
                                                    calls::Caller caller = tests::Kiosk()) {
    v1::WithdrawCaseRequest request;
    request.set_case_id(case_id);
    return Ask(WithdrawCase, std::move(caller), request);
  }
  std::vector<v1::Case> Listed(bool include_closed = false, int page_size = 0,
                               const std::string& covers = "city") {
    std::vector<v1::Case> cases;
    v1::ListCasesRequest request;
    request.set_include_closed(include_closed);
    request.set_page_size(page_size);
    do {
      const auto page = tests::Must(Ask(ListCases, Helper("li", covers), request));
      cases.insert(cases.end(), page.cases().begin(), page.cases().end());
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
    return cases;
  }

  Duty duty_;
  std::vector<calls::Event> events_;  // of the last Open or Claim
  int people_ = 0;
};

}  // namespace chunhui::assistance
