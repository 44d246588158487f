#include "core/store/db.h"

#include <sys/stat.h>

#include <fstream>
#include <functional>
#include <iterator>
#include <vector>

#include "core/store/transaction.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::store {
namespace {

enum class Colour { kRed = 1, kBlue = 2 };

StoreErrorKind KindOf(const std::function<void()>& action) {
  try {
    action();
  } catch (const StoreError& error) {
    return error.kind();
  }
  ADD_FAILURE() << "no StoreError";
  return StoreErrorKind::kOther;
}

class DbTest : public ::testing::Test {
 protected:
  DbTest() {
    db_.Execute(
        "CREATE TABLE dishes (id INTEGER PRIMARY KEY, name TEXT UNIQUE, picture BLOB);"
        "CREATE TABLE portions (dish INTEGER NOT NULL REFERENCES dishes, left_over INTEGER)");
  }

  int64_t Count(std::string_view table) {
    Query query = db_.Prepare("SELECT count(*) FROM " + std::string(table));
    return query.Step() ? query.Int(0) : -1;
  }

  Db db_ = Db::OpenMemory();
};

TEST_F(DbTest, EveryKindOfValueComesBackAsItWas) {
  const std::string bytes("\0\x01\xff", 3);
  db_.Run("INSERT INTO dishes VALUES (?, ?, ?)", 7, "鱼", BlobView{bytes});
  Query query = db_.Prepare("SELECT id, name, picture, ?, ?, ? FROM dishes", Colour::kBlue, true,
                            std::optional<int64_t>());
  ASSERT_TRUE(query.Step());
  EXPECT_EQ(query.Int(0), 7);
  EXPECT_EQ(query.Text(1), "鱼");
  EXPECT_EQ(query.Blob(2), bytes);
  EXPECT_EQ(query.Int(3), 2);
  EXPECT_TRUE(query.Bool(4));
  EXPECT_TRUE(query.IsNull(5));
  EXPECT_FALSE(query.Step());
}

TEST_F(DbTest, NullAndEmptyAreDifferent) {
  db_.Run("INSERT INTO dishes VALUES (1, ?, ?)", "", BlobView{""});
  db_.Run("INSERT INTO dishes VALUES (2, ?, ?)", nullptr, std::nullopt);
  Query query = db_.Prepare("SELECT name, picture FROM dishes ORDER BY id");
  ASSERT_TRUE(query.Step());
  EXPECT_EQ(query.OptionalText(0), "");
  EXPECT_EQ(query.OptionalBlob(1), "");
  ASSERT_TRUE(query.Step());
  EXPECT_EQ(query.OptionalText(0), std::nullopt);
  EXPECT_EQ(query.OptionalInt(0), std::nullopt);
  EXPECT_EQ(query.Text(0), "");
}

TEST_F(DbTest, RunAnswersHowManyRowsChanged) {
  EXPECT_EQ(db_.Run("INSERT INTO dishes VALUES (1, 'a', NULL), (2, 'b', NULL)"), 2);
  EXPECT_EQ(db_.last_insert_id(), 2);
  EXPECT_EQ(db_.Run("UPDATE dishes SET name = 'c' WHERE id = ?", 1), 1);
  EXPECT_EQ(db_.Run("UPDATE dishes SET name = 'd' WHERE id = ?", 9), 0);
  EXPECT_EQ(db_.Run("CREATE TABLE other (id INTEGER)"), 0);
}

TEST_F(DbTest, OneTextCanBeSteppedInsideItself) {
  db_.Run("INSERT INTO dishes VALUES (1, 'a', NULL), (2, 'b', NULL)");
  std::vector<std::string> pairs;
  constexpr const char* kNames = "SELECT name FROM dishes ORDER BY id";
  Query outer = db_.Prepare(kNames);
  while (outer.Step()) {
    Query inner = db_.Prepare(kNames);
    while (inner.Step()) pairs.push_back(outer.Text(0) + inner.Text(0));
  }
  EXPECT_EQ(pairs, (std::vector<std::string>{"aa", "ab", "ba", "bb"}));
}

TEST_F(DbTest, MoreTextsThanTheCacheHoldsStillWork) {
  for (int i = 0; i < 1000; ++i) {
    Query query = db_.Prepare("SELECT " + std::to_string(i));
    ASSERT_TRUE(query.Step());
    ASSERT_EQ(query.Int(0), i);
  }
}

TEST_F(DbTest, BrokenRulesAreConstraintErrors) {
  db_.Run("INSERT INTO dishes VALUES (1, 'a', NULL)");
  EXPECT_EQ(KindOf([&] { db_.Run("INSERT INTO dishes VALUES (2, 'a', NULL)"); }),
            StoreErrorKind::kConstraint);
  EXPECT_EQ(KindOf([&] { db_.Run("INSERT INTO portions VALUES (9, 1)"); }),
            StoreErrorKind::kConstraint);
}

TEST_F(DbTest, ErrorsNeverShowTheValues) {
  db_.Run("INSERT INTO dishes VALUES (1, '110199194302280011', NULL)");
  try {
    db_.Run("INSERT INTO dishes VALUES (?, ?, NULL)", 2, "110199194302280011");
    FAIL() << "the name is unique";
  } catch (const StoreError& error) {
    EXPECT_EQ(std::string(error.what()).find("1101991943"), std::string::npos);
    EXPECT_NE(std::string(error.what()).find("dishes.name"), std::string::npos);
  }
}

TEST_F(DbTest, WrongSqlAndWrongNumberOfValuesAreRefused) {
  EXPECT_THROW(db_.Run("SELEC 1"), StoreError);
  EXPECT_THROW(db_.Run("SELECT ?"), StoreError);
  EXPECT_THROW(db_.Run("SELECT 1", 1), StoreError);
  EXPECT_THROW(db_.Run("SELECT 1; SELECT 2"), StoreError);
  EXPECT_THROW(db_.Run(""), StoreError);
}

TEST_F(DbTest, AFailedStatementCanBeUsedAgain) {
  constexpr const char* kInsert = "INSERT INTO dishes (id) VALUES (?)";
  db_.Run(kInsert, 1);
  EXPECT_THROW(db_.Run(kInsert, 1), StoreError);
  EXPECT_EQ(db_.Run(kInsert, 2), 1);
}

TEST_F(DbTest, ATransactionNotCommittedIsUndone) {
  {
    Transaction transaction(db_);
    db_.Run("INSERT INTO dishes (id) VALUES (1)");
  }
  EXPECT_EQ(Count("dishes"), 0);
  EXPECT_FALSE(db_.in_transaction());
  Transaction transaction(db_);
  db_.Run("INSERT INTO dishes (id) VALUES (1)");
  transaction.Commit();
  EXPECT_EQ(Count("dishes"), 1);
}

TEST_F(DbTest, ASavepointFailsAlone) {
  Transaction transaction(db_);
  db_.Run("INSERT INTO dishes (id) VALUES (1)");
  {
    Savepoint savepoint(db_);
    db_.Run("INSERT INTO dishes (id) VALUES (2)");
  }
  {
    Savepoint savepoint(db_);
    db_.Run("INSERT INTO dishes (id) VALUES (3)");
    savepoint.Release();
  }
  transaction.Commit();
  Query query = db_.Prepare("SELECT sum(id) FROM dishes");
  ASSERT_TRUE(query.Step());
  EXPECT_EQ(query.Int(0), 4);
}

TEST(DbFile, NewFilesAreReadableByTheOwnerOnly) {
  const tests::TemporaryFolder folder;
  Db db = Db::OpenFile(folder / "office.db");
  db.Execute("CREATE TABLE t (id INTEGER)");
  for (const char* name : {"office.db", "office.db-wal"}) {
    struct stat status {};
    ASSERT_EQ(stat((folder / name).c_str(), &status), 0) << name;
    EXPECT_EQ(status.st_mode & 0777, 0600u) << name;
  }
}

TEST(DbFile, AReadOnlyConnectionCannotWrite) {
  const tests::TemporaryFolder folder;
  Db writing = Db::OpenFile(folder / "office.db");
  writing.Execute("CREATE TABLE t (id INTEGER)");
  Db reading = Db::OpenFile(folder / "office.db", Access::kReadOnly);
  EXPECT_THROW(reading.Run("INSERT INTO t VALUES (1)"), StoreError);
  EXPECT_EQ(writing.Run("INSERT INTO t VALUES (1)"), 1);
}

TEST(DbFile, DataAndRulesOutliveTheConnection) {
  const tests::TemporaryFolder folder;
  Db::OpenFile(folder / "office.db")
      .Execute("CREATE TABLE t (id INTEGER); INSERT INTO t VALUES (4)");
  Db again = Db::OpenFile(folder / "office.db");
  Query query = again.Prepare(
      "SELECT id, (SELECT * FROM pragma_journal_mode),"
      "(SELECT * FROM pragma_synchronous) FROM t");
  ASSERT_TRUE(query.Step());
  EXPECT_EQ(query.Int(0), 4);
  EXPECT_EQ(query.Text(1), "wal");
  EXPECT_EQ(query.Int(2), 2);
}

TEST(DbFile, DeletedRowsLeaveNoTraceOnceTheLogIsEmptied) {
  const tests::TemporaryFolder folder;
  Db db = Db::OpenFile(folder / "office.db");
  db.Execute("CREATE TABLE t (name TEXT)");
  for (int i = 0; i < 500; ++i) db.Run("INSERT INTO t VALUES (?)", "WangXiulan");
  const auto traces = [&] {
    db.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    std::ifstream file(folder / "office.db", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    return bytes.find("WangXiulan") != std::string::npos;
  };
  ASSERT_TRUE(traces());
  db.Run("DELETE FROM t");
  EXPECT_FALSE(traces());
}

TEST(DbFile, MissingFoldersAndForeignFilesAreRefused) {
  const tests::TemporaryFolder folder;
  EXPECT_THROW(Db::OpenFile(folder / "no/office.db"), StoreError);
  EXPECT_THROW(Db::OpenFile(folder / "absent.db", Access::kReadOnly), StoreError);
  std::ofstream(folder / "letter.txt") << std::string(5000, 'x');
  EXPECT_EQ(KindOf([&] { Db::OpenFile(folder / "letter.txt"); }), StoreErrorKind::kCorrupt);
}

}  // namespace
}  // namespace chunhui::store
