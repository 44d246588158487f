// A few threads for work that is slow on purpose (PIN hashing), behind a bounded queue.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace chunhui::calls {

inline constexpr size_t kSlowJobsMax = 64;

class SlowPool {
 public:
  explicit SlowPool(size_t threads);
  SlowPool(const SlowPool&) = delete;
  SlowPool& operator=(const SlowPool&) = delete;
  // Finishes what waits.
  ~SlowPool();

  // False when too much is waiting; then the job is never run.
  [[nodiscard]] bool Submit(std::function<void()> job);

 private:
  void Loop();
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> jobs_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace chunhui::calls
