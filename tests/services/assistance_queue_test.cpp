// The queue as staff see it, who is on duty, and what happens by the clock.
#include <gtest/gtest.h>

#include "services/calls/wire.h"
#include "tests/services/assistance_fixture.h"

namespace chunhui::assistance {
namespace {

using std::chrono::hours;
using std::chrono::seconds;
using tests::FieldOf;
using tests::Kiosk;
using tests::Must;

class CaseQueueTest : public QueueTest {
 protected:
  static std::vector<int> Priorities(const std::vector<v1::Case>& cases) {
    std::vector<int> priorities;
    for (const v1::Case& one : cases) priorities.push_back(one.priority());
    return priorities;
  }
  static std::vector<std::string> Kiosks(const std::vector<v1::Case>& cases) {
    std::vector<std::string> kiosks;
    for (const v1::Case& one : cases) kiosks.push_back(one.kiosk_id());
    return kiosks;
  }

  calls::StreamPlan Watch(const std::string& covers = "station-1") {
    calls::Call call = MakeCall(Helper("li", covers));
    return Must(Finish(call, WatchCases(call, {}, duty_)));
  }

  // What the escalation at this time published.
  std::vector<calls::Event> Escalate() {
    calls::Call call = MakeCall(tests::ByOffice());
    EscalateCases(call);
    return call.events();
  }

  std::vector<std::string> DutyNews() {
    calls::Call call = MakeCall(tests::ByOffice());
    duty_.AnnounceChanges(call);
    std::vector<std::string> news;
    for (const calls::Event& event : call.events()) {
      v1::FollowResponse sign;
      EXPECT_TRUE(sign.ParseFromString(event.bytes));
      news.push_back(event.station_id + (sign.on_duty() ? " on" : " off"));
    }
    return news;
  }

