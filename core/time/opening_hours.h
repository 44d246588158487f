// When a place is open, and until when something may be ordered. Both in the station's local time.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "core/time/local_time.h"

namespace chunhui::time {

// Half open: `from` is open, `until` is closed.
struct OpenInterval {
  TimeOfDay from;
  TimeOfDay until;
};

class OpeningHours {
 public:
  // Adds an interval to a weekday; false (and no change) when it is empty, out of range or overlaps
  // one that is there.
  bool Add(Weekday weekday, OpenInterval interval);
  // The same interval on all seven days.
  bool AddDaily(OpenInterval interval);

  bool IsOpen(Instant instant) const;
  // The intervals of a weekday, in order of time.
  const std::vector<OpenInterval>& On(Weekday weekday) const;
  // The next moment at or after `instant` at which the place is open; nothing when it never opens.
  std::optional<Instant> NextOpen(Instant instant) const;

 private:
  std::array<std::vector<OpenInterval>, 7> days_;
};

// "Lunch until 16:00 the day before" is {1, 16:00}. One second before is accepted, exactly at the
// cut-off is refused.
struct CutOff {
  int days_before = 0;
  TimeOfDay time_of_day;

  Instant InstantFor(Date date) const;
  bool Accepts(Instant now, Date date) const { return now < InstantFor(date); }
};

}  // namespace chunhui::time
