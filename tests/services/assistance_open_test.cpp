// Opening cases: tickets, priorities, the same call pressed twice.
#include <gtest/gtest.h>

#include "services/calls/wire.h"
#include "tests/services/assistance_fixture.h"

namespace chunhui::assistance {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using tests::Desk;
using tests::FieldOf;
using tests::Kiosk;
using tests::Must;
using tests::OnVisit;
using tests::ReasonOf;

class OpenCaseTest : public QueueTest {};

TEST_F(OpenCaseTest, HelpNeedsNoVisit) {
  const v1::Case opened = Open();
  EXPECT_EQ(opened.state(), v1::CASE_STATE_OPEN);
  EXPECT_EQ(opened.kind(), v1::CASE_KIND_HELP);
  EXPECT_EQ(opened.reason(), v1::CASE_REASON_ASKED_HELP);
  EXPECT_EQ(opened.station_id(), "station-1");
  EXPECT_EQ(opened.kiosk_place(), "大厅");
  EXPECT_EQ(opened.masked_name(), "");
  EXPECT_EQ(calls::FromWire(opened.opened_at()), tests::kNow);
}

TEST_F(OpenCaseTest, StaffAndTheOwnKioskAreToldAtOnce) {
  const v1::Case opened = Open();
  ASSERT_EQ(events_.size(), 2u);
  v1::WatchCasesResponse for_staff;
  EXPECT_EQ(events_[0].kind, calls::EventKind::kCase);
  ASSERT_TRUE(for_staff.ParseFromString(events_[0].bytes));
  EXPECT_EQ(for_staff.changed().case_id(), opened.case_id());
  v1::FollowResponse for_kiosk;
  EXPECT_EQ(events_[1].kind, calls::EventKind::kFollow);
  EXPECT_EQ(events_[1].kiosk_id, "hall-1");
  ASSERT_TRUE(for_kiosk.ParseFromString(events_[1].bytes));
  EXPECT_EQ(for_kiosk.case_changed().case_id(), opened.case_id());
}

TEST_F(OpenCaseTest, TheNameGoesToStaffAndToTheVisitorButNotIntoTheKiosksStream) {
  const v1::Case opened = OpenPension(ResidentDueIn(3));
  EXPECT_EQ(opened.masked_name(), "王*兰奶奶");
  v1::WatchCasesResponse for_staff;
  ASSERT_TRUE(for_staff.ParseFromString(events_.at(0).bytes));
  EXPECT_EQ(for_staff.changed().masked_name(), "王*兰奶奶");
  EXPECT_EQ(events_.at(1).bytes.find("王"), std::string::npos);
  EXPECT_EQ(Must(Get(opened.case_id(), Kiosk())).case_().masked_name(), "");
}

TEST_F(OpenCaseTest, TicketsCountUpPerStationAndBeginAgainAtMidnightByTheStationsClock) {
  EXPECT_EQ(Open(Kiosk("hall-1")).ticket_number(), 1);
  EXPECT_EQ(Open(Kiosk("hall-2")).ticket_number(), 2);
  EXPECT_EQ(Open(Kiosk("hall-3", "station-2")).ticket_number(), 1);
  clock_.SetTo(time::InstantAt(tests::kToday, time::TimeOfDay::At(24, 0)) - seconds(1));
  EXPECT_EQ(Open(Kiosk("hall-4")).ticket_number(), 3);
  clock_.Advance(seconds(1));
  EXPECT_EQ(Open(Kiosk("hall-5")).ticket_number(), 1);
}

TEST_F(OpenCaseTest, TheSameCallPressedAgainIsTheSameCaseAndRingsAgain) {
  const v1::Case first = Open();
  EXPECT_EQ(Open().case_id(), first.case_id());
  ASSERT_EQ(events_.size(), 1u);
  EXPECT_EQ(events_[0].kind, calls::EventKind::kCase);
  EXPECT_NE(Open(Kiosk("hall-2")).case_id(), first.case_id());
  EXPECT_NE(Open(OnVisit(Kiosk(), NewResident())).case_id(), first.case_id());
  EXPECT_NE(Open(Kiosk(), v1::CASE_KIND_EMERGENCY).case_id(), first.case_id());
}

TEST_F(OpenCaseTest, AForgottenCaseSwallowsNoCallForHelp) {
  const v1::Case first = Open();
  Must(Claim(first.case_id()));
  EXPECT_EQ(Open().case_id(), first.case_id());
  clock_.Advance(minutes(10));
  const v1::Case second = Open();
  EXPECT_NE(second.case_id(), first.case_id());
  EXPECT_EQ(second.state(), v1::CASE_STATE_OPEN);
}

TEST_F(OpenCaseTest, AClosedCaseIsNotFoundAgain) {
  const v1::Case first = Open();
  Must(Withdraw(first.case_id()));
  EXPECT_NE(Open().case_id(), first.case_id());
}

TEST_F(OpenCaseTest, PrioritiesFollowTheRules) {
  const time::Date young{1956, 11, 23};   // 69 today
  const time::Date eighty{1946, 11, 22};  // 80 today
  struct Row {
    int days;
    time::Date birth;
    int priority;
  };
  for (const Row& row :
       {Row{-1, young, 1}, Row{0, young, 2}, Row{7, young, 2}, Row{8, young, 3}, Row{30, young, 3},
        Row{31, young, 4}, Row{31, eighty, 3}, Row{365, eighty, 3}, Row{-400, eighty, 1}}) {
    EXPECT_EQ(OpenPension(ResidentDueIn(row.days, row.birth)).priority(), row.priority) << row.days;
  }
  EXPECT_EQ(Open().priority(), 2);
  EXPECT_EQ(Open(Kiosk(), v1::CASE_KIND_EMERGENCY).priority(), 1);
}

TEST_F(OpenCaseTest, PensionNeedsAVisitAndABenefitOfThisVisitor) {
  EXPECT_EQ(ReasonOf(TryOpen(Kiosk(), Request(v1::CASE_KIND_PENSION))), v1::REASON_VISIT_ENDED);
  const auto without = NewResident();
  EXPECT_EQ(ReasonOf(TryOpen(OnVisit(Kiosk(), without), Request(v1::CASE_KIND_PENSION))),
            v1::REASON_UNKNOWN);
  auto of_another = Request(v1::CASE_KIND_PENSION);
  of_another.set_benefit_id(BenefitOf(ResidentDueIn(3)).benefit_id);
  EXPECT_EQ(ReasonOf(TryOpen(OnVisit(Kiosk(), ResidentDueIn(3)), of_another)), v1::REASON_UNKNOWN);
  EXPECT_EQ(Listed().size(), 0u);
}

TEST_F(OpenCaseTest, TheBenefitKnowsItsOpenCase) {
  const auto resident_id = ResidentDueIn(3);
  const v1::Case opened = OpenPension(resident_id);
  EXPECT_EQ(BenefitOf(resident_id).open_case_id, opened.case_id());
  Must(Withdraw(opened.case_id()));
  EXPECT_EQ(BenefitOf(resident_id).open_case_id, "");
}

TEST_F(OpenCaseTest, AJournalledCallIsAcceptedForSevenDays) {
  const auto at = [&](hours ago) {
    auto request = Request();
    *request.mutable_occurred_at() = calls::ToWire(tests::kNow - ago);
    return TryOpen(Kiosk("hall-" + std::to_string(ago.count() + 100)), request);
  };
  EXPECT_EQ(calls::FromWire(Must(at(hours(7 * 24))).case_().opened_at()),
            tests::kNow - hours(7 * 24));
  EXPECT_EQ(FieldOf(at(hours(7 * 24 + 1))), "occurred_at");
  EXPECT_EQ(FieldOf(at(hours(-1))), "occurred_at");
}

TEST_F(OpenCaseTest, AKiosksClockMayBeALittleAhead) {
  auto request = Request();
  *request.mutable_occurred_at() = calls::ToWire(tests::kNow + kClockMargin);
  EXPECT_EQ(calls::FromWire(Must(TryOpen(Kiosk(), request)).case_().opened_at()), tests::kNow);
}

TEST_F(OpenCaseTest, MalformedCallsAreRefusedByField) {
  auto request = Request(v1::CASE_KIND_UNSPECIFIED);
  EXPECT_EQ(FieldOf(TryOpen(Kiosk(), request)), "kind");
  request.set_kind(static_cast<v1::CaseKind>(77));
  EXPECT_EQ(FieldOf(TryOpen(Kiosk(), request)), "kind");
  request = Request();
  request.set_reason(static_cast<v1::CaseReason>(-3));
  EXPECT_EQ(FieldOf(TryOpen(Kiosk(), request)), "reason");
  request = Request();
  request.set_benefit_id("some");
  EXPECT_EQ(FieldOf(TryOpen(Kiosk(), request)), "benefit_id");
  request = Request();
  request.mutable_occurred_at()->set_nanos(-1);
  EXPECT_EQ(FieldOf(TryOpen(Kiosk(), request)), "occurred_at");
  EXPECT_EQ(ReasonOf(TryOpen(Desk(), Request())), v1::REASON_NOT_ALLOWED);
  EXPECT_EQ(Listed().size(), 0u);
}

}  // namespace
}  // namespace chunhui::assistance
