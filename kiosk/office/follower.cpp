#include "kiosk/office/follower.h"

#include <algorithm>

namespace chunhui::office {

Follower::Follower(Line& line, Worker& worker, const Pace& pace, int64_t after_sequence)
    : line_(line), worker_(worker), pace_(pace), sequence_(after_sequence) {}

Follower::~Follower() { Stop(); }

void Follower::Start() {
  thread_ = std::thread([this] { Loop(); });
}

void Follower::Stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Follower::Loop() {
  auto wait = pace_.reopen_first;
  while (true) {
    v1::FollowRequest request;
    request.set_after_sequence(sequence_);
    bool heard = false;
    line_.Read("/chunhui.v1.FleetService/Follow", request.SerializeAsString(),
               [&](const std::string& bytes) { heard = Take(bytes) || heard; });
    worker_.Doubt();
    wait = heard ? pace_.reopen_first : std::min(wait * 2, pace_.reopen_max);
    if (!Pause(wait)) return;
  }
}

bool Follower::Take(const std::string& bytes) {
  v1::FollowResponse update;
  if (!update.ParseFromString(bytes)) return false;
  const int64_t sequence = update.sequence();
  // A full worker loses nothing: the sequence stays behind, and the next stream brings it again.
  if (!worker_.Follow(std::move(update))) return false;
  sequence_ = std::max(sequence_, sequence);
  return true;
}

bool Follower::Pause(std::chrono::milliseconds wait) {
  std::unique_lock lock(mutex_);
  wake_.wait_for(lock, wait, [this] { return stopping_; });
  return !stopping_;
}

}  // namespace chunhui::office
