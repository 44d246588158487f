// The voice in the whole kiosk: which pages read themselves, what stops it, what it never says.
#include <gtest/gtest.h>

#include "tests/support/pilot.h"
#include "tests/support/small_town.h"

namespace chunhui {
namespace {

using std::chrono::milliseconds;
using tests::kLiCard;

class VoiceInTheKiosk : public testing::Test {
 protected:
  // What was said last, sentence by sentence.
  std::string Said() {
    std::string said;
    if (visitor_.speech().said().empty()) return said;
    for (const auto& sentence : visitor_.speech().said().back().sentences) {
      said += sentence.words + "|";
    }
    return said;
  }
  bool Says(std::string_view words) { return Said().find(words) != std::string::npos; }

  tests::SmallTown town_;
  tests::Pilot visitor_{town_};
};

TEST_F(VoiceInTheKiosk, AnIdleKioskTalksToNobody) {
  visitor_.Passes(milliseconds(5000));
  EXPECT_TRUE(visitor_.speech().said().empty()) << Said();
}

TEST_F(VoiceInTheKiosk, EveryPageReadsItself) {
  visitor_.Taps("idle.start");
  visitor_.Passes(milliseconds(100));
  EXPECT_TRUE(Says("请刷卡")) << Said();
  visitor_.Taps("who.phone");
  visitor_.Passes(milliseconds(100));
  EXPECT_TRUE(Says("请按电话号码")) << Said();
}

TEST_F(VoiceInTheKiosk, TheCountdownIsSpokenToo) {
  visitor_.Taps("idle.start");
  visitor_.Passes(milliseconds(120'300));
  EXPECT_TRUE(Says("您还在吗")) << Said();
  visitor_.Passes(milliseconds(10'000));
  EXPECT_TRUE(Says("再过20秒")) << Said();
  visitor_.Passes(milliseconds(10'000));
  EXPECT_TRUE(Says("再过10秒")) << Said();
}

TEST_F(VoiceInTheKiosk, AFixedKeyIsNotReadWithThePage) {
  visitor_.Taps("idle.start");
  visitor_.Taps("who.phone");
  visitor_.Passes(milliseconds(100));
  EXPECT_FALSE(Says("删一位")) << Said();
  EXPECT_FALSE(Says("听一听")) << Said();
}

TEST_F(VoiceInTheKiosk, ATouchStopsIt) {
  visitor_.Taps("idle.start");
  visitor_.Passes(milliseconds(100));
  const int before = visitor_.speech().stops();
  visitor_.TouchesAt("title");
  EXPECT_GT(visitor_.speech().stops(), before);
}

TEST_F(VoiceInTheKiosk, WhatIsTypedIsCountedAndNeverReadOut) {
  visitor_.Taps("idle.start");
  visitor_.Taps("who.keypad");
  visitor_.Keys("who.key", "110199");
  visitor_.Taps("bar.listen");
  EXPECT_TRUE(Says("按了6位")) << Said();
  EXPECT_FALSE(Says("110199")) << Said();
}

TEST_F(VoiceInTheKiosk, ListeningReadsThePageAndKeepsIt) {
  visitor_.Taps("idle.start");
  visitor_.Taps("who.phone");
  visitor_.Taps("bar.listen");
  EXPECT_EQ(visitor_.record().screen, "listen");
  EXPECT_TRUE(Says("请按电话号码")) << Said();
  visitor_.Taps("listen.ok");
  EXPECT_TRUE(visitor_.CanTap("who.key.1"));
}

TEST_F(VoiceInTheKiosk, WithoutALoudspeakerTheSentenceStandsOnTheScreen) {
  visitor_.Taps("idle.start");
  visitor_.Taps("who.phone");
  visitor_.Taps("bar.listen");
  EXPECT_TRUE(visitor_.Shown("listen.caption", "请按电话号码")) << visitor_.Screen();
  visitor_.Passes(milliseconds(60'000));
  EXPECT_TRUE(visitor_.Shown("listen.caption", "念完了，想再听就点“再听一遍”"))
      << visitor_.Screen();
}

TEST_F(VoiceInTheKiosk, LouderSlowerAndFasterAreHeardAtOnceAndKeptForTheVisit) {
  visitor_.Taps("bar.listen");
  const size_t before = visitor_.speech().said().size();
  visitor_.Taps("listen.slower");
  visitor_.Taps("listen.louder");
  EXPECT_EQ(visitor_.speech().said().size(), before + 2);
  EXPECT_EQ(visitor_.speech().settings().syllables_per_minute, 140);
  EXPECT_EQ(visitor_.speech().settings().volume, 4);
}

TEST_F(VoiceInTheKiosk, ItIsQuietAfterStopReadingUntilAskedAgain) {
  visitor_.Taps("idle.start");
  visitor_.Taps("bar.listen");
  visitor_.Taps("listen.stop");
  const size_t before = visitor_.speech().said().size();
  visitor_.Taps("who.phone");
  visitor_.Passes(milliseconds(200));
  EXPECT_EQ(visitor_.speech().said().size(), before);
  visitor_.Taps("bar.listen");
  EXPECT_GT(visitor_.speech().said().size(), before);
}

TEST_F(VoiceInTheKiosk, RateAndVolumeFallBackAfterTheVisit) {
  visitor_.Shows(kLiCard);
  visitor_.Taps("you.yes");
  visitor_.Taps("bar.listen");
  visitor_.Taps("listen.slower");
  visitor_.Taps("listen.ok");
  visitor_.Taps("bar.done");
  visitor_.Taps("keep.no");
  EXPECT_EQ(visitor_.speech().settings().syllables_per_minute, 140);
  visitor_.Taps("goodbye.ok");
  EXPECT_EQ(visitor_.speech().settings(), kit::VoiceSettings());
}

TEST_F(VoiceInTheKiosk, AFingerIsToldWhatItTouchesAndChoosesItTheSecondTime) {
  visitor_.Taps("idle.start");
  visitor_.Taps("bar.listen");
  visitor_.Taps("bar.listen");
  EXPECT_NE(visitor_.record().Find("point.banner"), nullptr) << visitor_.Screen();
  visitor_.TouchesAt("who.phone");
  EXPECT_EQ(Said(), "按电话号码|");
  EXPECT_EQ(visitor_.Where(), "who.card");
  visitor_.TouchesAt("who.phone");
  EXPECT_TRUE(visitor_.CanTap("who.key.1")) << visitor_.Screen();
}

TEST_F(VoiceInTheKiosk, PointingEndsWithTheListenKeyAndWithTheVisit) {
  visitor_.Taps("bar.listen");
  visitor_.Taps("bar.listen");
  visitor_.Taps("bar.listen");
  EXPECT_EQ(visitor_.record().Find("point.banner"), nullptr) << visitor_.Screen();
  visitor_.Taps("idle.start");
  EXPECT_EQ(visitor_.record().screen, "who");
}

}  // namespace
}  // namespace chunhui
