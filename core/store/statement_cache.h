// The prepared statements of one connection, kept by their text. Private to this room.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/store/query.h"

struct sqlite3;
struct sqlite3_stmt;

namespace chunhui::store {

// Statements kept prepared; beyond that they are finalised after use. A program has far fewer
// different texts: reaching it means somebody writes values into SQL.
inline constexpr size_t kCachedStatementsMax = 512;

class StatementCache {
 public:
  explicit StatementCache(sqlite3* connection) : connection_(connection) {}
  StatementCache(const StatementCache&) = delete;
  StatementCache& operator=(const StatementCache&) = delete;
  ~StatementCache();

  // A statement nobody else uses right now. Throws StoreError, also when the text has not exactly
  // `values` placeholders.
  Query Take(std::string_view sql, int values);
  void Return(sqlite3_stmt* statement, size_t slot);

  sqlite3* connection() const { return connection_; }

 private:
  // One SQL text; two statements only while a query runs inside another of the same text.
  struct Slot {
    std::string sql;
    std::vector<sqlite3_stmt*> idle;
  };

  size_t SlotOf(std::string_view sql);
  sqlite3_stmt* PrepareStatement(std::string_view sql, int values);

  sqlite3* connection_;
  std::deque<Slot> slots_;  // a deque, so that the keys below stay where they are
  std::unordered_map<std::string_view, size_t> slot_of_;
};

}  // namespace chunhui::store
