#include "services/calls/audit_log.h"

#include <string_view>

#include "core/secrets/digest.h"

namespace chunhui::calls {
namespace {

void AddField(std::string& bytes, std::string_view field) {
  bytes += std::to_string(field.size());
  bytes += ':';
  bytes += field;
}

}  // namespace

const store::Migration kAuditMigrations[1] = {{1, "audit", R"sql(
  -- Who saw or did what for whom; hash = SHA-256(hash of the row before || fields of this row).
  -- No index by resident: its scattered pages would double the cost of every durable look-up, for a
  -- question that auditors ask now and then and that a scan answers.
  CREATE TABLE audit (
    row INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,          -- unix ms
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    resident_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    reason TEXT NOT NULL,
    result TEXT NOT NULL,
    hash BLOB NOT NULL
  );
)sql"}};

std::string AuditBytes(const AuditRecord& record) {
  std::string bytes;
  bytes.reserve(160);
  AddField(bytes, std::to_string(record.row));
  AddField(bytes, std::to_string(time::ToUnixMs(record.at)));
  for (const std::string* field : {&record.actor, &record.action, &record.resident_id,
                                   &record.subject, &record.reason, &record.result}) {
    AddField(bytes, *field);
  }
  return bytes;
}

void AuditLog::Append(store::Db& db, AuditRecord record) {
  if (!loaded_) Load(db);
  record.row = row_ + 1;
  std::string hash = secrets::ChainHash(head_, AuditBytes(record));
  db.Run("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", record.row,
         time::ToUnixMs(record.at), record.actor, record.action, record.resident_id, record.subject,
         record.reason, record.result, store::BlobView{hash});
  row_ = record.row;
  head_ = std::move(hash);
}

void AuditLog::BackTo(Mark mark) {
  head_ = std::move(mark.head);
  row_ = mark.row;
  loaded_ = mark.loaded;
}

void AuditLog::Load(store::Db& db) {
  auto query = db.Prepare("SELECT row, hash FROM audit ORDER BY row DESC LIMIT 1");
  const bool any = query.Step();
  row_ = any ? query.Int(0) : 0;
  head_ = any ? query.Blob(1) : std::string{};
  loaded_ = true;
}

}  // namespace chunhui::calls
