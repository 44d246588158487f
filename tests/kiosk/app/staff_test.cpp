// The staff's panel beside the visit.
#include <gtest/gtest.h>

#include "tests/support/pilot.h"

namespace chunhui::tests {
namespace {

using std::chrono::seconds;

class StaffTest : public ::testing::Test {
 protected:
  void SignIn(const std::string& pin = kStaffPin) {
    visitor_.Shows(kStaffBadge);
    ASSERT_TRUE(visitor_.CanTap("staff.close")) << visitor_.Screen();
    visitor_.Keys("staff.key", pin);
    visitor_.Taps("staff.sign_in");
  }

  SmallTown town_;
  Pilot visitor_{town_};
};

TEST_F(StaffTest, ABadgeAndAPinOpenThePanel) {
  SignIn();
  EXPECT_TRUE(visitor_.CanTap("staff.sign_out")) << visitor_.Screen();
  visitor_.Taps("staff.sign_out");
  EXPECT_FALSE(visitor_.CanTap("staff.sign_out"));
  EXPECT_EQ(visitor_.Where(), "idle");
}

TEST_F(StaffTest, WhoHasNoBadgeTypesANumberAndAPin) {
  visitor_.Taps("bar.help");
  visitor_.Taps("help.staff");
  visitor_.Keys("staff.key", kStaffNumber);
  visitor_.Taps("staff.sign_in");
  visitor_.Keys("staff.key", kStaffPin);
  visitor_.Taps("staff.sign_in");
  EXPECT_TRUE(visitor_.CanTap("staff.case.1")) << visitor_.Screen();
}

TEST_F(StaffTest, AWrongPinIsSaidAndTheRightOneStillWorks) {
  SignIn("000000");
  EXPECT_NE(visitor_.record().Find("staff.hint"), nullptr) << visitor_.Screen();
  visitor_.Keys("staff.key", kStaffPin);
  visitor_.Taps("staff.sign_in");
  EXPECT_TRUE(visitor_.CanTap("staff.sign_out")) << visitor_.Screen();
}

TEST_F(StaffTest, TheHalfDonePageOfTheVisitSurvives) {
  visitor_.Shows(kLiCard);
  visitor_.Taps("you.yes");
  visitor_.Taps("home.meals");
  visitor_.Taps("meals.day.1");
  visitor_.Taps("meals.dish.1");
  SignIn();
  EXPECT_EQ(visitor_.Where(), "meals.confirm");
  visitor_.Taps("meals.yes");
  EXPECT_EQ(visitor_.Where(), "meals.done") << "the last yes is the visitor's, beside the staff";
  EXPECT_TRUE(visitor_.CanTap("staff.sign_out")) << visitor_.Screen();
}

TEST_F(StaffTest, WhatThePanelCoversAnswersNothing) {
  const kit::Item* menu = visitor_.record().Find("idle.menu");
  ASSERT_NE(menu, nullptr);
  const kit::Box below = menu->box;
  SignIn();
  ASSERT_EQ(visitor_.record().Find("idle.menu"), nullptr) << visitor_.Screen();
  visitor_.TouchesPoint(below.center_x(), below.center_y());
  EXPECT_EQ(visitor_.Where(), "idle");
}

TEST_F(StaffTest, AsideTheWholePageIsTheVisitorsAgain) {
  visitor_.Shows(kLiCard);
  visitor_.Taps("you.yes");
  SignIn();
  visitor_.Taps("staff.aside");
  visitor_.Taps("home.meals");
  EXPECT_EQ(visitor_.Where(), "meals.days") << visitor_.Screen();
  visitor_.Taps("staff.open");
  EXPECT_TRUE(visitor_.CanTap("staff.device")) << visitor_.Screen();
}

TEST_F(StaffTest, AVisitorsTouchesDoNotKeepStaffSignedIn) {
  SignIn();
  visitor_.Taps("staff.aside");
  visitor_.Passes(seconds(60));
  visitor_.Taps("idle.menu");
  visitor_.Taps("bar.back");
  EXPECT_TRUE(visitor_.CanTap("staff.open"));
  visitor_.Passes(seconds(61));
  EXPECT_FALSE(visitor_.CanTap("staff.open")) << visitor_.Screen();
}

TEST_F(StaffTest, ACaseIsClaimedAndClosedBesideTheVisitor) {
  visitor_.Taps("bar.help");
  SignIn();
  visitor_.Taps("staff.case.1");
  visitor_.Taps("staff.claim");
  ASSERT_TRUE(visitor_.Soon([&] { return visitor_.CanTap("staff.outcome.1"); }))
      << visitor_.Screen();
  visitor_.Taps("staff.outcome.1");
  ASSERT_TRUE(visitor_.Soon([&] { return visitor_.CanTap("staff.sign_out"); }))
      << visitor_.Screen();
  visitor_.Taps("staff.sign_out");
  EXPECT_TRUE(visitor_.IsSoonAt("help.closed")) << visitor_.Screen();
}

TEST_F(StaffTest, SignsOutWhenNobodyTouchesForTwoMinutes) {
  SignIn();
  visitor_.Passes(seconds(119));
  EXPECT_NE(visitor_.record().Find("staff.sign_out"), nullptr);
  visitor_.Passes(seconds(2));
  EXPECT_EQ(visitor_.record().Find("staff.sign_out"), nullptr);
}

TEST_F(StaffTest, ANewCaseRingsWhileThePanelIsOpen) {
  SignIn();
  visitor_.Passes(seconds(4));
  const int before = visitor_.bell().count();
  Pilot other(town_, {.device_uri = kCanteenKiosk, .folder = town_.folder() / "canteen"});
  other.Taps("bar.help");
  visitor_.Passes(seconds(4));
  visitor_.Waits();
  EXPECT_GT(visitor_.bell().count(), before);
  EXPECT_TRUE(visitor_.CanTap("staff.case.1")) << visitor_.Screen();
}

}  // namespace
}  // namespace chunhui::tests
