#include "core/time/date.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace chunhui::time {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

year_month_day ToChrono(const Date& date) {
  return year_month_day(std::chrono::year(date.year),
                        std::chrono::month(static_cast<unsigned>(date.month)),
                        std::chrono::day(static_cast<unsigned>(date.day)));
}

Date FromChrono(year_month_day date) {
  return Date{static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
              static_cast<int>(static_cast<unsigned>(date.day()))};
}

// Digits only; -1 otherwise.
int ReadDigits(std::string_view text) {
  int value = 0;
  for (const char character : text) {
    if (character < '0' || character > '9') return -1;
    value = value * 10 + (character - '0');
  }
  return value;
}

}  // namespace

bool Date::IsValid() const {
  const bool in_range = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1;
  return in_range && day <= 31 && ToChrono(*this).ok();
}

Date Date::AddDays(int days) const { return FromDayNumber(ToDayNumber(*this) + days); }

Date Date::AddMonths(int months) const {
  const int months_since_zero = year * 12 + (month - 1) + months;
  const Date first{months_since_zero / 12, months_since_zero % 12 + 1, 1};
  const auto last = std::chrono::year(first.year) /
                    std::chrono::month(static_cast<unsigned>(first.month)) / std::chrono::last;
  const int last_day = static_cast<int>(static_cast<unsigned>(last.day()));
  return Date{first.year, first.month, std::min(day, last_day)};
}

Weekday Date::weekday() const {
  const std::chrono::weekday weekday{sys_days(ToChrono(*this))};
  return static_cast<Weekday>(weekday.iso_encoding());
}

Date Date::week_monday() const { return AddDays(1 - static_cast<int>(weekday())); }

std::optional<Date> Date::FromYyyymmdd(int64_t yyyymmdd) {
  if (yyyymmdd < 0 || yyyymmdd > 99991231) return std::nullopt;
  const int number = static_cast<int>(yyyymmdd);
  const Date date{number / 10000, number / 100 % 100, number % 100};
  return date.IsValid() ? std::optional(date) : std::nullopt;
}

std::string Date::ToIso() const {
  char text[40];
  const int size = std::snprintf(text, sizeof(text), "%04d-%02d-%02d", year, month, day);
  return std::string(text, static_cast<size_t>(size));
}

std::optional<Date> Date::FromIso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const Date date{ReadDigits(text.substr(0, 4)), ReadDigits(text.substr(5, 2)),
                  ReadDigits(text.substr(8, 2))};
  return date.IsValid() ? std::optional(date) : std::nullopt;
}

int DaysBetween(Date first, Date second) { return ToDayNumber(second) - ToDayNumber(first); }

int ToDayNumber(Date date) {
  return static_cast<int>(sys_days(ToChrono(date)).time_since_epoch().count());
}

Date FromDayNumber(int day_number) {
  return FromChrono(year_month_day(sys_days(std::chrono::days(day_number))));
}

}  // namespace chunhui::time
