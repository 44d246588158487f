// The audit: rows in one hash chain. Written only by the writer thread; read by services/audit.
#pragma once

#include <cstdint>
#include <string>

#include "core/store/db.h"
#include "core/store/migrate.h"
#include "core/time/instant.h"

namespace chunhui::calls {

struct AuditRecord {
  int64_t row = 0;
  time::Instant at;
  std::string actor;
  std::string action;
  std::string resident_id;
  std::string subject;
  std::string reason;
  std::string result;
};

extern const store::Migration kAuditMigrations[1];

// The bytes that are hashed: every field, each with its length, so that no two rows look alike.
std::string AuditBytes(const AuditRecord& record);

class AuditLog {
 public:
  // Adds the record after the last row; its `row` is filled in.
  void Append(store::Db& db, AuditRecord record);
  // After a transaction that was rolled back: read the head again before the next row.
  void Forget() { loaded_ = false; }
  // The state before a job that may be undone alone.
  struct Mark {
    std::string head;
    int64_t row;
    bool loaded;
  };
  Mark mark() const { return {head_, row_, loaded_}; }
  void BackTo(Mark mark);

 private:
  void Load(store::Db& db);
  std::string head_;
  int64_t row_ = 0;
  bool loaded_ = false;
};

}  // namespace chunhui::calls
