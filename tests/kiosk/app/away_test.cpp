// What people see while the office is away, and when it is back.
#include <gtest/gtest.h>

#include "tests/support/pilot.h"

namespace chunhui::tests {
namespace {

class AwayTest : public ::testing::Test {
 protected:
  void BeginVisit() {
    visitor_.Shows(kLiCard);
    visitor_.Taps("you.yes");
    ASSERT_EQ(visitor_.Where(), "home") << visitor_.Screen();
  }
  void ToTheLastStep() {
    visitor_.Taps("home.meals");
    visitor_.Taps("meals.day.1");
    visitor_.Taps("meals.dish.1");
    ASSERT_EQ(visitor_.Where(), "meals.confirm") << visitor_.Screen();
  }
  bool SaysAway() { return visitor_.record().Find("away.banner") != nullptr; }

  SmallTown town_;
  Pilot visitor_{town_};
};

TEST_F(AwayTest, EveryScreenSaysThatTheOfficeIsAwayAndThatItIsBack) {
  EXPECT_FALSE(SaysAway());
  visitor_.wire().Cut();
  EXPECT_TRUE(visitor_.Soon([&] { return SaysAway(); })) << visitor_.Screen();
  EXPECT_TRUE(visitor_.CanTap("bar.help"));
  visitor_.wire().Mend();
  EXPECT_TRUE(visitor_.Soon([&] { return !SaysAway(); })) << visitor_.Screen();
}

TEST_F(AwayTest, WhatWasKnownCanStillBeRead) {
  visitor_.wire().Cut();
  ASSERT_TRUE(visitor_.Soon([&] { return SaysAway(); }));
  visitor_.Taps("idle.menu");
  visitor_.Taps("meals.day.1");
  EXPECT_TRUE(visitor_.Sees("清蒸鲈鱼")) << visitor_.Screen();
}

TEST_F(AwayTest, ABookingThatCannotBeSentIsRefusedHonestly) {
  BeginVisit();
  ToTheLastStep();
  visitor_.wire().Cut();
  ASSERT_TRUE(visitor_.Soon([&] { return SaysAway(); }));
  visitor_.Taps("meals.yes");
  EXPECT_EQ(visitor_.Where(), "meals.trouble") << visitor_.Screen();
  visitor_.wire().Mend();
  ASSERT_TRUE(visitor_.Soon([&] { return !SaysAway(); }));
  EXPECT_EQ(town_.BookedTomorrow(), 0);
}

TEST_F(AwayTest, ABookingWithoutAnAnswerIsCheckedUntilItIsSure) {
  BeginVisit();
  ToTheLastStep();
  visitor_.wire().LoseAnswers(office::kBookMeal.name, 1'000'000);
  visitor_.Taps("meals.yes");
  EXPECT_TRUE(visitor_.IsSoonAt("meals.checking")) << visitor_.Screen();
  EXPECT_TRUE(visitor_.Sees("正在核对"));
  visitor_.wire().LoseAnswers(office::kBookMeal.name, 0);
  EXPECT_TRUE(visitor_.IsSoonAt("meals.done")) << visitor_.Screen();
  EXPECT_EQ(town_.BookedTomorrow("清蒸鲈鱼"), 1);
}

TEST_F(AwayTest, HelpRingsHereWithoutAnOffice) {
  visitor_.wire().Cut();
  ASSERT_TRUE(visitor_.Soon([&] { return SaysAway(); }));
  const int before = visitor_.bell().count();
  visitor_.Taps("bar.help");
  EXPECT_GT(visitor_.bell().count(), before);
  EXPECT_EQ(visitor_.Where().substr(0, 4), "help") << visitor_.Screen();
}

TEST_F(AwayTest, TheEmergencyPageNeedsNoOffice) {
  visitor_.wire().Cut();
  ASSERT_TRUE(visitor_.Soon([&] { return SaysAway(); }));
  visitor_.Taps("bar.help");
  visitor_.Taps("help.urgent");
  EXPECT_TRUE(visitor_.Sees("120")) << visitor_.Screen();
  EXPECT_TRUE(visitor_.Sees("枫城市红枫路18号")) << visitor_.Screen();
}

TEST(AwayFromTheStart, AKioskThatNeverSawItsOfficeStillStandsAndHelps) {
  SmallTown town;
  Pilot visitor(town, {.office_is_there = false});
  EXPECT_EQ(visitor.Where(), "idle") << visitor.Screen();
  visitor.Taps("bar.help");
  EXPECT_EQ(visitor.Where().substr(0, 4), "help") << visitor.Screen();
}

}  // namespace
}  // namespace chunhui::tests
