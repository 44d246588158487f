#include "core/store/migrate.h"

#include <map>
#include <string>

#include "core/store/transaction.h"

namespace chunhui::store {
namespace {

// The text of each migration is kept, because an edited migration is a database nobody has tested.
constexpr const char* kVersionsTable = R"sql(
  CREATE TABLE IF NOT EXISTS migrations (
    area    TEXT    NOT NULL,
    version INTEGER NOT NULL,
    sql     TEXT    NOT NULL,
    PRIMARY KEY (area, version)
  ) WITHOUT ROWID
)sql";

[[noreturn]] void Refuse(const Migration& migration, const char* why) {
  throw StoreError(StoreErrorKind::kSchema, std::string(migration.area) + " migration " +
                                                std::to_string(migration.version) + " " + why);
}

// The highest version this program knows, per area.
std::map<std::string, int> KnownVersions(std::span<const Migration> migrations) {
  std::map<std::string, int> known;
  for (const Migration& migration : migrations) {
    int& version = known[migration.area];
    if (migration.version != version + 1) Refuse(migration, "is out of order");
    version = migration.version;
  }
  return known;
}

void RefuseNewer(Db& db, const std::map<std::string, int>& known) {
  Query query = db.Prepare("SELECT area, max(version) FROM migrations GROUP BY area");
  while (query.Step()) {
    const auto area = known.find(query.Text(0));
    if (area == known.end() || query.Int(1) > area->second) {
      throw StoreError(StoreErrorKind::kSchema,
                       "the database was made by a newer program (area " + query.Text(0) + ")");
    }
  }
}

void Apply(Db& db, const Migration& migration) {
  Query query = db.Prepare("SELECT sql FROM migrations WHERE area = ? AND version = ?",
                           migration.area, migration.version);
  if (query.Step()) {
    if (query.Text(0) != migration.sql) Refuse(migration, "was edited after it had been applied");
    return;
  }
  db.Execute(migration.sql);
  db.Run("INSERT INTO migrations (area, version, sql) VALUES (?, ?, ?)", migration.area,
         migration.version, migration.sql);
}

}  // namespace

void Migrate(Db& db, std::span<const Migration> migrations) {
  const std::map<std::string, int> known = KnownVersions(migrations);
  Transaction transaction(db);
  db.Run(kVersionsTable);
  RefuseNewer(db, known);
  for (const Migration& migration : migrations) Apply(db, migration);
  transaction.Commit();
}

int VersionOf(Db& db, std::string_view area) {
  Query table = db.Prepare("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'");
  if (!table.Step()) return 0;
  Query query = db.Prepare("SELECT max(version) FROM migrations WHERE area = ?", area);
  return query.Step() ? static_cast<int>(query.Int(0)) : 0;
}

}  // namespace chunhui::store
