// What the office has to say to whoever runs it: one line per event on one stream. Never personal
// data: whoever writes a line answers for that.
#pragma once

#include <cstdio>
#include <mutex>
#include <string_view>

#include "core/time/clock.h"

namespace chunhui::office {

enum class LogLevel { kError, kWarning, kInfo };

// "error", "warning" or "info"; anything else counts as info.
LogLevel LogLevelOf(std::string_view name);

// Any thread.
class Log {
 public:
  // `stream` and `clock` outlive the log.
  Log(std::FILE* stream, LogLevel level, const time::Clock& clock)
      : stream_(stream), level_(level), clock_(clock) {}

  // "2026-11-22T07:30:05Z info <line>"; line ends inside the line become blanks.
  void Write(LogLevel level, std::string_view line);

 private:
  std::mutex mutex_;
  std::FILE* stream_;  // under mutex_
  const LogLevel level_;
  const time::Clock& clock_;
};

}  // namespace chunhui::office
