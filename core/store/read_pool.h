// A few connections for reading, lent out one thread at a time. None of them can write.
#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "core/store/db.h"

namespace chunhui::store {

class ReadPool {
 public:
  // A connection on loan; goes back by itself. Gone before its pool.
  class Loan {
   public:
    Loan(Loan&& other) noexcept;
    Loan& operator=(Loan&&) = delete;
    ~Loan();
    Db& operator*() const { return *db_; }
    Db* operator->() const { return db_.get(); }

   private:
    friend class ReadPool;
    Loan(ReadPool& pool, std::unique_ptr<Db> db);
    ReadPool* pool_;
    std::unique_ptr<Db> db_;
  };

  // The file must exist. Opens all connections now.
  ReadPool(const std::filesystem::path& file, size_t connections);

  // Waits for a free connection; nothing when none came free in time. Any thread.
  std::optional<Loan> Borrow(std::chrono::milliseconds timeout);

 private:
  void Return(std::unique_ptr<Db> db);

  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Db>> free_;  // under mutex_
};

}  // namespace chunhui::store
