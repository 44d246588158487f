#include "core/store/sqlite_error.h"

#include <sqlite3.h>

namespace chunhui::store {
namespace {

StoreErrorKind KindOf(int code) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return StoreErrorKind::kBusy;
    case SQLITE_CONSTRAINT:
      return StoreErrorKind::kConstraint;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return StoreErrorKind::kCorrupt;
    case SQLITE_FULL:
    case SQLITE_IOERR:
      return StoreErrorKind::kFull;
    default:
      return StoreErrorKind::kOther;
  }
}

}  // namespace

void ThrowSqliteError(sqlite3* connection, int code, std::string_view sql) {
  std::string text = connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
  if (!sql.empty()) text += " (" + Short(sql) + ")";
  throw StoreError(KindOf(code), text);
}

void ThrowWrongValueCount(std::string_view sql) {
  throw StoreError(StoreErrorKind::kOther, "wrong number of values for: " + Short(sql));
}

std::string Short(std::string_view sql) {
  constexpr size_t kBytesMax = 120;
  if (sql.size() <= kBytesMax) return std::string(sql);
  return std::string(sql.substr(0, kBytesMax)) + "...";
}

}  // namespace chunhui::store
