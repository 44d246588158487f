// One prepared statement on its way through its rows. Made by Db::Prepare, returned to the
// statement cache of its Db when it goes. Used by one thread, gone before its Db.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

struct sqlite3_stmt;

namespace chunhui::store {

class StatementCache;

// Marks bytes as a BLOB when binding; plain strings bind as TEXT.
struct BlobView {
  std::string_view bytes;
};

class Query {
 public:
  Query(Query&& other) noexcept;
  Query& operator=(Query&&) = delete;
  ~Query();

  // Moves to the next row; false after the last. Throws StoreError.
  bool Step();

  // Columns of the current row, counted from 0. NULL reads as 0 or empty; see IsNull.
  int64_t Int(int column) const;
  bool Bool(int column) const { return Int(column) != 0; }
  std::string Text(int column) const;
  std::string Blob(int column) const;
  bool IsNull(int column) const;
  std::optional<int64_t> OptionalInt(int column) const;
  std::optional<std::string> OptionalText(int column) const;
  std::optional<std::string> OptionalBlob(int column) const;

  // Binds value number `index`, counted from 1. Db::Prepare and Db::Run call these in order.
  template <typename Value>
  void Bind(int index, const Value& value);

 private:
  friend class StatementCache;
  Query(StatementCache& cache, sqlite3_stmt* statement, size_t slot);

  void CheckBind(int code);
  void BindInt(int index, int64_t value);
  void BindText(int index, std::string_view value);
  void BindBlob(int index, std::string_view value);
  void BindNull(int index);

  StatementCache* cache_;
  sqlite3_stmt* statement_;
  size_t slot_;
};

namespace detail {
template <typename T>
inline constexpr bool kIsOptional = false;
template <typename T>
inline constexpr bool kIsOptional<std::optional<T>> = true;
}  // namespace detail

template <typename Value>
void Query::Bind(int index, const Value& value) {
  if constexpr (std::is_same_v<Value, std::nullopt_t> || std::is_same_v<Value, std::nullptr_t>) {
    BindNull(index);
  } else if constexpr (detail::kIsOptional<Value>) {
    value ? Bind(index, *value) : BindNull(index);
  } else if constexpr (std::is_same_v<Value, BlobView>) {
    BindBlob(index, value.bytes);
  } else if constexpr (std::is_integral_v<Value> || std::is_enum_v<Value>) {
    BindInt(index, static_cast<int64_t>(value));
  } else {
    BindText(index, std::string_view(value));
  }
}

}  // namespace chunhui::store
