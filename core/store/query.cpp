#include "core/store/query.h"

#include <sqlite3.h>

#include <utility>

#include "core/store/sqlite_error.h"
#include "core/store/statement_cache.h"

namespace chunhui::store {

Query::Query(StatementCache& cache, sqlite3_stmt* statement, size_t slot)
    : cache_(&cache), statement_(statement), slot_(slot) {}

Query::Query(Query&& other) noexcept
    : cache_(other.cache_),
      statement_(std::exchange(other.statement_, nullptr)),
      slot_(other.slot_) {}

Query::~Query() {
  if (statement_) cache_->Return(statement_, slot_);
}

bool Query::Step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  ThrowSqliteError(cache_->connection(), code, sqlite3_sql(statement_));
}

int64_t Query::Int(int column) const { return sqlite3_column_int64(statement_, column); }

std::string Query::Text(int column) const {
  const unsigned char* text = sqlite3_column_text(statement_, column);
  if (!text) return {};
  const int size = sqlite3_column_bytes(statement_, column);
  return std::string(reinterpret_cast<const char*>(text), static_cast<size_t>(size));
}

std::string Query::Blob(int column) const {
  const void* bytes = sqlite3_column_blob(statement_, column);
  if (!bytes) return {};
  const int size = sqlite3_column_bytes(statement_, column);
  return std::string(static_cast<const char*>(bytes), static_cast<size_t>(size));
}

bool Query::IsNull(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::optional<int64_t> Query::OptionalInt(int column) const {
  if (IsNull(column)) return std::nullopt;
  return Int(column);
}

std::optional<std::string> Query::OptionalText(int column) const {
  if (IsNull(column)) return std::nullopt;
  return Text(column);
}

std::optional<std::string> Query::OptionalBlob(int column) const {
  if (IsNull(column)) return std::nullopt;
  return Blob(column);
}

void Query::CheckBind(int code) {
  if (code != SQLITE_OK) ThrowSqliteError(cache_->connection(), code, sqlite3_sql(statement_));
}

void Query::BindInt(int index, int64_t value) {
  CheckBind(sqlite3_bind_int64(statement_, index, value));
}

void Query::BindText(int index, std::string_view value) {
  // A null pointer would bind NULL; an empty text is not NULL.
  const char* text = value.empty() ? "" : value.data();
  CheckBind(
      sqlite3_bind_text64(statement_, index, text, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Query::BindBlob(int index, std::string_view value) {
  const char* bytes = value.empty() ? "" : value.data();
  CheckBind(sqlite3_bind_blob64(statement_, index, bytes, value.size(), SQLITE_TRANSIENT));
}

void Query::BindNull(int index) { CheckBind(sqlite3_bind_null(statement_, index)); }

}  // namespace chunhui::store
