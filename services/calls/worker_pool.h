// A few threads behind a bounded queue, for work that must not hold up the thread that has it:
// PIN hashing, which is slow on purpose, and sending answers while the writer goes on.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace chunhui::calls {

class WorkerPool {
 public:
  // At most `jobs_max` jobs wait.
  WorkerPool(size_t threads, size_t jobs_max);
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;
  // Finishes what waits.
  ~WorkerPool();

  // Any thread. False when too much is waiting; then the job is never run.
  [[nodiscard]] bool Submit(std::function<void()> job);

 private:
  void Loop();

  const size_t jobs_max_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> jobs_;  // under mutex_
  size_t idle_ = 0;                         // under mutex_: threads that sleep
  bool stopping_ = false;                   // under mutex_
  std::vector<std::thread> threads_;
};

}  // namespace chunhui::calls
