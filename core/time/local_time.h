// The wall clock of a station. All stations live in Asia/Shanghai: UTC+8 without summer time.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "core/time/date.h"
#include "core/time/instant.h"

namespace chunhui::time {

// Whole minutes since local midnight. 24:00 (1440) exists as the end of a day.
struct TimeOfDay {
  int minutes = 0;  // 0..1440

  auto operator<=>(const TimeOfDay&) const = default;
  static constexpr TimeOfDay At(int hour, int minute) { return TimeOfDay{hour * 60 + minute}; }
  int hour() const { return minutes / 60; }
  int minute() const { return minutes % 60; }

  // "09:30"
  std::string ToText() const;
  // Accepts "9:30", "09:30" and "24:00"; nothing otherwise.
  static std::optional<TimeOfDay> FromText(std::string_view text);
};

Date LocalDate(Instant instant);
// Seconds are dropped.
TimeOfDay LocalTimeOfDay(Instant instant);
// The instant at which the station's clock shows this date and time.
Instant InstantAt(Date date, TimeOfDay time_of_day);

}  // namespace chunhui::time
