// The clock is passed in, so tests own the time. Both clocks may be used from any thread.
#pragma once

#include <atomic>
#include <chrono>

#include "core/time/instant.h"

namespace chunhui::time {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

class SystemClock : public Clock {
 public:
  Instant now() const override;
};

// Stands still until told otherwise.
class FakeClock : public Clock {
 public:
  explicit FakeClock(Instant start) : now_(start) {}
  Instant now() const override { return now_.load(); }
  void SetTo(Instant instant) { now_.store(instant); }
  void Advance(std::chrono::milliseconds by);

 private:
  std::atomic<Instant> now_;
};

}  // namespace chunhui::time
