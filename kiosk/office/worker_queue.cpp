// What the worker does next: help, then what the stream told, questions, repeats, fetches.
#include "kiosk/office/worker.h"

#include <algorithm>

namespace chunhui::office {

using std::chrono::steady_clock;

bool Worker::Ask(Question question) {
  {
    const std::lock_guard lock(mutex_);
    if (questions_.size() + urgent_.size() >= kQuestionsMax) return false;
    auto& queue = question.sending == Sending::kUrgent ? urgent_ : questions_;
    queue.push_back(std::move(question));
  }
  wake_.notify_all();
  return true;
}

bool Worker::Follow(v1::FollowResponse update) {
  {
    const std::lock_guard lock(mutex_);
    if (updates_.size() >= kUpdatesMax) return false;
    updates_.push_back(std::move(update));
  }
  wake_.notify_all();
  return true;
}

void Worker::Fetch(Part part) {
  {
    const std::lock_guard lock(mutex_);
    wanted_.set(static_cast<size_t>(part));
  }
  wake_.notify_all();
}

void Worker::FetchAll() {
  for (const Part part : kParts) Fetch(part);
}

void Worker::Doubt() {
  {
    const std::lock_guard lock(mutex_);
    doubt_ = true;
  }
  wake_.notify_all();
}

void Worker::SetFault(std::string code) {
  {
    const std::lock_guard lock(mutex_);
    fault_code_ = std::move(code);
  }
  Doubt();
}

bool Worker::busy() const {
  const std::lock_guard lock(mutex_);
  return working_ || !urgent_.empty() || !questions_.empty() || !updates_.empty() ||
         (wanted_.any() && thread_.joinable());
}

Worker::Work Worker::WaitForWork() {
  std::unique_lock lock(mutex_);
  while (true) {
    if (stopping_) return Chore::kStop;
    if (auto waiting = TakeWaiting()) {
      working_ = true;
      return std::move(*waiting);
    }
    if (const auto chore = DueChore(steady_clock::now())) {
      doubt_ = false;
      return *chore;
    }
    wake_.wait_until(lock, NextChore());
  }
}

std::optional<Worker::Work> Worker::TakeWaiting() {
  const auto take = [](auto& queue) {
    Work work = std::move(queue.front());
    queue.pop_front();
    return work;
  };
  if (!urgent_.empty()) return take(urgent_);
  if (!updates_.empty()) return take(updates_);
  if (!questions_.empty()) return take(questions_);
  for (const Part part : kParts) {
    if (!wanted_.test(static_cast<size_t>(part))) continue;
    wanted_.reset(static_cast<size_t>(part));
    return part;
  }
  return std::nullopt;
}

std::optional<Worker::Chore> Worker::DueChore(SteadyTime now) const {
  if (unanswered_ > 0 && now >= repeat_at_) return Chore::kRepeat;
  if (doubt_ || now >= NextHeartbeat()) return Chore::kSignOfLife;
  return std::nullopt;
}

Worker::SteadyTime Worker::NextChore() const {
  const SteadyTime next = NextHeartbeat();
  return unanswered_ > 0 ? std::min(next, repeat_at_) : next;
}

Worker::SteadyTime Worker::NextHeartbeat() const {
  return away_ ? probe_at_ : std::min(heartbeat_at_, heard_at_ + pace_.silence_max);
}

}  // namespace chunhui::office