  using Words = std::vector<std::string>;
};

TEST_F(CaseQueueTest, TheMostUrgentComesFirstThenTheOldest) {
  Open(Kiosk("b"));
  OpenPension(ResidentDueIn(200));
  clock_.Advance(seconds(1));
  Open(Kiosk("a"));
  Open(Kiosk("c"), v1::CASE_KIND_EMERGENCY);
  EXPECT_EQ(Priorities(Listed()), (std::vector<int>{1, 2, 2, 3}));
  EXPECT_EQ(Kiosks(Listed()), (Words{"c", "b", "a", "hall-1"}));
}

TEST_F(CaseQueueTest, PagesOfAnySizeShowEachCaseOnce) {
  for (const char* kiosk : {"a", "b", "c", "d", "e"}) Open(Kiosk(kiosk));
  Must(Withdraw(Listed()[0].case_id(), Kiosk(Listed()[0].kiosk_id())));
  const auto all = Kiosks(Listed(true));
  ASSERT_EQ(all.size(), 5u);
  for (int page_size : {1, 2, 3, 4, 5, 200}) EXPECT_EQ(Kiosks(Listed(true, page_size)), all);
}

TEST_F(CaseQueueTest, OnlyCasesClosedTodayAreListed) {
  Must(Withdraw(Open().case_id()));
  EXPECT_EQ(Listed(true).size(), 1u);
  clock_.SetTo(time::InstantAt(tests::kToday, time::TimeOfDay::At(24, 0)));
  EXPECT_EQ(Listed(true).size(), 0u);
}

TEST_F(CaseQueueTest, StaffSeeOnlyTheirStations) {
  Open(Kiosk("here", "station-1"));
  Open(Kiosk("there", "station-3"));
  EXPECT_EQ(Kiosks(Listed(false, 0, "east")), Words{"here"});
  EXPECT_EQ(Kiosks(Listed(false, 0, "west")), Words{"there"});
  EXPECT_EQ(Kiosks(Listed(false, 0, "city")).size(), 2u);
}

TEST_F(CaseQueueTest, MalformedListsAreRefusedByField) {
  v1::ListCasesRequest request;
  for (int page_size : {-1, 201}) {
    request.set_page_size(page_size);
    EXPECT_EQ(FieldOf(Ask(ListCases, Helper(), request)), "page_size");
  }
  request.clear_page_size();
  for (const char* token : {"x", "1", "1/2", "1/2/3", "1/2/x/id", "//3/id"}) {
    request.set_page_token(token);
    EXPECT_EQ(FieldOf(Ask(ListCases, Helper(), request)), "page_token") << token;
  }
}

TEST_F(CaseQueueTest, WatchingBeginsWithTheQueueAndGoesOnWithItsChanges) {
  Open(Kiosk("a"));
  Open(Kiosk("far", "station-3"));
  const auto plan = Watch();
  ASSERT_EQ(plan.first.size(), 2u);
  v1::WatchCasesResponse message;
  ASSERT_TRUE(message.ParseFromString(plan.first[0]));
  EXPECT_EQ(message.changed().kiosk_id(), "a");
  ASSERT_TRUE(message.ParseFromString(plan.first[1]));
  EXPECT_TRUE(message.caught_up());
  EXPECT_EQ(plan.sign_of_life(), plan.first[1]);
  Open(Kiosk("b"));
  EXPECT_TRUE(plan.wants(events_.at(0)));
  EXPECT_FALSE(plan.wants(events_.at(1)));
  Open(Kiosk("c", "station-3"));
  EXPECT_FALSE(plan.wants(events_.at(0)));
}

TEST_F(CaseQueueTest, WatchingLeavesAnAuditRowForEachPersonShown) {
  Open(Kiosk("nobody known"));
  const auto resident_id = ResidentDueIn(3);
  OpenPension(resident_id);
  Watch();
  ASSERT_EQ(last_audit_.size(), 1u);
  EXPECT_EQ(last_audit_[0].resident_id, resident_id);
}

TEST_F(CaseQueueTest, AStationIsOnDutyWhileItsQueueIsWatched) {
  EXPECT_FALSE(Must(TryOpen(Kiosk(), Request())).on_duty());
  auto first = Watch("east");
  auto second = Watch("station-1");
  EXPECT_TRUE(Must(TryOpen(Kiosk(), Request())).on_duty());
  EXPECT_TRUE(duty_.IsOn("station-2"));
  EXPECT_FALSE(duty_.IsOn("station-3"));
  first.ended();
  EXPECT_TRUE(duty_.IsOn("station-1"));
  EXPECT_FALSE(duty_.IsOn("station-2"));
  second.ended();
  EXPECT_FALSE(duty_.IsOn("station-1"));
}

TEST_F(CaseQueueTest, AStreamThatNeverBeganLeavesNobodyOnDuty) {
  { const auto plan = Watch(); }
  EXPECT_FALSE(duty_.IsOn("station-1"));
}

TEST_F(CaseQueueTest, AWatchMayOutliveTheDuty) {
  auto duty = std::make_unique<Duty>();
  const auto watch = duty->Begin({"station-1"});
  duty.reset();
  EXPECT_NE(watch, nullptr);
}

TEST_F(CaseQueueTest, KiosksAreToldWhenSomebodyComesAndGoes) {
  EXPECT_EQ(DutyNews(), Words{});
  auto plan = Watch("east");
  EXPECT_EQ(DutyNews(), (Words{"east on", "station-1 on", "station-2 on"}));
  EXPECT_EQ(DutyNews(), Words{});
  plan.ended();
  EXPECT_EQ(DutyNews(), (Words{"east off", "station-1 off", "station-2 off"}));
}

TEST_F(CaseQueueTest, AnUnclaimedCaseRingsAgainAfter60And180And300Seconds) {
  Open();
  int escalations = 0;
  for (const int at : {59, 60, 61, 179, 180, 299, 300, 301, 4000}) {
    clock_.SetTo(tests::kNow + seconds(at));
    const bool rings = at == 60 || at == 180 || at == 300;
    EXPECT_EQ(Escalate().size(), rings ? 2u : 0u) << at;
    escalations += rings;
    EXPECT_EQ(Listed()[0].escalations(), escalations) << at;
  }
}

TEST_F(CaseQueueTest, AnOfficeThatWasAwayCatchesUpInOneStep) {
  Open();
  clock_.Advance(hours(1));
  EXPECT_EQ(Escalate().size(), 2u);
  EXPECT_EQ(Listed()[0].escalations(), 3);
}

TEST_F(CaseQueueTest, AClaimedCaseDoesNotRingAgain) {
  Must(Claim(Open().case_id()));
  clock_.Advance(hours(1));
  EXPECT_EQ(Escalate().size(), 0u);
}

TEST_F(CaseQueueTest, AJournalledCaseEscalatesFromTheTimeItArrived) {
  auto request = Request();
  *request.mutable_occurred_at() = calls::ToWire(tests::kNow - hours(5));
  Must(TryOpen(Kiosk(), request));
  clock_.Advance(seconds(59));
  EXPECT_EQ(Escalate().size(), 0u);
  clock_.Advance(seconds(1));
  EXPECT_EQ(Escalate().size(), 2u);
}

TEST_F(CaseQueueTest, NotesGoAfterThirtyDaysAndNamesAfterAYearButCasesStay) {
  const v1::Case opened = OpenPension(ResidentDueIn(3));
  Must(Claim(opened.case_id()));
  Must(Close(opened.case_id(), v1::CASE_OUTCOME_HELPED, "step by step"));
  const auto kept_at = [&](hours later) {
    clock_.SetTo(tests::kNow + later);
    calls::Call call = MakeCall(tests::ByOffice());
    ForgetOldDetails(call);
    auto query = db_.Prepare("SELECT note IS NOT NULL, resident_id <> '' FROM cases");
    EXPECT_TRUE(query.Step());
    return std::pair(query.Bool(0), query.Bool(1));
  };
  EXPECT_EQ(kept_at(kNotesKept - hours(1)), std::pair(true, true));
  EXPECT_EQ(kept_at(kNotesKept), std::pair(false, true));
  EXPECT_EQ(kept_at(kPersonsKept - hours(1)), std::pair(false, true));
  EXPECT_EQ(kept_at(kPersonsKept), std::pair(false, false));
}

}  // namespace
}  // namespace chunhui::assistance
