// Transactions that roll back unless committed. Open queries of the same Db should be gone before
// a rollback.
#pragma once

#include "core/store/db.h"

namespace chunhui::store {

enum class TransactionMode {
  kRead,   // BEGIN: one consistent view for several queries
  kWrite,  // BEGIN IMMEDIATE: takes the write lock now, so it cannot fail half way with kBusy
};

class Transaction {
 public:
  explicit Transaction(Db& db, TransactionMode mode = TransactionMode::kWrite);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  // Durable when it returns. On a throw the transaction is rolled back.
  void Commit();

 private:
  Db& db_;
  bool open_ = true;
};

// A part of a transaction that can fail alone. Savepoints nest.
class Savepoint {
 public:
  explicit Savepoint(Db& db);
  Savepoint(const Savepoint&) = delete;
  Savepoint& operator=(const Savepoint&) = delete;
  ~Savepoint();

  // Undoes what was written since the innermost open savepoint began, which stays open.
  static void BackToStart(Db& db);

  // Keeps the changes (they still depend on the transaction around).
  void Release();

 private:
  Db& db_;
  bool open_ = true;
};

}  // namespace chunhui::store
