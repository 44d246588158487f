#include "core/time/local_time.h"

#include <cstdio>

namespace chunhui::time {
namespace {

constexpr std::chrono::milliseconds kShanghaiAhead = std::chrono::hours(8);

std::chrono::local_time<std::chrono::milliseconds> ToLocal(Instant instant) {
  return std::chrono::local_time<std::chrono::milliseconds>(instant.time_since_epoch() +
                                                            kShanghaiAhead);
}

}  // namespace

std::string TimeOfDay::ToText() const {
  char text[32];
  const int size = std::snprintf(text, sizeof(text), "%02d:%02d", hour(), minute());
  return std::string(text, static_cast<size_t>(size));
}

std::optional<TimeOfDay> TimeOfDay::FromText(std::string_view text) {
  const size_t colon = text.find(':');
  if (colon < 1 || colon > 2 || text.size() != colon + 3) return std::nullopt;
  int hour = 0;
  int minute = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i == colon) continue;
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    int& part = i < colon ? hour : minute;
    part = part * 10 + (text[i] - '0');
  }
  const TimeOfDay time_of_day = At(hour, minute);
  if (minute > 59 || time_of_day.minutes > 24 * 60) return std::nullopt;
  return time_of_day;
}

Date LocalDate(Instant instant) {
  const auto days = std::chrono::floor<std::chrono::days>(ToLocal(instant));
  return FromDayNumber(static_cast<int>(days.time_since_epoch().count()));
}

TimeOfDay LocalTimeOfDay(Instant instant) {
  const auto local = ToLocal(instant);
  const auto since_midnight = local - std::chrono::floor<std::chrono::days>(local);
  const auto minutes = std::chrono::floor<std::chrono::minutes>(since_midnight);
  return TimeOfDay{static_cast<int>(minutes.count())};
}

Instant InstantAt(Date date, TimeOfDay time_of_day) {
  const std::chrono::minutes local =
      std::chrono::days(ToDayNumber(date)) + std::chrono::minutes(time_of_day.minutes);
  return Instant(local - kShanghaiAhead);
}

}  // namespace chunhui::time
