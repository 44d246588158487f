// Turns SQLite's result codes into StoreError. Private to this room.
#pragma once

#include <string>
#include <string_view>

#include "core/store/error.h"

struct sqlite3;

namespace chunhui::store {

// SQLite's message names tables and columns, and `sql` holds placeholders, so no stored value gets
// into the text.
[[noreturn]] void ThrowSqliteError(sqlite3* connection, int code, std::string_view sql);
[[noreturn]] void ThrowWrongValueCount(std::string_view sql);

// The beginning of a statement, for error texts.
std::string Short(std::string_view sql);

}  // namespace chunhui::store
