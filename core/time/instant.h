// A point in time, as every room passes it around: milliseconds of Unix time, no time zone.
#pragma once

#include <chrono>
#include <cstdint>

namespace chunhui::time {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

// The form in which instants are stored (INTEGER unix milliseconds).
constexpr int64_t ToUnixMs(Instant instant) { return instant.time_since_epoch().count(); }
constexpr Instant FromUnixMs(int64_t unix_ms) {
  return Instant(std::chrono::milliseconds(unix_ms));
}

}  // namespace chunhui::time
