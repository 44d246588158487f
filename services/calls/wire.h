// Between the contract's dates and instants and our own.
#pragma once

#include <google/protobuf/timestamp.pb.h>

#include <chrono>
#include <optional>

#include "chunhui/v1/types.pb.h"
#include "core/time/date.h"
#include "core/time/instant.h"

namespace chunhui::calls {

// The contract's dates lie in these years.
inline constexpr int kWireYearMin = 1900;
inline constexpr int kWireYearMax = 2100;

inline v1::Date ToWire(time::Date date) {
  v1::Date wire;
  wire.set_year(date.year);
  wire.set_month(date.month);
  wire.set_day(date.day);
  return wire;
}

// Nothing when there is no such day, or not in the contract's years.
inline std::optional<time::Date> FromWire(const v1::Date& wire) {
  const time::Date date{wire.year(), wire.month(), wire.day()};
  if (date.year < kWireYearMin || date.year > kWireYearMax || !date.IsValid()) return std::nullopt;
  return date;
}

inline google::protobuf::Timestamp ToWire(time::Instant instant) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(instant);
  google::protobuf::Timestamp wire;
  wire.set_seconds(seconds.time_since_epoch().count());
  wire.set_nanos(static_cast<int32_t>((instant - seconds).count() * 1'000'000));
  return wire;
}

// Nothing outside the contract's years or with nanoseconds out of range; cut to milliseconds.
inline std::optional<time::Instant> FromWire(const google::protobuf::Timestamp& wire) {
  using std::chrono::sys_days;
  constexpr std::chrono::sys_seconds kFirst = sys_days(std::chrono::year{kWireYearMin} / 1 / 1);
  constexpr std::chrono::sys_seconds kEnd = sys_days(std::chrono::year{kWireYearMax + 1} / 1 / 1);
  const std::chrono::sys_seconds seconds{std::chrono::seconds(wire.seconds())};
  if (seconds < kFirst || seconds >= kEnd) return std::nullopt;
  if (wire.nanos() < 0 || wire.nanos() > 999'999'999) return std::nullopt;
  return time::Instant(seconds) + std::chrono::milliseconds(wire.nanos() / 1'000'000);
}

}  // namespace chunhui::calls
