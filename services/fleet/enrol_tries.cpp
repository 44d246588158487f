// Counting tries to enrol.
#include "services/fleet/fleet.h"

namespace chunhui::fleet {
namespace {

constexpr std::chrono::minutes kWindow{1};
// Addresses remembered at once; beyond that strangers wait for the minute to pass.
constexpr size_t kAddressesMax = 10'000;
constexpr int kWindowSeconds = 60;

}  // namespace

void EnrolTries::Forget(time::Instant now) {
  std::erase_if(tries_, [now](const auto& entry) { return entry.second.back() <= now - kWindow; });
}

int EnrolTries::Count(const std::string& address, time::Instant now) {
  if (tries_.size() >= kAddressesMax) Forget(now);
  if (tries_.size() >= kAddressesMax && !tries_.contains(address)) return kWindowSeconds;
  std::deque<time::Instant>& tries = tries_[address];
  while (!tries.empty() && tries.front() <= now - kWindow) tries.pop_front();
  if (static_cast<int>(tries.size()) < kEnrolTriesPerMinute) {
    tries.push_back(now);
    return 0;
  }
  const auto wait = std::chrono::ceil<std::chrono::seconds>(tries.front() + kWindow - now);
  return static_cast<int>(wait.count());
}

}  // namespace chunhui::fleet
