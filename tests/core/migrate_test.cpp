#include "core/store/migrate.h"

#include <fstream>
#include <vector>

#include "core/store/backup.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::store {
namespace {

constexpr Migration kFirst{1, "meals", "CREATE TABLE dishes (id INTEGER PRIMARY KEY)"};
constexpr Migration kSecond{2, "meals",
                            "ALTER TABLE dishes ADD name TEXT; CREATE INDEX n ON dishes (name)"};
constexpr Migration kEvents{1, "events", "CREATE TABLE events (id INTEGER PRIMARY KEY)"};

StoreErrorKind KindOfMigrating(Db& db, const std::vector<Migration>& migrations) {
  try {
    Migrate(db, migrations);
  } catch (const StoreError& error) {
    return error.kind();
  }
  ADD_FAILURE() << "no StoreError";
  return StoreErrorKind::kOther;
}

TEST(Migrate, OnlyWhatIsMissingIsApplied) {
  Db db = Db::OpenMemory();
  EXPECT_EQ(VersionOf(db, "meals"), 0);
  Migrate(db, std::vector{kFirst});
  EXPECT_EQ(VersionOf(db, "meals"), 1);
  Migrate(db, std::vector{kFirst, kSecond, kEvents});
  Migrate(db, std::vector{kFirst, kSecond, kEvents});
  EXPECT_EQ(VersionOf(db, "meals"), 2);
  EXPECT_EQ(VersionOf(db, "events"), 1);
  EXPECT_EQ(db.Run("INSERT INTO dishes VALUES (1, 'a')"), 1);
}

TEST(Migrate, ANewerDatabaseIsRefused) {
  Db db = Db::OpenMemory();
  Migrate(db, std::vector{kFirst, kSecond, kEvents});
  EXPECT_EQ(KindOfMigrating(db, {kFirst, kEvents}), StoreErrorKind::kSchema);
  EXPECT_EQ(KindOfMigrating(db, {kFirst, kSecond}), StoreErrorKind::kSchema);
}

TEST(Migrate, AnEditedMigrationIsRefused) {
  Db db = Db::OpenMemory();
  Migrate(db, std::vector{kFirst});
  Migration edited = kFirst;
  edited.sql = "CREATE TABLE dishes (id TEXT)";
  EXPECT_EQ(KindOfMigrating(db, {edited}), StoreErrorKind::kSchema);
}

TEST(Migrate, GapsInTheVersionsAreRefused) {
  Db db = Db::OpenMemory();
  EXPECT_EQ(KindOfMigrating(db, {kSecond}), StoreErrorKind::kSchema);
  EXPECT_EQ(KindOfMigrating(db, {kFirst, kFirst}), StoreErrorKind::kSchema);
}

TEST(Migrate, AFailingMigrationLeavesNothingBehind) {
  Db db = Db::OpenMemory();
  const Migration broken{2, "meals",
                         "CREATE TABLE half (id INTEGER); CREATE TABLE dishes (id TEXT)"};
  EXPECT_EQ(KindOfMigrating(db, {kFirst, broken}), StoreErrorKind::kOther);
  EXPECT_EQ(VersionOf(db, "meals"), 0);
  EXPECT_THROW(db.Run("SELECT * FROM half"), StoreError);
}

TEST(Backup, HoldsEverythingCommittedAndNothingElse) {
  const tests::TemporaryFolder folder;
  Db db = Db::OpenFile(folder / "office.db");
  db.Execute("CREATE TABLE t (id INTEGER); INSERT INTO t VALUES (1), (2)");
  Db other = Db::OpenFile(folder / "office.db");
  other.Execute("BEGIN IMMEDIATE; INSERT INTO t VALUES (3)");
  BackupTo(db, folder / "copy.db");
  other.Execute("COMMIT");
  EXPECT_FALSE(std::filesystem::exists(folder / "copy.db-wal"));
  Db copy = Db::OpenFile(folder / "copy.db");
  Query query = copy.Prepare("SELECT count(*) FROM t");
  ASSERT_TRUE(query.Step());
  EXPECT_EQ(query.Int(0), 2);
  EXPECT_EQ(IntegrityProblem(copy), std::nullopt);
}

TEST(Backup, AnExistingFileIsNeverReplaced) {
  const tests::TemporaryFolder folder;
  Db db = Db::OpenFile(folder / "office.db");
  BackupTo(db, folder / "copy.db");
  EXPECT_THROW(BackupTo(db, folder / "copy.db"), StoreError);
}

TEST(Integrity, RowsThatReferToNothingAreReported) {
  Db db = Db::OpenMemory();
  db.Execute(
      "CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a INTEGER REFERENCES a);"
      "PRAGMA foreign_keys = OFF; INSERT INTO b VALUES (5)");
  EXPECT_EQ(IntegrityProblem(db), "a row of b refers to nothing");
}

TEST(Integrity, DamagedPagesAreReported) {
  const tests::TemporaryFolder folder;
  Db db = Db::OpenFile(folder / "office.db");
  db.Execute(
      "CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT);"
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
      "INSERT INTO t SELECT i, hex(randomblob(50)) FROM n");
  BackupTo(db, folder / "copy.db");
  {
    std::fstream file(folder / "copy.db", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(5 * 4096);
    file << std::string(4096, '\x55');
  }
  Db damaged = Db::OpenFile(folder / "copy.db");
  EXPECT_NE(IntegrityProblem(damaged), std::nullopt);
}

}  // namespace
}  // namespace chunhui::store
