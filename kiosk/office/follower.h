// The thread that reads the one stream of this kiosk and hands each change to the worker; opens it
// again after the last change it has read.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>

#include "kiosk/office/line.h"
#include "kiosk/office/pace.h"
#include "kiosk/office/worker.h"

namespace chunhui::office {

class Follower {
 public:
  // All outlive the follower.
  Follower(Line& line, Worker& worker, const Pace& pace, int64_t after_sequence);
  ~Follower();
  Follower(const Follower&) = delete;
  Follower& operator=(const Follower&) = delete;

  void Start();
  // The line must have been stopped before.
  void Stop();

 private:
  void Loop();
  bool Take(const std::string& bytes);
  // False when stopping.
  bool Pause(std::chrono::milliseconds wait);

  Line& line_;
  Worker& worker_;
  const Pace pace_;
  int64_t sequence_;  // its own thread only

  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;  // under mutex_
  std::thread thread_;
};

}  // namespace chunhui::office
