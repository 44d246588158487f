// The one stream of a kiosk: what was missed, then what happens.
#include <gtest/gtest.h>

#include "services/fleet/fleet.h"
#include "tests/support/call_fixture.h"

namespace chunhui::fleet {
namespace {

using tests::Desk;
using tests::FieldOf;
using tests::Kiosk;
using tests::Must;
using tests::ReasonOf;

class FollowTest : public tests::CallTest {
 protected:
  FollowTest() : CallTest({kFleetMigrations}) {}

  // Announces a recall, which carries any text; answers the events it published.
  std::vector<calls::Event> Tell(const std::string& what, const std::string& station_id = "",
                                 const std::string& kiosk_id = "") {
    calls::Call call = MakeCall(tests::ByOffice());
    v1::FollowResponse update;
    update.set_notice_recalled(what);
    Announce(call, station_id, kiosk_id, update);
    return call.events();
  }

  calls::Outcome<calls::StreamPlan> Open(int64_t after, calls::Caller caller = Kiosk()) {
    v1::FollowRequest request;
    request.set_after_sequence(after);
    calls::Call call = MakeCall(std::move(caller));
    return Follow(call, request, [this](const std::string&) { return on_duty_; });
  }

  // In words: "3:text" for a recall, "resync", "duty" or "nobody".
  static std::string InWords(const std::string& bytes) {
    v1::FollowResponse update;
    EXPECT_TRUE(update.ParseFromString(bytes));
    if (update.resync()) return "resync";
    if (update.has_on_duty()) return update.on_duty() ? "duty" : "nobody";
    return std::to_string(update.sequence()) + ":" + update.notice_recalled();
  }

  std::vector<std::string> Replayed(int64_t after, calls::Caller caller = Kiosk()) {
    std::vector<std::string> words;
    for (const auto& bytes : Must(Open(after, std::move(caller))).first) {
      words.push_back(InWords(bytes));
    }
    return words;
  }

  using Words = std::vector<std::string>;
  bool on_duty_ = false;
};

TEST_F(FollowTest, ExactlyWhatWasMissedIsReplayed) {
  for (const char* what : {"a", "b", "c"}) Tell(what);
  EXPECT_EQ(Replayed(0), (Words{"1:a", "2:b", "3:c", "nobody"}));
  EXPECT_EQ(Replayed(2), (Words{"3:c", "nobody"}));
  EXPECT_EQ(Replayed(3), (Words{"nobody"}));
}

TEST_F(FollowTest, AKioskHearsOnlyWhatIsForItsStationAndForItself) {
  Tell("all");
  Tell("station", "station-1");
  Tell("other station", "station-2");
  Tell("me", "station-1", "hall-1");
  Tell("my neighbour", "station-1", "hall-2");
  EXPECT_EQ(Replayed(0), (Words{"1:all", "2:station", "4:me", "nobody"}));
  const auto plan = Must(Open(5));
  EXPECT_TRUE(plan.wants(Tell("all")[0]));
  EXPECT_TRUE(plan.wants(Tell("me", "station-1", "hall-1")[0]));
  EXPECT_FALSE(plan.wants(Tell("other station", "station-2")[0]));
  EXPECT_FALSE(plan.wants(Tell("my neighbour", "station-1", "hall-2")[0]));
}

TEST_F(FollowTest, WhatWasReplayedIsNotSentAgain) {
  const auto before = Tell("a");
  const auto plan = Must(Open(0));
  EXPECT_FALSE(plan.wants(before[0]));
  EXPECT_TRUE(plan.wants(Tell("b")[0]));
}

TEST_F(FollowTest, WhoComesFromAnotherPastFetchesEverythingAgain) {
  Tell("a");
  EXPECT_EQ(Replayed(1000), (Words{"resync", "nobody"}));
  EXPECT_TRUE(Must(Open(1000)).wants(Tell("b")[0]));
}

TEST_F(FollowTest, WhoWasAwayTooLongFetchesEverythingAgain) {
  Tell("a");
  Tell("b");
  clock_.Advance(kUpdatesKeptFor + std::chrono::seconds(1));
  Tell("c");
  EXPECT_EQ(Replayed(1), (Words{"resync", "nobody"}));
  EXPECT_EQ(Replayed(2), (Words{"3:c", "nobody"}));
}

TEST_F(FollowTest, WhoMissedMoreThanCanBeReplayedFetchesEverythingAgain) {
  for (int64_t i = 0; i < kReplayMax; ++i) Tell("x");
  EXPECT_EQ(Replayed(0).size(), static_cast<size_t>(kReplayMax) + 1);
  Tell("one more");
  EXPECT_EQ(Replayed(0), (Words{"resync", "nobody"}));
}

TEST_F(FollowTest, TheLogOfUpdatesDoesNotGrowForEver) {
  db_.Run("INSERT INTO updates VALUES (?, '', '', ?, x'')", kUpdatesKept,
          time::ToUnixMs(clock_.now()));
  db_.Run("INSERT INTO updates VALUES (1, '', '', ?, x'')", time::ToUnixMs(clock_.now()));
  Tell("a");
  auto query = db_.Prepare("SELECT MIN(sequence), count(*) FROM updates");
  ASSERT_TRUE(query.Step());
  EXPECT_EQ(query.Int(0), kUpdatesKept);
  EXPECT_EQ(query.Int(1), 2);
}

TEST_F(FollowTest, TheSignOfLifeSaysWhetherSomebodyIsOnDuty) {
  const auto plan = Must(Open(0));
  EXPECT_EQ(InWords(plan.first.back()), "nobody");
  on_duty_ = true;
  EXPECT_EQ(InWords(plan.sign_of_life()), "duty");
  EXPECT_TRUE(plan.wants({calls::EventKind::kFollow, "station-1", "", 0, ""}));
  EXPECT_FALSE(plan.wants({calls::EventKind::kCase, "station-1", "", 0, ""}));
}

TEST_F(FollowTest, AStreamFallsSilentWhenItsKioskIsRevoked) {
  PutDevice(db_, {calls::DeviceKind::kKiosk, "hall-1", "station-1", "大厅", ""}, clock_.now());
  const auto plan = Must(Open(0));
  const auto neighbour = Must(Open(0, Kiosk("hall-2")));
  v1::RevokeKioskRequest request;
  request.set_kiosk_id("hall-1");
  calls::Call call = MakeCall(tests::WithStaff(Desk(), v1::ROLE_ADMIN, "city"));
  Must(RevokeKiosk(call, request));
  EXPECT_FALSE(plan.wants(call.events().at(0)));
  EXPECT_FALSE(neighbour.wants(call.events().at(0)));
  const auto later = Tell("secret", "station-1");
  EXPECT_FALSE(plan.wants(later[0]));
  EXPECT_TRUE(neighbour.wants(later[0]));
}

TEST_F(FollowTest, OnlyKiosksFollow) {
  EXPECT_EQ(ReasonOf(Open(0, Desk())), v1::REASON_NOT_ALLOWED);
  EXPECT_EQ(FieldOf(Open(-1)), "after_sequence");
}

}  // namespace
}  // namespace chunhui::fleet
