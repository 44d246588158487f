#include "core/store/transaction.h"

namespace chunhui::store {

Transaction::Transaction(Db& db, TransactionMode mode) : db_(db) {
  db_.Run(mode == TransactionMode::kWrite ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  if (!open_ || !db_.in_transaction()) return;
  try {
    db_.Run("ROLLBACK");
  } catch (const StoreError&) {
    // Nothing left to undo: SQLite rolls back by itself on the errors that make ROLLBACK fail.
  }
}

void Transaction::Commit() {
  db_.Run("COMMIT");
  open_ = false;
}

Savepoint::Savepoint(Db& db) : db_(db) { db_.Run("SAVEPOINT part"); }

Savepoint::~Savepoint() {
  if (!open_ || !db_.in_transaction()) return;
  try {
    BackToStart(db_);
    db_.Run("RELEASE part");
  } catch (const StoreError&) {
    // As above: the whole transaction is gone already.
  }
}

void Savepoint::BackToStart(Db& db) { db.Run("ROLLBACK TO part"); }

void Savepoint::Release() {
  db_.Run("RELEASE part");
  open_ = false;
}

}  // namespace chunhui::store
