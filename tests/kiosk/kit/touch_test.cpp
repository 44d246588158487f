#include "kiosk/kit/touch.h"

#include <gtest/gtest.h>

namespace chunhui::kit {
namespace {

constexpr float kPxPerMm = 4;

// Runs the touch layer's frames over one control that covers the whole glass left of x = 500.
class TouchTest : public testing::Test {
 protected:
  void Down(int64_t at, float x = 100, int64_t finger = 1) {
    Send(finger, TouchKind::kDown, x, at);
  }
  void Move(int64_t at, float x, int64_t finger = 1) { Send(finger, TouchKind::kMove, x, at); }
  void Up(int64_t at, float x = 100, int64_t finger = 1) { Send(finger, TouchKind::kUp, x, at); }
  void Tap(int64_t at) {
    Down(at);
    Up(at + 100);
  }
  void Send(int64_t finger, TouchKind kind, float x, int64_t at) {
    touch_.Handle({finger, kind, x, 100, at}, veiled_);
    Run();
  }
  void Run() {
    while (touch_.pending()) {
      const Pointer pointer = touch_.Next();
      const bool over = pointer.over && pointer.x_px < 500;
      if (pointer.down && !was_down_) pressed_here_ = over;
      if (!pointer.down && was_down_ && pressed_here_ && over && touch_.MayAct(control_)) ++acted_;
      was_down_ = pointer.down;
    }
  }

