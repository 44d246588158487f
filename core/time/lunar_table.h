// The tables behind lunar.h, generated. Private to this room.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace chunhui::time {

inline constexpr int kFirstLunarYear = 1899;  // its last month holds 1 January 1900
inline constexpr int kFirstTermYear = 1900;
inline constexpr int kLastTableYear = 2100;
inline constexpr int kLunarYears = kLastTableYear - kFirstLunarYear + 1;
inline constexpr int kTermYears = kLastTableYear - kFirstTermYear + 1;

struct LunarYear {
  int32_t first_day;     // days since 1970-01-01
  uint16_t long_months;  // bit n: the year's month number n, counted from 0, has 30 days, not 29
  uint8_t leap_month;    // the month that is followed by its leap month; 0 = none
};

extern const std::array<LunarYear, kLunarYears> kLunarTable;

// Per civil year one letter for each of the 24 solar terms: the day of its month, A = 1. Two terms
// belong to each month.
extern const std::array<std::string_view, kTermYears> kTermTable;

}  // namespace chunhui::time
