// One connection to a SQLite database: WAL, synchronous=FULL, foreign keys on, deleted rows
// overwritten. One thread at a time. All failures throw StoreError.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

#include "core/store/error.h"
#include "core/store/query.h"

struct sqlite3;

namespace chunhui::store {

class StatementCache;

enum class Access {
  kReadWrite,  // creates the file (0600) when it is not there
  kReadOnly,   // the file must exist; writing fails
};

// How long a connection waits for another one's lock before kBusy.
inline constexpr int kBusyTimeoutMs = 5000;

class Db {
 public:
  static Db OpenFile(const std::filesystem::path& file, Access access = Access::kReadWrite);
  // A database of its own, gone with this object. For tests and dry runs.
  static Db OpenMemory();

  Db(Db&&) noexcept;
  Db& operator=(Db&&) noexcept;
  ~Db();

  // A query with its values bound in order: integers, bools, enums (as their number), texts,
  // BlobView, std::optional of these, nullptr. The values are copied.
  //   auto query = db.Prepare("SELECT name FROM dishes WHERE day = ?", day);
  //   while (query.Step()) names.push_back(query.Text(0));
  template <typename... Values>
  Query Prepare(std::string_view sql, const Values&... values);

  // Runs one statement to its end and answers how many rows it inserted, changed or deleted.
  template <typename... Values>
  int64_t Run(std::string_view sql, const Values&... values);

  // Runs a script of several statements without values (schemas).
  void Execute(const char* script);

  int64_t last_insert_id() const;
  bool in_transaction() const;

  // For this room only: the raw connection.
  sqlite3* handle() const { return connection_.get(); }

 private:
  struct Closer {
    void operator()(sqlite3* connection) const;
  };

  using Connection = std::unique_ptr<sqlite3, Closer>;

  explicit Db(Connection connection);
  Query Take(std::string_view sql, int values);
  int64_t Finish(Query& query);

  Connection connection_;
  std::unique_ptr<StatementCache> cache_;
};

template <typename... Values>
Query Db::Prepare(std::string_view sql, const Values&... values) {
  Query query = Take(sql, sizeof...(Values));
  int index = 0;
  (query.Bind(++index, values), ...);
  return query;
}

template <typename... Values>
int64_t Db::Run(std::string_view sql, const Values&... values) {
  Query query = Prepare(sql, values...);
  return Finish(query);
}

}  // namespace chunhui::store
