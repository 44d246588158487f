#include "core/store/read_pool.h"

#include <utility>

namespace chunhui::store {

ReadPool::Loan::Loan(ReadPool& pool, std::unique_ptr<Db> db) : pool_(&pool), db_(std::move(db)) {}

ReadPool::Loan::Loan(Loan&& other) noexcept = default;

ReadPool::Loan::~Loan() {
  if (db_) pool_->Return(std::move(db_));
}

ReadPool::ReadPool(const std::filesystem::path& file, size_t connections) {
  for (size_t i = 0; i < connections; ++i) {
    free_.push_back(std::make_unique<Db>(Db::OpenFile(file, Access::kReadOnly)));
  }
}

std::optional<ReadPool::Loan> ReadPool::Borrow(std::chrono::milliseconds timeout) {
  std::unique_lock lock(mutex_);
  if (!returned_.wait_for(lock, timeout, [this] { return !free_.empty(); })) return std::nullopt;
  std::unique_ptr<Db> db = std::move(free_.back());
  free_.pop_back();
  return Loan(*this, std::move(db));
}

void ReadPool::Return(std::unique_ptr<Db> db) {
  {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(db));
  }
  returned_.notify_one();
}

}  // namespace chunhui::store
