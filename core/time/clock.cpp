#include "core/time/clock.h"

namespace chunhui::time {

Instant SystemClock::now() const {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

void FakeClock::Advance(std::chrono::milliseconds by) {
  Instant before = now_.load();
  while (!now_.compare_exchange_weak(before, before + by)) {
  }
}

}  // namespace chunhui::time
