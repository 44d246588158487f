#include "core/store/statement_cache.h"

#include <sqlite3.h>

#include "core/store/sqlite_error.h"

namespace chunhui::store {
namespace {
constexpr size_t kNoSlot = static_cast<size_t>(-1);
}

StatementCache::~StatementCache() {
  for (Slot& slot : slots_) {
    for (sqlite3_stmt* statement : slot.idle) sqlite3_finalize(statement);
  }
}

Query StatementCache::Take(std::string_view sql, int values) {
  const size_t slot = SlotOf(sql);
  if (slot != kNoSlot && !slots_[slot].idle.empty()) {
    sqlite3_stmt* statement = slots_[slot].idle.back();
    if (sqlite3_bind_parameter_count(statement) != values) ThrowWrongValueCount(sql);
    slots_[slot].idle.pop_back();
    return Query(*this, statement, slot);
  }
  return Query(*this, PrepareStatement(sql, values), slot);
}

void StatementCache::Return(sqlite3_stmt* statement, size_t slot) {
  sqlite3_reset(statement);
  if (slot == kNoSlot) {
    sqlite3_finalize(statement);
    return;
  }
  // Bound values may be personal data: they do not stay in an idle statement.
  sqlite3_clear_bindings(statement);
  slots_[slot].idle.push_back(statement);
}

size_t StatementCache::SlotOf(std::string_view sql) {
  const auto found = slot_of_.find(sql);
  if (found != slot_of_.end()) return found->second;
  if (slots_.size() >= kCachedStatementsMax) return kNoSlot;
  slots_.push_back(Slot{std::string(sql), {}});
  slot_of_.emplace(slots_.back().sql, slots_.size() - 1);
  return slots_.size() - 1;
}

sqlite3_stmt* StatementCache::PrepareStatement(std::string_view sql, int values) {
  sqlite3_stmt* statement = nullptr;
  const char* rest = nullptr;
  const int code = sqlite3_prepare_v3(connection_, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, &rest);
  if (code != SQLITE_OK) ThrowSqliteError(connection_, code, sql);
  const std::string_view left(rest, sql.data() + sql.size() - rest);
  const bool one_statement =
      statement != nullptr && left.find_first_not_of(" \t\r\n;") == std::string_view::npos;
  if (!one_statement || sqlite3_bind_parameter_count(statement) != values) {
    sqlite3_finalize(statement);
    if (!one_statement)
      throw StoreError(StoreErrorKind::kOther, "not one statement: " + Short(sql));
    ThrowWrongValueCount(sql);
  }
  return statement;
}

}  // namespace chunhui::store
