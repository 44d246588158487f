#include "services/calls/publisher.h"

#include <algorithm>

namespace chunhui::calls {

Subscription::~Subscription() { Close(); }

std::optional<Bytes> Subscription::Take() {
  std::lock_guard lock(mutex_);
  if (queue_.empty()) return std::nullopt;
  Bytes bytes = std::move(queue_.front());
  queue_.pop_front();
  return bytes;
}

bool Subscription::closed() const {
  std::lock_guard lock(mutex_);
  return closed_ && queue_.empty();
}

void Subscription::OnMessage(std::function<void()> wake) {
  {
    std::lock_guard lock(mutex_);
    wake_ = wake;
  }
  wake();
}

void Subscription::Close() {
  std::unique_lock lock(mutex_);
  CloseLocked(lock);
}

void Subscription::CloseLocked(std::unique_lock<std::mutex>& lock) {
  if (closed_) return;
  closed_ = true;
  before_start_.clear();
  auto ended = std::move(plan_.ended);
  auto wake = std::move(wake_);
  lock.unlock();
  if (ended) ended();
  if (wake) wake();
}

void Subscription::Put(Bytes bytes) {
  std::unique_lock lock(mutex_);
  if (closed_) return;
  if (queue_.size() >= kStreamQueueMax) {
    queue_.clear();
    CloseLocked(lock);
    return;
  }
  queue_.push_back(std::move(bytes));
  auto wake = wake_;
  lock.unlock();
  if (wake) wake();
}

void Subscription::Offer(const Event& event) {
  {
    std::unique_lock lock(mutex_);
    if (closed_) return;
    if (!started_) {
      if (before_start_.size() >= kStreamQueueMax) return CloseLocked(lock);
      before_start_.push_back(event);
      return;
    }
    if (Ends(event)) return CloseLocked(lock);
    if (!plan_.wants(event)) return;
  }
  Put(event.bytes);
}

void Subscription::Start(StreamPlan plan) {
  std::unique_lock lock(mutex_);
  plan_ = std::move(plan);
  started_ = true;
  for (Bytes& bytes : plan_.first) queue_.push_back(std::move(bytes));
  plan_.first.clear();
  bool over = false;
  for (const Event& event : before_start_) {
    if (plan_.wants(event)) queue_.push_back(event.bytes);
    over = over || Ends(event);
  }
  before_start_.clear();
  if (over) CloseLocked(lock);
}

void Subscription::SignOfLife() {
  std::function<Bytes()> sign;
  {
    std::lock_guard lock(mutex_);
    if (started_) sign = plan_.sign_of_life;
  }
  if (sign) Put(sign());
}

Publisher::Publisher() : thread_([this] { Loop(); }) {}

Publisher::~Publisher() { Stop(); }

void Publisher::Post(std::vector<Event> events) {
  if (events.empty()) return;
  {
    std::lock_guard lock(mutex_);
    for (Event& event : events) events_.push_back(std::move(event));
  }
  wake_.notify_one();
}

std::shared_ptr<Subscription> Publisher::Subscribe() {
  auto subscription = std::make_shared<Subscription>();
  std::lock_guard lock(mutex_);
  std::erase_if(subscriptions_, [](const auto& weak) { return weak.expired(); });
  if (stopping_ || subscriptions_.size() >= kStreamsMax) return nullptr;
  subscriptions_.push_back(subscription);
  return subscription;
}

void Publisher::Start(const std::shared_ptr<Subscription>& subscription, StreamPlan plan) {
  subscription->Start(std::move(plan));
}

void Publisher::Stop() {
  {
    std::lock_guard lock(mutex_);
    if (stopping_) return;
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
  for (const auto& subscription : Live()) subscription->Close();
}

std::vector<std::shared_ptr<Subscription>> Publisher::Live() {
  std::lock_guard lock(mutex_);
  std::vector<std::shared_ptr<Subscription>> live;
  live.reserve(subscriptions_.size());
  for (const auto& weak : subscriptions_) {
    if (auto subscription = weak.lock()) live.push_back(std::move(subscription));
  }
  return live;
}

void Publisher::Loop() {
  auto next_sign = std::chrono::steady_clock::now() + kSignOfLifeEvery;
  while (true) {
    std::deque<Event> events;
    {
      std::unique_lock lock(mutex_);
      wake_.wait_until(lock, next_sign, [this] { return stopping_ || !events_.empty(); });
      if (stopping_) return;
      events.swap(events_);
    }
    const auto live = Live();
    for (const Event& event : events) {
      for (const auto& subscription : live) subscription->Offer(event);
    }
    if (std::chrono::steady_clock::now() < next_sign) continue;
    for (const auto& subscription : live) subscription->SignOfLife();
    next_sign += kSignOfLifeEvery;
  }
}

}  // namespace chunhui::calls
