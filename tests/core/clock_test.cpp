#include "core/time/clock.h"

#include <thread>
#include <vector>

#include "core/time/local_time.h"

namespace chunhui::time {
namespace {

using std::chrono::milliseconds;

TEST(Clock, AFakeClockStandsStillUntilMoved) {
  FakeClock clock(FromUnixMs(1000));
  EXPECT_EQ(clock.now(), FromUnixMs(1000));
  clock.Advance(milliseconds(5));
  EXPECT_EQ(ToUnixMs(clock.now()), 1005);
  clock.SetTo(FromUnixMs(7));
  EXPECT_EQ(ToUnixMs(clock.now()), 7);
}

TEST(Clock, NoAdvanceIsLostBetweenThreads) {
  FakeClock clock(FromUnixMs(0));
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&clock] {
      for (int step = 0; step < 1000; ++step) clock.Advance(milliseconds(1));
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(ToUnixMs(clock.now()), 4000);
}

TEST(Clock, TheSystemClockGoesForward) {
  const SystemClock clock;
  const Instant first = clock.now();
  EXPECT_LE(first, clock.now());
  EXPECT_GT(LocalDate(first), (Date{2024, 1, 1}));
}

TEST(LocalTime, TheDayChangesAtShanghaiMidnight) {
  const Instant before =
      InstantAt(Date{2026, 11, 22}, TimeOfDay::At(23, 59)) + milliseconds(59'999);
  EXPECT_EQ(LocalDate(before), (Date{2026, 11, 22}));
  EXPECT_EQ(LocalTimeOfDay(before), TimeOfDay::At(23, 59));
  EXPECT_EQ(LocalDate(before + milliseconds(1)), (Date{2026, 11, 23}));
  EXPECT_EQ(LocalTimeOfDay(before + milliseconds(1)), TimeOfDay::At(0, 0));
}

TEST(LocalTime, ShanghaiIsEightHoursAhead) {
  EXPECT_EQ(ToUnixMs(InstantAt(Date{1970, 1, 1}, TimeOfDay::At(8, 0))), 0);
  EXPECT_EQ(LocalDate(FromUnixMs(-1)), (Date{1970, 1, 1}));
  EXPECT_EQ(LocalTimeOfDay(FromUnixMs(-1)), TimeOfDay::At(7, 59));
}

TEST(LocalTime, TimesAreReadAsWritten) {
  EXPECT_EQ(TimeOfDay::FromText("9:30"), TimeOfDay::At(9, 30));
  EXPECT_EQ(TimeOfDay::FromText("09:30"), TimeOfDay::At(9, 30));
  EXPECT_EQ(TimeOfDay::FromText("24:00"), TimeOfDay::At(24, 0));
  EXPECT_EQ(TimeOfDay::At(9, 5).ToText(), "09:05");
}

TEST(LocalTime, OtherTextsAreNoTimes) {
  for (const char* text :
       {"", ":30", "930", "9:3", "9:60", "24:01", "25:00", "a:00", "009:30", "9:-1", "9:300"}) {
    EXPECT_FALSE(TimeOfDay::FromText(text)) << text;
  }
}

}  // namespace
}  // namespace chunhui::time
