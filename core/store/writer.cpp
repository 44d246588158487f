#include "core/store/writer.h"

#include <pthread.h>

#include <algorithm>
#include <future>
#include <iterator>
#include <memory>
#include <utility>

#include "core/store/transaction.h"

namespace chunhui::store {
namespace {

std::exception_ptr Refusal(const char* why) {
  return std::make_exception_ptr(StoreError(StoreErrorKind::kBusy, why));
}

}  // namespace

Writer::Writer(Db db, size_t queue_jobs_max)
    : db_(std::move(db)), queue_jobs_max_(queue_jobs_max), thread_([this] { Loop(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

bool Writer::Submit(Job job, Done done) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || queue_.size() >= queue_jobs_max_) return false;
    queue_.push_back(Entry{std::move(job), std::move(done), nullptr});
    // The writer looks at the queue after each group by itself; waking it costs a system call.
    if (!waiting_) return true;
  }
  wake_.notify_one();
  return true;
}

void Writer::RunAndWait(Job job) {
  // Shared, because the writer may still be leaving set_value when this thread has the answer.
  const auto finished = std::make_shared<std::promise<void>>();
  const bool accepted = Submit(std::move(job), [finished](std::exception_ptr error) {
    error ? finished->set_exception(error) : finished->set_value();
  });
  if (!accepted) std::rethrow_exception(Refusal("the writer takes no more jobs"));
  finished->get_future().get();
}

bool Writer::Stop(std::chrono::milliseconds deadline) {
  std::deque<Entry> left;
  {
    std::unique_lock lock(mutex_);
    stopping_ = true;
    wake_.notify_all();
    if (ended_.wait_for(lock, deadline, [this] { return loop_over_; })) return true;
    left.swap(queue_);
  }
  for (Entry& entry : left) entry.done(Refusal("the writer was stopped"));
  return left.empty();
}

Writer::Counts Writer::counts() const {
  const std::lock_guard lock(mutex_);
  return counts_;
}

void Writer::Loop() {
  pthread_setname_np(pthread_self(), "writer");  // for top -H and perf
  std::vector<Entry> group;
  while (TakeGroup(group)) {
    RunGroup(group);
    {
      const std::lock_guard lock(mutex_);
      counts_.jobs += static_cast<int64_t>(group.size());
      counts_.groups += 1;
    }
    for (Entry& entry : group) entry.done(entry.error);
    group.clear();
  }
  const std::lock_guard lock(mutex_);
  loop_over_ = true;
  ended_.notify_all();
}

bool Writer::TakeGroup(std::vector<Entry>& group) {
  std::unique_lock lock(mutex_);
  waiting_ = true;
  wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
  waiting_ = false;
  const size_t jobs = std::min(queue_.size(), kGroupJobsMax);
  std::move(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(jobs),
            std::back_inserter(group));
  queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(jobs));
  return jobs > 0;
}

void Writer::RunGroup(std::vector<Entry>& group) {
  try {
    Transaction transaction(db_);
    for (Entry& entry : group) RunJob(entry);
    transaction.Commit();
  } catch (...) {
    // Nothing of this group is on the disk: every job hears it, also those that went well.
    for (Entry& entry : group) {
      if (!entry.error) entry.error = std::current_exception();
    }
  }
}

void Writer::RunJob(Entry& entry) {
  try {
    Savepoint savepoint(db_);
    entry.job(db_);
    savepoint.Release();
  } catch (...) {
    entry.error = std::current_exception();
    // A full disk ends the whole transaction, and with it what the jobs before had written.
    if (!db_.in_transaction()) throw;
  }
}

}  // namespace chunhui::store
