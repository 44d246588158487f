// Carries events to the open streams from a thread of its own, each stream behind a bounded queue.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "services/calls/event.h"
#include "services/calls/method.h"

namespace chunhui::calls {

// Messages that may wait for one slow client before its stream is closed (it resumes by itself).
inline constexpr size_t kStreamQueueMax = 256;
inline constexpr size_t kStreamsMax = 20000;
inline constexpr std::chrono::seconds kSignOfLifeEvery{10};

// One open stream. The transport asks for messages; the publisher puts them in. Any thread.
class Subscription {
 public:
  ~Subscription();

  // The next message; nothing when there is none now. `wake` (see OnMessage) tells when to ask.
  std::optional<Bytes> Take();
  // True when no message will ever come any more: queue overflow or the office is stopping.
  bool closed() const;
  // Called (from the publisher's thread) whenever a message has come or the stream has closed.
  void OnMessage(std::function<void()> wake);
  // The client has gone. Idempotent.
  void Close();

 private:
  friend class Publisher;
  void Offer(const Event& event);
  void Put(Bytes bytes);
  void Start(StreamPlan plan);
  void SignOfLife();
  bool Ends(const Event& event) const { return plan_.ends && plan_.ends(event); }
  void CloseLocked(std::unique_lock<std::mutex>& lock);

  mutable std::mutex mutex_;
  std::deque<Event> before_start_;  // events since Subscribe, until the plan is known
  std::deque<Bytes> queue_;
  StreamPlan plan_;
  std::function<void()> wake_;
  bool started_ = false;
  bool closed_ = false;
};

class Publisher {
 public:
  Publisher();
  Publisher(const Publisher&) = delete;
  Publisher& operator=(const Publisher&) = delete;
  ~Publisher();

  // Any thread; never blocks on a client.
  void Post(std::vector<Event> events);
  // A stream that collects everything until Start gives it its plan, so that nothing committed
  // meanwhile is missed. Nothing when too many streams are open.
  std::shared_ptr<Subscription> Subscribe();
  void Start(const std::shared_ptr<Subscription>& subscription, StreamPlan plan);
  // Closes all streams and ends the thread. Idempotent.
  void Stop();

 private:
  void Loop();
  std::vector<std::shared_ptr<Subscription>> Live();

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Event> events_;
  std::vector<std::weak_ptr<Subscription>> subscriptions_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace chunhui::calls
