// A day of the civil (Gregorian) calendar without time zone. Knows no clock and no local time.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chunhui::time {

enum class Weekday { kMonday = 1, kTuesday, kWednesday, kThursday, kFriday, kSaturday, kSunday };

// Arithmetic is defined for valid dates only; IsValid says whether this is one.
struct Date {
  int year = 0;
  int month = 0;  // 1..12
  int day = 0;    // 1..31

  auto operator<=>(const Date&) const = default;

  // A real day of the years 1..9999.
  bool IsValid() const;
  Date AddDays(int days) const;
  // Clamped to the end of the month: 2024-02-29 plus 12 months is 2025-02-28.
  Date AddMonths(int months) const;
  Weekday weekday() const;
  // The Monday of this date's week (weeks run Monday to Sunday).
  Date week_monday() const;

  // The form in which dates are stored: INTEGER yyyymmdd.
  int64_t ToYyyymmdd() const { return year * 10000LL + month * 100LL + day; }
  // Nothing when the number is no real day.
  static std::optional<Date> FromYyyymmdd(int64_t yyyymmdd);

  // "2026-11-22", for logs, files and the command line.
  std::string ToIso() const;
  // Nothing unless exactly "yyyy-mm-dd" and a real day.
  static std::optional<Date> FromIso(std::string_view text);
};

// Days from first to second; negative when second is earlier.
int DaysBetween(Date first, Date second);

// Days since 1970-01-01, and back.
int ToDayNumber(Date date);
Date FromDayNumber(int day_number);

}  // namespace chunhui::time
