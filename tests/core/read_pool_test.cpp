#include "core/store/read_pool.h"

#include <atomic>
#include <thread>

#include "core/store/transaction.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::store {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

class ReadPoolTest : public ::testing::Test {
 protected:
  ReadPoolTest() : db_(Db::OpenFile(folder_ / "office.db")) {
    db_.Execute("CREATE TABLE t (id INTEGER); INSERT INTO t VALUES (1)");
  }

  static int64_t Sum(Db& db) {
    Query query = db.Prepare("SELECT sum(id) FROM t");
    return query.Step() ? query.Int(0) : -1;
  }

  tests::TemporaryFolder folder_;
  Db db_;
};

TEST_F(ReadPoolTest, NoConnectionIsLentTwice) {
  ReadPool pool(folder_ / "office.db", 2);
  auto first = pool.Borrow(seconds(1));
  {
    auto second = pool.Borrow(seconds(1));
    ASSERT_TRUE(first && second);
    EXPECT_NE(&**first, &**second);
    EXPECT_FALSE(pool.Borrow(milliseconds(1)));
  }
  EXPECT_TRUE(pool.Borrow(milliseconds(1)));
}

TEST_F(ReadPoolTest, WaitersGetAReturnedConnection) {
  ReadPool pool(folder_ / "office.db", 1);
  std::atomic<int> served = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      auto loan = pool.Borrow(seconds(30));
      if (loan && Sum(**loan) == 1) ++served;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(served, 8);
}

TEST_F(ReadPoolTest, ReadersSeeCommittedDataAndCannotWrite) {
  ReadPool pool(folder_ / "office.db", 1);
  auto loan = pool.Borrow(seconds(1));
  Transaction transaction(db_);
  db_.Run("INSERT INTO t VALUES (10)");
  EXPECT_EQ(Sum(**loan), 1);
  transaction.Commit();
  EXPECT_EQ(Sum(**loan), 11);
  EXPECT_THROW((*loan)->Run("DELETE FROM t"), StoreError);
}

TEST_F(ReadPoolTest, AReadTransactionKeepsOneView) {
  ReadPool pool(folder_ / "office.db", 1);
  auto loan = pool.Borrow(seconds(1));
  {
    Transaction view(**loan, TransactionMode::kRead);
    EXPECT_EQ(Sum(**loan), 1);
    db_.Run("INSERT INTO t VALUES (10)");
    EXPECT_EQ(Sum(**loan), 1);
  }
  EXPECT_EQ(Sum(**loan), 11);
}

}  // namespace
}  // namespace chunhui::store
