// Times and dates as they travel, and as we reckon with them.
#pragma once

#include <google/protobuf/timestamp.pb.h>

#include "chunhui/v1/types.pb.h"
#include "core/time/date.h"
#include "core/time/instant.h"

namespace chunhui::office {

inline time::Instant ToInstant(const google::protobuf::Timestamp& timestamp) {
  return time::FromUnixMs(timestamp.seconds() * 1000 + timestamp.nanos() / 1'000'000);
}

inline google::protobuf::Timestamp ToTimestamp(time::Instant instant) {
  const int64_t unix_ms = time::ToUnixMs(instant);
  google::protobuf::Timestamp timestamp;
  timestamp.set_seconds(unix_ms / 1000);
  timestamp.set_nanos(static_cast<int32_t>(unix_ms % 1000) * 1'000'000);
  return timestamp;
}

inline time::Date ToDate(const v1::Date& date) { return {date.year(), date.month(), date.day()}; }

inline v1::Date ToWire(time::Date date) {
  v1::Date wire;
  wire.set_year(date.year);
  wire.set_month(date.month);
  wire.set_day(date.day);
  return wire;
}

}  // namespace chunhui::office
