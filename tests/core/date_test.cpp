#include "core/time/date.h"

#include <vector>

namespace chunhui::time {
namespace {

TEST(Date, LeapDaysExistOnlyInLeapYears) {
  EXPECT_TRUE((Date{2024, 2, 29}).IsValid());
  EXPECT_FALSE((Date{2026, 2, 29}).IsValid());
  EXPECT_FALSE((Date{1900, 2, 29}).IsValid());
  EXPECT_TRUE((Date{2000, 2, 29}).IsValid());
}

TEST(Date, ImpossibleDaysAreRefusedAsNumbers) {
  const std::vector<int64_t> bad{0,        -1,       20260000, 20260100, 20260132,
                                 20261301, 20260431, 123,      202611221};
  for (const int64_t number : bad) EXPECT_FALSE(Date::FromYyyymmdd(number)) << number;
}

TEST(Date, NumberAndTextFormsComeBackUnchanged) {
  const Date date{2026, 11, 22};
  EXPECT_EQ(date.ToYyyymmdd(), 20261122);
  EXPECT_EQ(Date::FromYyyymmdd(20261122), date);
  EXPECT_EQ(date.ToIso(), "2026-11-22");
  EXPECT_EQ(Date::FromIso("2026-11-22"), date);
}

TEST(Date, TextMustBeExactlyIso) {
  for (const char* text :
       {"2026-11-2", "2026/11/22", "26-11-22", "2026-13-01", "2026-11-22 ", "", "+026-11-22"}) {
    EXPECT_FALSE(Date::FromIso(text)) << text;
  }
}

TEST(Date, DaysAreCountedOverMonthsAndYears) {
  EXPECT_EQ((Date{2026, 12, 31}).AddDays(1), (Date{2027, 1, 1}));
  EXPECT_EQ((Date{2024, 3, 1}).AddDays(-1), (Date{2024, 2, 29}));
  EXPECT_EQ(DaysBetween(Date{2026, 1, 1}, Date{2027, 1, 1}), 365);
  EXPECT_EQ(DaysBetween(Date{2026, 1, 2}, Date{2026, 1, 1}), -1);
  EXPECT_EQ(ToDayNumber(Date{1970, 1, 1}), 0);
}

TEST(Date, MonthsAreClampedToTheirEnd) {
  EXPECT_EQ((Date{2024, 2, 29}).AddMonths(12), (Date{2025, 2, 28}));
  EXPECT_EQ((Date{2026, 8, 31}).AddMonths(6), (Date{2027, 2, 28}));
  EXPECT_EQ((Date{2026, 1, 15}).AddMonths(-1), (Date{2025, 12, 15}));
  EXPECT_EQ((Date{2026, 12, 1}).AddMonths(12), (Date{2027, 12, 1}));
}

TEST(Date, WeeksBeginOnMonday) {
  EXPECT_EQ((Date{2026, 11, 22}).weekday(), Weekday::kSunday);
  EXPECT_EQ((Date{2026, 11, 23}).weekday(), Weekday::kMonday);
  EXPECT_EQ((Date{2026, 11, 22}).week_monday(), (Date{2026, 11, 16}));
  EXPECT_EQ((Date{2026, 11, 23}).week_monday(), (Date{2026, 11, 23}));
}

TEST(Date, EarlierDaysCompareSmaller) {
  EXPECT_LT((Date{2026, 11, 22}), (Date{2026, 12, 1}));
  EXPECT_LT((Date{2026, 11, 22}), (Date{2027, 1, 1}));
}

}  // namespace
}  // namespace chunhui::time
