// Claiming by exactly one, closing with an outcome, withdrawing.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "core/store/writer.h"
#include "services/calls/wire.h"
#include "tests/services/assistance_fixture.h"

namespace chunhui::assistance {
namespace {

using tests::FieldOf;
using tests::Kiosk;
using tests::kToday;
using tests::Must;
using tests::ReasonOf;

class SettleTest : public QueueTest {
 protected:
  using QueueTest::QueueTest;

  // A pension case claimed by li.
  v1::Case Claimed(const std::string& resident_id) {
    return Must(Claim(OpenPension(resident_id).case_id())).case_();
  }
};

TEST_F(SettleTest, TheKioskLearnsWhoIsComing) {
  const v1::Case opened = Open();
  const v1::Case claimed = Must(Claim(opened.case_id())).case_();
  EXPECT_EQ(claimed.state(), v1::CASE_STATE_CLAIMED);
  EXPECT_EQ(claimed.claimed_by(), "李老师");
  EXPECT_EQ(calls::FromWire(claimed.claimed_at()), tests::kNow);
  v1::FollowResponse update;
  ASSERT_TRUE(update.ParseFromString(events_.at(1).bytes));
  EXPECT_EQ(update.case_changed().claimed_by(), "李老师");
}

TEST_F(SettleTest, ACaseIsClaimedByOneAndClaimingOnesOwnIsNoError) {
  const v1::Case opened = Open();
  Must(Claim(opened.case_id(), Helper("li")));
  EXPECT_EQ(ReasonOf(Claim(opened.case_id(), Helper("zhao"))), v1::REASON_CASE_TAKEN);
  Must(Claim(opened.case_id(), Helper("li")));
  EXPECT_EQ(events_.size(), 0u);
}

TEST_F(SettleTest, HelpersOfOtherStationsLearnNothing) {
  const v1::Case opened = Open();
  EXPECT_EQ(ReasonOf(Claim(opened.case_id(), Helper("wu", "station-2"))), v1::REASON_UNKNOWN);
  EXPECT_EQ(ReasonOf(Claim("no such id")), v1::REASON_UNKNOWN);
  EXPECT_EQ(ReasonOf(Get(opened.case_id(), Helper("wu", "west"))), v1::REASON_UNKNOWN);
  EXPECT_EQ(ReasonOf(Get(opened.case_id(), Kiosk("hall-2"))), v1::REASON_UNKNOWN);
  EXPECT_EQ(ReasonOf(Get(opened.case_id(), Kiosk("hall-1", "station-2"))), v1::REASON_UNKNOWN);
  const auto cook = tests::WithStaff(tests::Desk(), v1::ROLE_KITCHEN);
  EXPECT_EQ(ReasonOf(Get(opened.case_id(), cook)), v1::REASON_UNKNOWN);
  Must(Get(opened.case_id(), Helper("li", "east")));
}

TEST_F(SettleTest, ACertificationMovesTheDueDateAndTheVisitorIsTold) {
  const auto resident_id = ResidentDueIn(3);
  const v1::Case claimed = Claimed(resident_id);
  const v1::Case closed = Must(Close(claimed.case_id(), v1::CASE_OUTCOME_CERTIFIED)).case_();
  EXPECT_EQ(closed.state(), v1::CASE_STATE_CLOSED);
  EXPECT_EQ(calls::FromWire(closed.next_due_on()), kToday.AddMonths(12));
  EXPECT_EQ(BenefitOf(resident_id).due_on, kToday.AddMonths(12));
  EXPECT_EQ(BenefitOf(resident_id).certified_on, kToday);
  EXPECT_EQ(BenefitOf(resident_id).open_case_id, "");
  EXPECT_TRUE(Must(Get(claimed.case_id(), Kiosk())).case_().has_next_due_on());
}

TEST_F(SettleTest, OtherOutcomesLeaveTheDueDate) {
  for (int number = 1; number <= v1::CaseOutcome_MAX; ++number) {
    const auto outcome = static_cast<v1::CaseOutcome>(number);
    if (outcome == v1::CASE_OUTCOME_CERTIFIED || outcome == v1::CASE_OUTCOME_ALREADY_CERTIFIED) {
      continue;
    }
    const auto resident_id = ResidentDueIn(3);
    const v1::Case closed = Must(Close(Claimed(resident_id).case_id(), outcome)).case_();
    EXPECT_EQ(closed.outcome(), outcome);
    EXPECT_FALSE(closed.has_next_due_on());
    EXPECT_EQ(BenefitOf(resident_id).due_on, kToday.AddDays(3));
  }
}

TEST_F(SettleTest, ATypedNumberIsNotToldTheNextDueDate) {
  const v1::Case opened = OpenPension(ResidentDueIn(3), v1::ASSURANCE_NUMBER);
  Must(Claim(opened.case_id()));
  Must(Close(opened.case_id(), v1::CASE_OUTCOME_CERTIFIED));
  EXPECT_FALSE(Must(Get(opened.case_id(), Kiosk())).case_().has_next_due_on());
  EXPECT_TRUE(Must(Get(opened.case_id(), Helper())).case_().has_next_due_on());
}

TEST_F(SettleTest, OutcomesThatDoNotFitAreRefused) {
  const v1::Case help = Must(Claim(Open().case_id())).case_();
  for (const auto outcome : {v1::CASE_OUTCOME_UNSPECIFIED, v1::CASE_OUTCOME_CERTIFIED,
                             v1::CASE_OUTCOME_TO_POLICE_PHOTO, static_cast<v1::CaseOutcome>(55)}) {
    EXPECT_EQ(FieldOf(Close(help.case_id(), outcome)), "outcome") << outcome;
  }
  const v1::Case pension = Claimed(ResidentDueIn(3));
  for (const auto outcome : {v1::CASE_OUTCOME_UNSPECIFIED, static_cast<v1::CaseOutcome>(55)}) {
    EXPECT_EQ(FieldOf(Close(pension.case_id(), outcome)), "outcome") << outcome;
  }
  Must(Close(help.case_id(), v1::CASE_OUTCOME_HELPED));
}

TEST_F(SettleTest, OnlyWhoClaimedItClosesItAndOnlyOnce) {
  const v1::Case opened = Open();
  EXPECT_EQ(ReasonOf(Close(opened.case_id(), v1::CASE_OUTCOME_HELPED)), v1::REASON_WRONG_STATE);
  Must(Claim(opened.case_id(), Helper("li")));
  EXPECT_EQ(ReasonOf(Close(opened.case_id(), v1::CASE_OUTCOME_HELPED, "", Helper("zhao"))),
            v1::REASON_CASE_TAKEN);
  Must(Close(opened.case_id(), v1::CASE_OUTCOME_HELPED));
  EXPECT_EQ(ReasonOf(Close(opened.case_id(), v1::CASE_OUTCOME_HELPED)), v1::REASON_CASE_CLOSED);
  EXPECT_EQ(ReasonOf(Claim(opened.case_id())), v1::REASON_CASE_CLOSED);
}

TEST_F(SettleTest, NeverMindClosesTheCaseAndStaffStillSeeIt) {
  const v1::Case opened = Open();
  Must(Claim(opened.case_id()));
  EXPECT_EQ(ReasonOf(Withdraw(opened.case_id(), Kiosk("hall-2"))), v1::REASON_UNKNOWN);
  EXPECT_EQ(ReasonOf(Withdraw(opened.case_id(), tests::Desk("hall-1"))), v1::REASON_UNKNOWN);
  EXPECT_EQ(Must(Withdraw(opened.case_id())).case_().outcome(), v1::CASE_OUTCOME_WITHDRAWN);
  Must(Withdraw(opened.case_id()));
  EXPECT_EQ(Listed().size(), 0u);
  ASSERT_EQ(Listed(/*include_closed=*/true).size(), 1u);
  EXPECT_EQ(Listed(true)[0].outcome(), v1::CASE_OUTCOME_WITHDRAWN);
}

TEST_F(SettleTest, AHelpedCaseCannotBeWithdrawnAfterwards) {
  const v1::Case opened = Open();
  Must(Claim(opened.case_id()));
  Must(Close(opened.case_id(), v1::CASE_OUTCOME_HELPED));
  EXPECT_EQ(ReasonOf(Withdraw(opened.case_id())), v1::REASON_CASE_CLOSED);
}

TEST_F(SettleTest, NotesAreSealedAndHoldNoLongNumbers) {
  const v1::Case opened = Open();
  Must(Claim(opened.case_id()));
  for (const char* note : {"身份证110199194302280011", "１３９００００００００1", "139 0000 0001",
                           "6222-0000-0000-0000"}) {
    EXPECT_EQ(FieldOf(Close(opened.case_id(), v1::CASE_OUTCOME_HELPED, note)), "note") << note;
  }
  EXPECT_EQ(FieldOf(Close(opened.case_id(), v1::CASE_OUTCOME_HELPED, std::string(201, 'a'))),
            "note");
  Must(Close(opened.case_id(), v1::CASE_OUTCOME_HELPED, "2026-11-22 换了大字"));
  auto query = db_.Prepare("SELECT instr(note, '大字') FROM cases WHERE note IS NOT NULL");
  ASSERT_TRUE(query.Step());
  EXPECT_EQ(query.Int(0), 0);
}

TEST_F(SettleTest, ACaseNeverDisappearsAndAClosedOneStaysClosed) {
  const v1::Case opened = Open();
  Must(Withdraw(opened.case_id()));
  EXPECT_THROW(db_.Run("DELETE FROM cases"), store::StoreError);
  EXPECT_THROW(db_.Run("UPDATE cases SET state = 1"), store::StoreError);
  EXPECT_EQ(Listed(true).size(), 1u);
}

TEST_F(SettleTest, EveryStepOfACaseIsInTheAudit) {
  const auto resident_id = ResidentDueIn(3);
  const v1::Case opened = OpenPension(resident_id);
  const auto expect_audited = [&](const char* step) {
    ASSERT_EQ(last_audit_.size(), 1u) << step;
    EXPECT_EQ(last_audit_[0].resident_id, resident_id) << step;
    EXPECT_EQ(last_audit_[0].subject, opened.case_id()) << step;
  };
  expect_audited("open");
  Must(Get(opened.case_id(), Kiosk()));
  expect_audited("get");
  Must(Claim(opened.case_id()));
  expect_audited("claim");
  EXPECT_EQ(ReasonOf(Claim(opened.case_id(), Helper("zhao"))), v1::REASON_CASE_TAKEN);
  expect_audited("refused claim");
  Must(Close(opened.case_id(), v1::CASE_OUTCOME_CERTIFIED));
  expect_audited("close");
}

TEST_F(SettleTest, OfEightHelpersAtOnceExactlyOneGetsEachCase) {
  constexpr int kHelperThreads = 8;
  constexpr int kRounds = 20;
  std::vector<std::string> cases;
  for (int i = 0; i < kRounds; ++i) {
    cases.push_back(Open(Kiosk("hall-" + std::to_string(i))).case_id());
  }
  store::Writer writer(std::move(db_));
  std::atomic<int> claimed = 0;
  std::atomic<int> taken = 0;
  const auto help = [&](int number) {
    for (const std::string& case_id : cases) {
      v1::ClaimCaseRequest request;
      request.set_case_id(case_id);
      writer.RunAndWait([&](store::Db& db) {
        calls::Call call(Helper("helper-" + std::to_string(number)), db, clock_.now(), vault_,
                         random_);
        const auto outcome = ClaimCase(call, request);
        outcome.ok() ? ++claimed : ++taken;
      });
    }
  };
  std::vector<std::thread> threads;
  for (int number = 0; number < kHelperThreads; ++number) threads.emplace_back(help, number);
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(claimed, kRounds);
  EXPECT_EQ(taken, kRounds * (kHelperThreads - 1));
}

}  // namespace
}  // namespace chunhui::assistance
