#include "core/store/backup.h"

#include <sqlite3.h>

#include <memory>

#include "core/store/sqlite_error.h"

namespace chunhui::store {
namespace {

struct BackupCloser {
  void operator()(sqlite3_backup* backup) const { sqlite3_backup_finish(backup); }
};

}  // namespace

void BackupTo(Db& db, const std::filesystem::path& file) {
  if (std::filesystem::exists(file)) {
    throw StoreError(StoreErrorKind::kOther, "the backup file exists already: " + file.string());
  }
  Db copy = Db::OpenFile(file);
  {
    std::unique_ptr<sqlite3_backup, BackupCloser> backup(
        sqlite3_backup_init(copy.handle(), "main", db.handle(), "main"));
    if (!backup) ThrowSqliteError(copy.handle(), sqlite3_errcode(copy.handle()), {});
    // All pages in one step: in WAL mode that holds up no writer, and the copy is one moment.
    const int code = sqlite3_backup_step(backup.get(), -1);
    if (code != SQLITE_DONE) ThrowSqliteError(nullptr, code, {});
  }
  // One file to carry away: fold the -wal file in.
  copy.Execute("PRAGMA journal_mode = DELETE");
}

std::optional<std::string> IntegrityProblem(Db& db) {
  try {
    Query structure = db.Prepare("PRAGMA integrity_check(1)");
    if (structure.Step() && structure.Text(0) != "ok") return structure.Text(0);
    Query references = db.Prepare("PRAGMA foreign_key_check");
    if (references.Step()) return "a row of " + references.Text(0) + " refers to nothing";
    return std::nullopt;
  } catch (const StoreError& error) {
    if (error.kind() != StoreErrorKind::kCorrupt) throw;
    return error.what();
  }
}

}  // namespace chunhui::store
