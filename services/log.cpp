#include "services/log.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <string>

namespace chunhui::office {
namespace {

constexpr const char* kLevelNames[] = {"error", "warning", "info"};

std::string Stamp(time::Instant now) {
  const std::time_t seconds =
      std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%FT%TZ", &parts)};
}

}  // namespace

LogLevel LogLevelOf(std::string_view name) {
  if (name == kLevelNames[0]) return LogLevel::kError;
  if (name == kLevelNames[1]) return LogLevel::kWarning;
  return LogLevel::kInfo;
}

void Log::Write(LogLevel level, std::string_view line) {
  if (level > level_) return;
  std::string text = Stamp(clock_.now()) + " " + kLevelNames[static_cast<size_t>(level)] + " ";
  text += line;
  std::ranges::replace(text, '\n', ' ');
  text += '\n';
  const std::lock_guard lock(mutex_);
  std::fwrite(text.data(), 1, text.size(), stream_);
  std::fflush(stream_);
}

}  // namespace chunhui::office
