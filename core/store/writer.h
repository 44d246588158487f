// The one thread that writes. Jobs waiting at the same moment share one transaction, so that many
// durable writes cost one flush of the disk; each job has a savepoint of its own.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "core/store/db.h"

namespace chunhui::store {

// Jobs that share one transaction at most.
inline constexpr size_t kGroupJobsMax = 256;
// Jobs that may wait; more are refused, so that a slow disk is felt and not hidden.
inline constexpr size_t kQueueJobsMax = 8192;

class Writer {
 public:
  // Runs in the writer thread inside the job's savepoint. A throw undoes this job alone.
  using Job = std::function<void(Db&)>;
  // Called in the writer thread after COMMIT: nullptr = durable, else why not. Must be quick, must
  // not throw, may Submit.
  using Done = std::function<void(std::exception_ptr)>;

  struct Counts {
    int64_t jobs = 0;
    int64_t groups = 0;  // transactions
  };

  explicit Writer(Db db, size_t queue_jobs_max = kQueueJobsMax);
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  // Stops as Stop does, waiting as long as it takes.
  ~Writer();

  // Any thread. False when the queue is full or the writer has been stopped; then neither function
  // is ever called. Otherwise `done` is called exactly once.
  [[nodiscard]] bool Submit(Job job, Done done);

  // Submits and waits for the COMMIT; throws what the job threw, or StoreError kBusy when refused.
  // Never from the writer thread.
  void RunAndWait(Job job);

  // Takes no more jobs and finishes those that wait. Jobs not begun by the deadline are told
  // StoreError kBusy. False when there were such. Never from the writer thread.
  bool Stop(std::chrono::milliseconds deadline);

  Counts counts() const;

 private:
  struct Entry {
    Job job;
    Done done;
    std::exception_ptr error;
  };

  void Loop();
  bool TakeGroup(std::vector<Entry>& group);
  void RunGroup(std::vector<Entry>& group);
  void RunJob(Entry& entry);

  Db db_;
  const size_t queue_jobs_max_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::condition_variable ended_;
  std::deque<Entry> queue_;  // under mutex_
  Counts counts_;            // under mutex_
  bool waiting_ = false;     // under mutex_: the writer sleeps
  bool stopping_ = false;    // under mutex_
  bool loop_over_ = false;   // under mutex_
  std::thread thread_;
};

}  // namespace chunhui::store