  Touch touch_{kPxPerMm};
  std::string control_ = "yes";
  bool veiled_ = false;
  bool was_down_ = false;
  bool pressed_here_ = false;
  int acted_ = 0;
};

TEST_F(TouchTest, ATapActsOnceWhenTheFingerLifts) {
  Down(1000);
  EXPECT_EQ(acted_, 0);
  Up(1080);
  EXPECT_EQ(acted_, 1);
}

TEST_F(TouchTest, AFrameWithThePositionComesBeforeThePressAndAfterTheRelease) {
  touch_.Handle({1, TouchKind::kDown, 100, 100, 0});
  touch_.Handle({1, TouchKind::kUp, 100, 100, 100});
  const Pointer settle = touch_.Next();
  EXPECT_TRUE(settle.over && !settle.down);
  EXPECT_TRUE(touch_.Next().down);
  const Pointer release = touch_.Next();
  EXPECT_TRUE(release.over && !release.down);
  EXPECT_FALSE(touch_.Next().over);
  EXPECT_FALSE(touch_.pending());
}

TEST_F(TouchTest, ContactsUnder40MillisecondsAreIgnored) {
  Down(0);
  Up(39);
  EXPECT_EQ(acted_, 0);
  Down(1000);
  Up(1040);
  EXPECT_EQ(acted_, 1);
}

TEST_F(TouchTest, APressMayLastAsLongAsItLikes) {
  Down(0);
  Up(60'000);
  EXPECT_EQ(acted_, 1);
}

TEST_F(TouchTest, AFingerMayDrift12MillimetresAndNoFurther) {
  Down(0, 100);
  Move(50, 100 + 12 * kPxPerMm);
  Up(100, 100 + 12 * kPxPerMm);
  EXPECT_EQ(acted_, 1);
  Down(1000, 100);
  Move(1050, 100 + 13 * kPxPerMm);
  Up(1100, 100);
  EXPECT_EQ(acted_, 1);
}

TEST_F(TouchTest, LiftingOutsideTheControlDoesNothing) {
  Down(0, 490);
  Up(100, 510);
  EXPECT_EQ(acted_, 0);
}

TEST_F(TouchTest, ASecondTapOnTheSameControlIsIgnoredForHalfASecond) {
  Tap(0);  // acts at 100
  for (const int64_t later : {100, 300, 490}) {
    Tap(100 + later);
    EXPECT_EQ(acted_, 1) << later;
  }
  Tap(100 + 510);
  EXPECT_EQ(acted_, 2);
}

TEST_F(TouchTest, AnotherControlMayActAtOnce) {
  Tap(0);
  EXPECT_TRUE(touch_.MayAct("no"));
}

TEST_F(TouchTest, TheWholeScreenIsDeafFor300MillisecondsAfterAPageChange) {
  touch_.PageChanged(1000);
  Tap(1100);
  Tap(1299);
  EXPECT_EQ(acted_, 0);
  Tap(1300);
  EXPECT_EQ(acted_, 1);
}

TEST_F(TouchTest, ATapWaitingWhileThePageChangesIsJudgedByTheNewPage) {
  touch_.Handle({1, TouchKind::kDown, 100, 100, 50});
  touch_.PageChanged(40);
  Run();
  Up(150);
  EXPECT_EQ(acted_, 0);
}

TEST_F(TouchTest, AFingerHeldOverAPageChangeActsOnNothingThere) {
  Down(0);
  touch_.PageChanged(50);
  Up(400);
  EXPECT_EQ(acted_, 0);
}

TEST_F(TouchTest, OtherFingersAreIgnoredUntilAllAreLifted) {
  Down(0, 100, 1);
  Down(50, 200, 2);
  Up(150, 200, 2);
  EXPECT_EQ(acted_, 0);
  Up(200, 100, 1);
  EXPECT_EQ(acted_, 1);
  Down(2000, 100, 1);
  Down(2050, 100, 2);
  Up(2100, 100, 1);  // acts
  Down(3000, 100, 1);
  Up(3100, 100, 1);
  EXPECT_EQ(acted_, 2) << "finger 2 still rests on the glass";
  Up(3200, 100, 2);
  Tap(4000);
  EXPECT_EQ(acted_, 3);
}

TEST_F(TouchTest, ContactsThatLandTogetherAreAPalm) {
  Down(0, 100, 1);
  Down(15, 200, 2);
  Up(200, 100, 1);
  Up(210, 200, 2);
  EXPECT_EQ(acted_, 0);
  Tap(1000);
  EXPECT_EQ(acted_, 1);
}

TEST_F(TouchTest, APalmThatRestsOnNothingDoesNotDeafenTheKiosk) {
  Down(0, 900, 1);
  touch_.PressedNothing();
  Down(500, 100, 2);
  Up(600, 100, 2);
  EXPECT_EQ(acted_, 0) << "a second finger of the same hand";
  Down(1500, 100, 3);
  Up(1600, 100, 3);
  EXPECT_EQ(acted_, 1);
  Up(1700, 900, 1);
  Tap(3000);
  EXPECT_EQ(acted_, 2);
}

TEST_F(TouchTest, ALostLiftingDoesNotDeafenTheKioskForEver) {
  Down(0);
  Tap(5000);
  EXPECT_EQ(acted_, 1);
}

TEST_F(TouchTest, TheTouchThatUnveilsDoesNothingElse) {
  veiled_ = true;
  Down(0);
  veiled_ = false;
  Up(100);
  EXPECT_EQ(acted_, 0);
  Tap(1000);
  EXPECT_EQ(acted_, 1);
}

TEST_F(TouchTest, ForgettingLetsGoOfAHeldFinger) {
  Down(0);
  touch_.Forget();
  Run();
  Up(100);
  EXPECT_EQ(acted_, 0);
  EXPECT_FALSE(touch_.Next().over);
}

TEST_F(TouchTest, OnASheetAFingerDrawsALineAndTapsNothing) {
  touch_.SetSheet(Rect{0, 0, 400, 400});
  Down(1000);
  Move(1050, 200);
  Move(1100, 450);
  EXPECT_EQ(touch_.line().size(), 3U);
  Up(1150, 450);
  const auto lines = touch_.TakeLines();
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].back().x, 450);
  EXPECT_EQ(acted_, 0);
  EXPECT_TRUE(touch_.TakeLines().empty());
}

TEST_F(TouchTest, BesideTheSheetATapIsATap) {
  touch_.SetSheet(Rect{200, 0, 200, 400});
  Tap(1000);
  EXPECT_EQ(acted_, 1);
  EXPECT_TRUE(touch_.TakeLines().empty());
}

TEST_F(TouchTest, AQuickDotIsNoLineAQuickDashIs) {
  touch_.SetSheet(Rect{0, 0, 400, 400});
  Down(1000);
  Up(1010);
  EXPECT_TRUE(touch_.TakeLines().empty());
  Down(2000);
  Up(2010, 120);
  EXPECT_EQ(touch_.TakeLines().size(), 1U);
}

TEST_F(TouchTest, APalmOnTheSheetDrawsNothing) {
  touch_.SetSheet(Rect{0, 0, 400, 400});
  Down(1000);
  Down(1010, 300, 2);
  Up(1500, 200);
  Up(1500, 300, 2);
  EXPECT_TRUE(touch_.TakeLines().empty());
}

TEST_F(TouchTest, ANewPageAndForgettingLeaveNoLine) {
  touch_.SetSheet(Rect{0, 0, 400, 400});
  Down(1000);
  Move(1050, 200);
  touch_.PageChanged(1060);
  Up(1100, 200);
  EXPECT_TRUE(touch_.line().empty());
  touch_.SetSheet(Rect{0, 0, 400, 400});
  Down(2000);
  Up(2100, 200);
  touch_.Forget();
  EXPECT_TRUE(touch_.TakeLines().empty());
}

// A senior hammers on one key; the first press turned the page.
TEST_F(TouchTest, HammeringDoesNotReachThePageBelow) {
  Tap(1000);
  control_ = "below";
  touch_.PageChanged(1101);
  for (int64_t at = 1350; at < 2500; at += 350) Tap(at);
  EXPECT_EQ(acted_, 1);
}

// "Are you still there" gives way to the first touch, before the finger lifts.
TEST_F(TouchTest, TheSecondStrikeOnAPageThatGaveWayAtTheFirstTouchDoesNothing) {
  Down(1000);
  touch_.PageChanged(1000);
  Up(1420);
  Tap(1550);
  EXPECT_EQ(acted_, 0);
}

TEST_F(TouchTest, APressElsewhereCountsAtOnceAfterHammering) {
  Tap(1000);
  control_ = "below";
  touch_.PageChanged(1101);
  Down(1450, 300);
  Up(1550, 300);
  EXPECT_EQ(acted_, 2);
}

TEST_F(TouchTest, HammeringForEverIsAWishInTheEnd) {
  Tap(1000);
  control_ = "below";
  touch_.PageChanged(1101);
  for (int64_t at = 1350; at < 1101 + kBurstMsMax + 400; at += 350) Tap(at);
  EXPECT_EQ(acted_, 2);
}

TEST_F(TouchTest, AKeyOnThePadIsNoPartOfAFingersBurst) {
  Tap(1000);
  touch_.PageChanged(1101);
  control_ = "below";
  touch_.Choose(control_, 1500);
  Run();
  EXPECT_TRUE(touch_.MayAct(control_));
}

}  // namespace
}  // namespace chunhui::kit
