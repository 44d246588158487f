// How the visitor wants the kiosk to look: changed at once, kept when the visitor says yes, back
// with the card at any kiosk, gone for the next visitor.
#include <gtest/gtest.h>

#include "tests/support/pilot.h"

namespace chunhui::tests {
namespace {

using std::chrono::seconds;

class WishesTest : public ::testing::Test {
 protected:
  static void BeginVisit(Pilot& visitor, const std::string& card = kLiCard) {
    visitor.Shows(card);
    visitor.Taps("you.yes");
    ASSERT_EQ(visitor.Where(), "home") << visitor.Screen();
  }
  void ChoosesYellowOnBlack() {
    visitor_.Taps("bar.settings");
    visitor_.Taps("settings.theme");
    visitor_.Taps("settings.theme.contrast");
    visitor_.Taps("bar.home");
  }
  static kit::ThemeName Theme(Pilot& visitor) { return visitor.record().theme; }

  SmallTown town_;
  Pilot visitor_{town_};
};

TEST_F(WishesTest, AChoiceIsFollowedAtOnceAndThePageBelowIsNotLost) {
  BeginVisit(visitor_);
  visitor_.Taps("bar.settings");
  visitor_.Taps("settings.size");
  visitor_.Taps("settings.size.3");
  EXPECT_EQ(visitor_.Where(), "settings.size");
  EXPECT_EQ(visitor_.record().text_step, 3);
  visitor_.Taps("bar.back");
  visitor_.Taps("settings.language");
  EXPECT_EQ(visitor_.record().language, "en");
  visitor_.Taps("bar.back");
  EXPECT_EQ(visitor_.Where(), "home");
}

TEST_F(WishesTest, WhoSaysYesFindsItAgainAtAnyKiosk) {
  BeginVisit(visitor_);
  ChoosesYellowOnBlack();
  visitor_.Taps("bar.done");
  ASSERT_EQ(visitor_.Where(), "keep") << visitor_.Screen();
  EXPECT_TRUE(visitor_.Sees("黑底黄字")) << visitor_.Screen();
  visitor_.Taps("keep.yes");
  EXPECT_EQ(visitor_.Where(), "goodbye");
  Pilot other(town_, {.device_uri = kCanteenKiosk, .folder = town_.folder() / "canteen"});
  EXPECT_EQ(Theme(other), kit::ThemeName::kWarm);
  BeginVisit(other);
  EXPECT_EQ(Theme(other), kit::ThemeName::kContrast);
  other.Taps("bar.done");
  EXPECT_EQ(other.Where(), "goodbye") << "nothing is different from what is kept";
}

TEST_F(WishesTest, TheVoiceIsKeptAsWell) {
  BeginVisit(visitor_);
  visitor_.Taps("bar.listen");
  visitor_.Taps("listen.slower");
  visitor_.Taps("listen.ok");
  visitor_.Taps("bar.done");
  EXPECT_TRUE(visitor_.Sees("念得慢一点")) << visitor_.Screen();
  visitor_.Taps("keep.yes");
  visitor_.Taps("goodbye.ok");
  EXPECT_EQ(visitor_.app().voice().settings(), kit::VoiceSettings());
  BeginVisit(visitor_);
  EXPECT_EQ(visitor_.app().voice().settings().syllables_per_minute,
            kit::kSyllablesDefault - kit::kSyllablesStep);
}

TEST_F(WishesTest, TheDialectIsKeptAndFallsBackWhereNobodyHasRecordedIt) {
  Pilot visitor(town_, {.folder = town_.folder() / "shanghai", .dialects = {{"wuu", "上海话"}}});
  BeginVisit(visitor);
  visitor.Taps("bar.settings");
  visitor.Taps("settings.voice");
  visitor.Taps("settings.dialect.wuu");
  EXPECT_EQ(visitor.speech().settings().dialect, "wuu");
  visitor.Taps("bar.home");
  visitor.Taps("bar.done");
  EXPECT_TRUE(visitor.Sees("换一种话")) << visitor.Screen();
  visitor.Taps("keep.yes");
  visitor.Taps("goodbye.ok");
  EXPECT_EQ(visitor.speech().settings().dialect, "");
  BeginVisit(visitor_);
  visitor_.Taps("bar.settings");
  visitor_.Taps("settings.voice");
  EXPECT_FALSE(visitor_.Sees("上海话")) << visitor_.Screen();
}

TEST_F(WishesTest, TheLowModeIsFollowedAtOnce) {
  visitor_.Taps("bar.settings");
  visitor_.Taps("settings.place");
  visitor_.Taps("settings.low.on");
  EXPECT_TRUE(visitor_.app().stage().look().low_mode);
  const kit::Panel& panel = visitor_.record().panel;
  const float reach = panel.height_mm() * 0.4F;
  for (const kit::Item& item : visitor_.record().items) {
    if (item.role != kit::ItemRole::kButton) continue;
    EXPECT_GE(item.box.y, reach - 0.5F) << item.id;
  }
}

TEST_F(WishesTest, WhoSaysNoIsNotRememberedAndTheNextVisitorFindsTheKioskAsItWas) {
  BeginVisit(visitor_);
  ChoosesYellowOnBlack();
  visitor_.Taps("bar.done");
  visitor_.Taps("keep.no");
  ASSERT_EQ(visitor_.Where(), "goodbye");
  EXPECT_EQ(Theme(visitor_), kit::ThemeName::kContrast) << "the last page is still the visitor's";
  visitor_.Taps("goodbye.ok");
  EXPECT_EQ(Theme(visitor_), kit::ThemeName::kWarm);
  BeginVisit(visitor_);
  EXPECT_EQ(Theme(visitor_), kit::ThemeName::kWarm);
}

TEST_F(WishesTest, WhoChangedNothingIsNotAsked) {
  BeginVisit(visitor_);
  visitor_.Taps("bar.settings");
  visitor_.Taps("settings.theme");
  visitor_.Taps("settings.theme.dark");
  visitor_.Taps("settings.theme.warm");
  visitor_.Taps("bar.home");
  visitor_.Taps("bar.done");
  EXPECT_EQ(visitor_.Where(), "goodbye");
}

TEST_F(WishesTest, ATypedNumberIsNeitherAskedNorServedWithKeptWishes) {
  visitor_.Taps("idle.start");
  visitor_.Taps("who.phone");
  visitor_.Keys("who.key", kWangPhone);
  visitor_.Taps("who.ok");
  visitor_.Taps("you.yes");
  visitor_.Taps("arrival.only");
  ChoosesYellowOnBlack();
  visitor_.Taps("bar.done");
  EXPECT_EQ(visitor_.Where(), "goodbye") << visitor_.Screen();
}

TEST_F(WishesTest, WhatIsKeptCanBeForgottenAgain) {
  BeginVisit(visitor_);
  ChoosesYellowOnBlack();
  visitor_.Taps("bar.done");
  visitor_.Taps("keep.yes");
  visitor_.Taps("goodbye.ok");
  BeginVisit(visitor_);
  visitor_.Taps("bar.settings");
  visitor_.Taps("settings.forget");
  EXPECT_FALSE(visitor_.CanTap("settings.forget"));
  visitor_.Taps("bar.home");
  visitor_.Taps("bar.done");
  ASSERT_EQ(visitor_.Where(), "goodbye") << "asking again would be rude";
  visitor_.Taps("goodbye.ok");
  BeginVisit(visitor_);
  EXPECT_EQ(Theme(visitor_), kit::ThemeName::kWarm);
}

TEST_F(WishesTest, WhoEnlargedTheLettersBeforeTheCardKeepsThemLarge) {
  visitor_.Taps("bar.bigger");
  BeginVisit(visitor_);
  EXPECT_EQ(visitor_.record().text_step, kit::kDefaultTextStep + 1);
}

TEST_F(WishesTest, AnotherPersonsCardBringsTheKioskBackToItself) {
  BeginVisit(visitor_);
  ChoosesYellowOnBlack();
  visitor_.Shows(kZhaoCard);
  EXPECT_EQ(visitor_.Where(), "is_this_you.one");
  EXPECT_EQ(Theme(visitor_), kit::ThemeName::kWarm);
}

TEST_F(WishesTest, WhoWalksAwayIsAskedNothingAndLeavesNothingBehind) {
  BeginVisit(visitor_);
  ChoosesYellowOnBlack();
  visitor_.Passes(seconds(151));
  EXPECT_EQ(visitor_.Where(), "idle");
  EXPECT_EQ(Theme(visitor_), kit::ThemeName::kWarm);
}

TEST_F(WishesTest, SomebodyWithoutACardLeavesTheIdleKioskAsItWas) {
  visitor_.Taps("bar.settings");
  visitor_.Taps("settings.language");
  visitor_.Taps("bar.home");
  EXPECT_EQ(visitor_.record().language, "en");
  visitor_.Passes(seconds(151));
  EXPECT_EQ(visitor_.record().language, "zh-CN");
}

}  // namespace
}  // namespace chunhui::tests
