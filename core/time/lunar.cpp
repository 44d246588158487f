#include "core/time/lunar.h"

#include <algorithm>
#include <array>

#include "core/time/lunar_table.h"

namespace chunhui::time {
namespace {

constexpr std::array<std::string_view, 13> kMonthNames{"",     "正月", "二月", "三月", "四月",
                                                       "五月", "六月", "七月", "八月", "九月",
                                                       "十月", "冬月", "腊月"};
constexpr std::array<std::string_view, 11> kDigits{"",   "一", "二", "三", "四", "五",
                                                   "六", "七", "八", "九", "十"};

constexpr std::array<std::string_view, 24> kChineseTerms{
    "小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至",
    "小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至"};
constexpr std::array<std::string_view, 24> kEnglishTerms{
    "Lesser Cold",     "Greater Cold",    "Start of Spring", "Rain Water",      "Insects Awake",
    "Spring Equinox",  "Pure Brightness", "Grain Rain",      "Start of Summer", "Grain Buds",
    "Grain in Ear",    "Summer Solstice", "Lesser Heat",     "Greater Heat",    "Start of Autumn",
    "End of Heat",     "White Dew",       "Autumn Equinox",  "Cold Dew",        "Frost Descends",
    "Start of Winter", "Lesser Snow",     "Greater Snow",    "Winter Solstice"};

bool InTable(Date date) {
  return date.IsValid() && date.year >= kFirstTermYear && date.year <= kLastTableYear;
}

int DaysInMonth(const LunarYear& year, int index) {
  return (year.long_months >> index & 1) != 0 ? 30 : 29;
}

std::string DayName(int day) {
  if (day == 10) return "初十";
  if (day == 20) return "二十";
  if (day == 30) return "三十";
  constexpr std::array<std::string_view, 3> kTens{"初", "十", "廿"};
  return std::string(kTens[static_cast<size_t>(day / 10)]) +
         std::string(kDigits[static_cast<size_t>(day % 10)]);
}

}  // namespace

std::string LunarDate::ToChinese() const {
  return (leap ? "闰" : "") + std::string(kMonthNames[static_cast<size_t>(month)]) + DayName(day);
}

std::optional<LunarDate> LunarOf(Date date) {
  if (!InTable(date)) return std::nullopt;
  const int day_number = ToDayNumber(date);
  const auto next =
      std::upper_bound(kLunarTable.begin(), kLunarTable.end(), day_number,
                       [](int number, const LunarYear& year) { return number < year.first_day; });
  const LunarYear& year = *(next - 1);
  int left = day_number - year.first_day;
  int index = 0;
  while (left >= DaysInMonth(year, index)) left -= DaysInMonth(year, index++);
  // Months are counted on until the leap month, which repeats the number of the one before.
  const bool after_leap = year.leap_month != 0 && index >= year.leap_month;
  return LunarDate{kFirstLunarYear + static_cast<int>(next - kLunarTable.begin()) - 1,
                   index + (after_leap ? 0 : 1), after_leap && index == year.leap_month, left + 1};
}

std::optional<SolarTerm> SolarTermOn(Date date) {
  if (!InTable(date)) return std::nullopt;
  const std::string_view year = kTermTable[static_cast<size_t>(date.year - kFirstTermYear)];
  for (int term = (date.month - 1) * 2; term < date.month * 2; ++term) {
    if (year[static_cast<size_t>(term)] - '@' == date.day) return static_cast<SolarTerm>(term);
  }
  return std::nullopt;
}

std::string_view ChineseName(SolarTerm term) { return kChineseTerms[static_cast<size_t>(term)]; }

std::string_view EnglishName(SolarTerm term) { return kEnglishTerms[static_cast<size_t>(term)]; }

}  // namespace chunhui::time
