// What kiosks and desks are told while they listen, through the whole office: after COMMIT, across
// a restart, and never to a revoked kiosk.
#include <gtest/gtest.h>

#include <thread>

#include "chunhui/v1/assistance.pb.h"
#include "chunhui/v1/content.pb.h"
#include "chunhui/v1/fleet.pb.h"
#include "chunhui/v1/staff.pb.h"
#include "services/calls/answer.h"
#include "tests/support/small_town.h"

namespace chunhui {
namespace {

using Stream = std::shared_ptr<calls::Subscription>;
constexpr char kFrontDesk[] = "chunhui://hongfeng/desk/front";

// The next message but signs of life; nothing when none comes.
template <typename Message>
std::optional<Message> Next(calls::Subscription& stream, bool (*is_sign)(const Message&)) {
  for (int i = 0; i < 5000; ++i) {
    Message message;
    if (auto bytes = stream.Take()) {
      EXPECT_TRUE(message.ParseFromString(*bytes));
      if (!is_sign(message)) return message;
      continue;
    }
    if (stream.closed()) return std::nullopt;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return std::nullopt;
}

class StreamsTest : public ::testing::Test {
 protected:
  calls::Peer StaffPeer() {
    v1::SignInRequest request;
    request.set_account("li");
    request.set_pin(tests::kStaffPin);
    demo::TownCaller desk(town_.office().dispatcher(), town_.random(),
                          {calls::DeviceKind::kDesk, tests::kStation, "front"});
    const auto session = desk.Call<v1::SignInResponse>("StaffService/SignIn", request);
    return {kFrontDesk, session.session_token()};
  }

  std::variant<Stream, calls::Answer> TryFollow(int64_t after, const std::string& kiosk) {
    v1::FollowRequest request;
    request.set_after_sequence(after);
    return town_.office().dispatcher().OpenStream("/chunhui.v1.FleetService/Follow", {kiosk},
                                                  request.SerializeAsString());
  }
  Stream Follow(int64_t after = 0, const std::string& kiosk = tests::kHallKiosk) {
    return std::get<Stream>(TryFollow(after, kiosk));
  }
  Stream Watch() {
    return std::get<Stream>(town_.office().dispatcher().OpenStream(
        "/chunhui.v1.AssistanceService/WatchCases", StaffPeer(), ""));
  }

  static v1::FollowResponse NextUpdate(const Stream& stream) {
    const auto is_sign = [](const v1::FollowResponse& update) { return update.has_on_duty(); };
    return Next<v1::FollowResponse>(*stream, is_sign).value_or(v1::FollowResponse{});
  }
  static v1::Case NextCase(const Stream& stream) {
    const auto is_sign = [](const v1::WatchCasesResponse& change) { return change.caught_up(); };
    return Next<v1::WatchCasesResponse>(*stream, is_sign)
        .value_or(v1::WatchCasesResponse{})
        .changed();
  }
  // The next sign that says so; false when none comes.
  static bool HearsOnDuty(const Stream& stream, bool on_duty) {
    const auto other = [](const v1::FollowResponse& update) { return !update.has_on_duty(); };
    while (const auto sign = Next<v1::FollowResponse>(*stream, other)) {
      if (sign->on_duty() == on_duty) return true;
    }
    return false;
  }

  // What has come by now holds nothing but signs of life.
  static bool HasHeardNothing(const Stream& stream) {
    while (const auto bytes = stream->Take()) {
      v1::FollowResponse update;
      if (!update.ParseFromString(*bytes) || !update.has_on_duty()) return false;
    }
    return true;
  }

  v1::Case CallForHelp() {
    demo::TownCaller kiosk(town_.office().dispatcher(), town_.random(),
                           {calls::DeviceKind::kKiosk, tests::kStation, "hall-1"});
    v1::OpenCaseRequest request;
    request.set_kind(v1::CASE_KIND_HELP);
    return kiosk.Call<v1::OpenCaseResponse>("AssistanceService/OpenCase", request).case_();
  }

  tests::SmallTown town_;
};

TEST_F(StreamsTest, ANoticeAndItsRecallReachTheKioskThatFollows) {
  const Stream kiosk = Follow(1000);
  EXPECT_TRUE(NextUpdate(kiosk).resync());
  const std::string id = town_.Publish("停水", "明天停水。");
  EXPECT_EQ(NextUpdate(kiosk).notice_published().notice_id(), id);
  v1::RecallNoticeRequest request;
  request.set_notice_id(id);
  town_.admin().Call<v1::RecallNoticeResponse>("ContentService/RecallNotice", request);
  EXPECT_EQ(NextUpdate(kiosk).notice_recalled(), id);
}

TEST_F(StreamsTest, AKioskThatWasAwayGetsExactlyWhatItMissedAlsoAfterARestart) {
  const Stream before = Follow(1000);
  NextUpdate(before);
  town_.Publish("一", "一。");
  const int64_t seen = NextUpdate(before).sequence();
  const std::string second = town_.Publish("二", "二。");
  before->Close();
  town_.Restart();
  const std::string third = town_.Publish("三", "三。");
  const Stream kiosk = Follow(seen);
  EXPECT_EQ(NextUpdate(kiosk).notice_published().notice_id(), second);
  EXPECT_EQ(NextUpdate(kiosk).notice_published().notice_id(), third);
}

TEST_F(StreamsTest, ACallForHelpRingsAtTheDeskAndTheKioskLearnsWhoComes) {
  const Stream desk = Watch();
  const Stream kiosk = Follow(1000);
  const Stream other_kiosk = Follow(1000, tests::kCanteenKiosk);
  NextUpdate(kiosk);
  NextUpdate(other_kiosk);
  const v1::Case called = CallForHelp();
  EXPECT_EQ(NextCase(desk).case_id(), called.case_id());
  EXPECT_EQ(NextUpdate(kiosk).case_changed().state(), v1::CASE_STATE_OPEN);
  v1::ClaimCaseRequest request;
  request.set_case_id(called.case_id());
  town_.staff().Call<v1::ClaimCaseResponse>("AssistanceService/ClaimCase", request);
  EXPECT_EQ(NextCase(desk).state(), v1::CASE_STATE_CLAIMED);
  EXPECT_EQ(NextUpdate(kiosk).case_changed().claimed_by(), "李老师");
  town_.Publish("别的", "别的。");
  EXPECT_EQ(NextUpdate(other_kiosk).notice_published().title(), "别的");
}

TEST_F(StreamsTest, AnOpenCaseIsThereAfterARestart) {
  const v1::Case called = CallForHelp();
  town_.Restart();
  EXPECT_EQ(NextCase(Watch()).case_id(), called.case_id());
}

TEST_F(StreamsTest, KiosksHearWithinATickThatSomebodyIsOnDutyAndThatTheLastOneLeft) {
  const Stream kiosk = Follow();
  const Stream desk = Watch();
  town_.office().Tick();
  EXPECT_TRUE(HearsOnDuty(kiosk, true));
  desk->Close();
  town_.office().Tick();
  EXPECT_TRUE(HearsOnDuty(kiosk, false));
}

TEST_F(StreamsTest, SigningOutEndsTheWatchOfThatSessionAlone) {
  const calls::Peer leaver = StaffPeer();
  const Stream leaving = std::get<Stream>(town_.office().dispatcher().OpenStream(
      "/chunhui.v1.AssistanceService/WatchCases", leaver, ""));
  const Stream other = Watch();
  v1::SignOutRequest request;
  request.set_request_id("0193b1a0-0000-7000-8000-000000000001");
  const calls::Answer answer = town_.office().dispatcher().CallAndWait(
      "/chunhui.v1.StaffService/SignOut", leaver, request.SerializeAsString());
  ASSERT_EQ(answer.code, calls::Code::kOk);
  EXPECT_EQ(NextCase(leaving).case_id(), "") << "it ends without another word";
  EXPECT_TRUE(leaving->closed());
  EXPECT_FALSE(other->closed());
}

TEST_F(StreamsTest, ARevokedKioskHearsNothingMoreAndDoesNotGetInAgain) {
  const Stream revoked = Follow(1000);
  const Stream other = Follow(1000, tests::kCanteenKiosk);
  NextUpdate(revoked);
  NextUpdate(other);
  v1::RevokeKioskRequest request;
  request.set_kiosk_id("hall-1");
  town_.admin().Call<v1::RevokeKioskResponse>("FleetService/RevokeKiosk", request);
  const std::string id = town_.Publish("停水", "明天停水。");
  EXPECT_EQ(NextUpdate(other).notice_published().notice_id(), id);
  EXPECT_TRUE(HasHeardNothing(revoked));
  const auto refused = std::get<calls::Answer>(TryFollow(0, tests::kHallKiosk));
  EXPECT_EQ(calls::DetailOf(refused).reason(), v1::REASON_NO_CERTIFICATE);
}

}  // namespace
}  // namespace chunhui
