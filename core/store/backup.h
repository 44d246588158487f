// Copies and examines a database while it is in use.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/store/db.h"

namespace chunhui::store {

// Copies the whole database into a new file (0600) while others go on reading and writing. Refuses
// an existing file. The copy is one consistent state and needs no -wal file. Throws StoreError.
void BackupTo(Db& db, const std::filesystem::path& file);

// Nothing when the database is sound, else SQLite's first complaint (structure or foreign keys).
std::optional<std::string> IntegrityProblem(Db& db);

}  // namespace chunhui::store
