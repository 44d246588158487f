#include "core/time/opening_hours.h"

#include <algorithm>

namespace chunhui::time {
namespace {

constexpr TimeOfDay kMidnight = TimeOfDay::At(0, 0);
constexpr TimeOfDay kEndOfDay = TimeOfDay::At(24, 0);

size_t IndexOf(Weekday weekday) { return static_cast<size_t>(weekday) - 1; }

bool Overlap(const OpenInterval& left, const OpenInterval& right) {
  return left.from < right.until && right.from < left.until;
}

}  // namespace

bool OpeningHours::Add(Weekday weekday, OpenInterval interval) {
  std::vector<OpenInterval>& day = days_[IndexOf(weekday)];
  if (interval.from < kMidnight || kEndOfDay < interval.until) return false;
  if (interval.until <= interval.from) return false;
  const auto overlaps = [&](const OpenInterval& other) { return Overlap(interval, other); };
  if (std::any_of(day.begin(), day.end(), overlaps)) return false;
  const auto later = [&](const OpenInterval& other) { return interval.from < other.from; };
  day.insert(std::find_if(day.begin(), day.end(), later), interval);
  return true;
}

bool OpeningHours::AddDaily(OpenInterval interval) {
  OpeningHours with_it = *this;
  for (int day = 1; day <= 7; ++day) {
    if (!with_it.Add(static_cast<Weekday>(day), interval)) return false;
  }
  *this = std::move(with_it);
  return true;
}

bool OpeningHours::IsOpen(Instant instant) const {
  const TimeOfDay now = LocalTimeOfDay(instant);
  const std::vector<OpenInterval>& day = On(LocalDate(instant).weekday());
  return std::any_of(day.begin(), day.end(), [&](const OpenInterval& interval) {
    return interval.from <= now && now < interval.until;
  });
}

const std::vector<OpenInterval>& OpeningHours::On(Weekday weekday) const {
  return days_[IndexOf(weekday)];
}

std::optional<Instant> OpeningHours::NextOpen(Instant instant) const {
  if (IsOpen(instant)) return instant;
  const Date today = LocalDate(instant);
  // Eight days: a place open on one weekday only may have closed earlier today.
  for (int ahead = 0; ahead <= 7; ++ahead) {
    const Date date = today.AddDays(ahead);
    for (const OpenInterval& interval : On(date.weekday())) {
      const Instant opens = InstantAt(date, interval.from);
      if (opens >= instant) return opens;
    }
  }
  return std::nullopt;
}

Instant CutOff::InstantFor(Date date) const {
  return InstantAt(date.AddDays(-days_before), time_of_day);
}

}  // namespace chunhui::time
