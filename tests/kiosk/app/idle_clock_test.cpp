#include "kiosk/app/idle_clock.h"

#include <gtest/gtest.h>

namespace chunhui::app {
namespace {

constexpr bool kShort = false;
constexpr bool kLong = true;

TEST(IdleClock, CoversAsksAndForgetsAtItsLimits) {
  IdleClock clock;
  clock.Touched(1000);
  EXPECT_EQ(clock.At(1000 + 29'999, kShort), Presence::kThere);
  EXPECT_EQ(clock.At(1000 + 30'000, kShort), Presence::kVeiled);
  EXPECT_EQ(clock.At(1000 + 119'999, kShort), Presence::kVeiled);
  EXPECT_EQ(clock.At(1000 + 120'000, kShort), Presence::kAsked);
  EXPECT_EQ(clock.At(1000 + 149'999, kShort), Presence::kAsked);
  EXPECT_EQ(clock.At(1000 + 150'000, kShort), Presence::kGone);
}

TEST(IdleClock, LongPagesAreAskedLater) {
  IdleClock clock;
  EXPECT_EQ(clock.At(179'999, kLong), Presence::kVeiled);
  EXPECT_EQ(clock.At(180'000, kLong), Presence::kAsked);
  EXPECT_EQ(clock.At(210'000, kLong), Presence::kGone);
}

TEST(IdleClock, AsksLaterAndForgetsLaterWhenNobodyWaits) {
  IdleClock clock;
  clock.SetPatience(60'000);
  EXPECT_EQ(clock.At(30'000, kShort), Presence::kVeiled) << "covering never waits";
  EXPECT_EQ(clock.At(179'999, kShort), Presence::kVeiled);
  EXPECT_EQ(clock.At(180'000, kShort), Presence::kAsked);
  EXPECT_EQ(clock.SecondsLeft(180'000, kShort), 30);
  EXPECT_EQ(clock.At(210'000, kShort), Presence::kGone);
}

TEST(IdleClock, EveryTouchStartsAgain) {
  IdleClock clock;
  for (int64_t now_ms = 0; now_ms < 3'600'000; now_ms += 149'000) {
    ASSERT_NE(clock.At(now_ms, kShort), Presence::kGone);
    clock.Touched(now_ms);
    ASSERT_EQ(clock.At(now_ms, kShort), Presence::kThere);
  }
}

TEST(IdleClock, CountsDownInWholeSeconds) {
  IdleClock clock;
  EXPECT_EQ(clock.SecondsLeft(120'000, kShort), 30);
  EXPECT_EQ(clock.SecondsLeft(120'001, kShort), 30);
  EXPECT_EQ(clock.SecondsLeft(149'001, kShort), 1);
}

TEST(IdleClock, WakesExactlyWhenSomethingChanges) {
  IdleClock clock;
  int64_t now_ms = 0;
  int wakes = 0;
  while (clock.At(now_ms, kShort) != Presence::kGone) {
    const int64_t next_ms = clock.NextChangeMs(now_ms, kShort);
    ASSERT_GT(next_ms, now_ms);
    now_ms = next_ms;
    ++wakes;
  }
  EXPECT_EQ(now_ms, 150'000);
  EXPECT_EQ(wakes, 2 + 30);
}

}  // namespace
}  // namespace chunhui::app
