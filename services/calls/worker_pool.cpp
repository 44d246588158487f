#include "services/calls/worker_pool.h"

#include <pthread.h>

namespace chunhui::calls {

WorkerPool::WorkerPool(size_t threads, size_t jobs_max) : jobs_max_(jobs_max) {
  for (size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { Loop(); });
}

WorkerPool::~WorkerPool() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool WorkerPool::Submit(std::function<void()> job) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || jobs_.size() >= jobs_max_) return false;
    jobs_.push_back(std::move(job));
    // A thread at work looks at the queue again by itself; waking one costs a system call.
    if (idle_ == 0) return true;
  }
  wake_.notify_one();
  return true;
}

void WorkerPool::Loop() {
  pthread_setname_np(pthread_self(), "worker");
  std::unique_lock lock(mutex_);
  while (true) {
    ++idle_;
    wake_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
    --idle_;
    if (jobs_.empty()) return;
    auto job = std::move(jobs_.front());
    jobs_.pop_front();
    lock.unlock();
    job();
    job = nullptr;
    lock.lock();
  }
}

}  // namespace chunhui::calls
