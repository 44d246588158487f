#include "core/time/lunar.h"

#include <unicode/calendar.h>

#include <memory>

namespace chunhui::time {
namespace {

constexpr Date kFirst{1900, 1, 1};
constexpr Date kLast{2100, 12, 31};

// Days of 1930-2060 on which ICU 72's own astronomy differs from the published calendar.
constexpr int kDaysIcuIsWrong = 269;

bool IsNewYear(Date date) {
  const LunarDate lunar = LunarOf(date).value();
  return lunar.month == 1 && lunar.day == 1 && !lunar.leap;
}

TEST(Lunar, NewYearFallsOnThePublishedDays) {
  for (const Date date : {Date{1900, 1, 31}, Date{1949, 1, 29}, Date{2000, 2, 5}, Date{2020, 1, 25},
                          Date{2026, 2, 17}, Date{2027, 2, 6}, Date{2028, 1, 26}, Date{2033, 1, 31},
                          Date{2034, 2, 19}, Date{2100, 2, 9}}) {
    EXPECT_TRUE(IsNewYear(date)) << date.ToIso();
    EXPECT_FALSE(IsNewYear(date.AddDays(1))) << date.ToIso();
  }
}

TEST(Lunar, TheDayThisWasWrittenIsLesserSnow) {
  EXPECT_EQ(LunarOf(Date{2026, 11, 22}).value().ToChinese(), "十月十四");
  EXPECT_EQ(SolarTermOn(Date{2026, 11, 22}), SolarTerm::kXiaoxue);
  EXPECT_EQ(ChineseName(SolarTerm::kXiaoxue), "小雪");
  EXPECT_EQ(EnglishName(SolarTerm::kXiaoxue), "Lesser Snow");
}

TEST(Lunar, The2033LeapMonthIsTheEleventh) {
  EXPECT_EQ(LunarOf(Date{2033, 12, 22}), (LunarDate{2033, 11, true, 1}));
  EXPECT_EQ(LunarOf(Date{2033, 12, 22}).value().ToChinese(), "闰冬月初一");
  EXPECT_EQ(LunarOf(Date{2034, 1, 20}), (LunarDate{2033, 12, false, 1}));
}

TEST(Lunar, DaysAreWrittenAsOnACalendar) {
  EXPECT_EQ((LunarDate{2026, 1, false, 1}).ToChinese(), "正月初一");
  EXPECT_EQ((LunarDate{2026, 1, false, 10}).ToChinese(), "正月初十");
  EXPECT_EQ((LunarDate{2026, 6, true, 20}).ToChinese(), "闰六月二十");
  EXPECT_EQ((LunarDate{2026, 12, false, 21}).ToChinese(), "腊月廿一");
  EXPECT_EQ((LunarDate{2026, 12, false, 30}).ToChinese(), "腊月三十");
}

// Yesterday's lunar date plus one day is today's: no day is missing or doubled in 201 years.
TEST(Lunar, EveryDayFollowsTheOneBefore) {
  LunarDate before = LunarOf(kFirst).value();
  EXPECT_EQ(before, (LunarDate{1899, 12, false, 1}));
  for (Date date = kFirst.AddDays(1); date <= kLast; date = date.AddDays(1)) {
    const LunarDate lunar = LunarOf(date).value();
    if (lunar.day != 1) {
      ASSERT_EQ(lunar, (LunarDate{before.year, before.month, before.leap, before.day + 1}))
          << date.ToIso();
    } else {
      ASSERT_GE(before.day, 29) << date.ToIso();
      const bool leap = lunar.leap && lunar.month == before.month && !before.leap;
      const bool next = !lunar.leap && lunar.month == before.month % 12 + 1;
      ASSERT_TRUE(leap || next) << date.ToIso();
      ASSERT_EQ(lunar.year, before.year + (lunar.month == 1 && !lunar.leap ? 1 : 0));
    }
    before = lunar;
  }
}

TEST(Lunar, EveryYearHas24TermsInTheirOrderAboutHalfAMonthApart) {
  int expected = 0;
  Date before = kFirst.AddDays(-10);
  for (Date date = kFirst; date <= kLast; date = date.AddDays(1)) {
    const auto term = SolarTermOn(date);
    if (!term) continue;
    ASSERT_EQ(static_cast<int>(*term), expected) << date.ToIso();
    ASSERT_GE(DaysBetween(before, date), 14) << date.ToIso();
    ASSERT_LE(DaysBetween(before, date), 16) << date.ToIso();
    expected = (expected + 1) % 24;
    before = date;
  }
  EXPECT_EQ(expected, 0);
}

TEST(Lunar, NothingIsSaidOutsideTheTable) {
  EXPECT_FALSE(LunarOf(kFirst.AddDays(-1)));
  EXPECT_FALSE(LunarOf(kLast.AddDays(1)));
  EXPECT_FALSE(SolarTermOn(Date{2101, 1, 5}));
  EXPECT_FALSE(LunarOf(Date{2026, 2, 30}));
}

class IcuChineseCalendar {
 public:
  IcuChineseCalendar() {
    UErrorCode status = U_ZERO_ERROR;
    calendar_.reset(icu::Calendar::createInstance(icu::TimeZone::createTimeZone("Asia/Shanghai"),
                                                  "zh@calendar=chinese", status));
  }

  bool Agrees(Date date, const LunarDate& lunar) {
    UErrorCode status = U_ZERO_ERROR;
    calendar_->setTime((ToDayNumber(date) * 24.0 + 4) * 3'600'000, status);
    return calendar_->get(UCAL_MONTH, status) == lunar.month - 1 &&
           calendar_->get(UCAL_IS_LEAP_MONTH, status) == (lunar.leap ? 1 : 0) &&
           calendar_->get(UCAL_DATE, status) == lunar.day;
  }

 private:
  std::unique_ptr<icu::Calendar> calendar_;
};

TEST(Lunar, IcuAgreesExceptOnItsKnownWrongDays) {
  IcuChineseCalendar icu_calendar;
  int different = 0;
  for (Date date{1930, 1, 1}; date.year <= 2060; date = date.AddDays(1)) {
    if (!icu_calendar.Agrees(date, LunarOf(date).value())) ++different;
  }
  EXPECT_EQ(different, kDaysIcuIsWrong);
}

TEST(Lunar, IcuIsWrongOnNewYear2027AndTheTableIsRight) {
  IcuChineseCalendar icu_calendar;
  EXPECT_FALSE(icu_calendar.Agrees(Date{2027, 2, 6}, LunarDate{2027, 1, false, 1}));
  EXPECT_EQ(LunarOf(Date{2027, 2, 6}), (LunarDate{2027, 1, false, 1}));
}

}  // namespace
}  // namespace chunhui::time
