#include "core/store/writer.h"

#include <atomic>
#include <future>
#include <stdexcept>
#include <vector>

#include "core/store/read_pool.h"
#include "tests/core/temporary_folder.h"

namespace chunhui::store {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

class WriterTest : public ::testing::Test {
 protected:
  WriterTest() { Open().Execute("CREATE TABLE t (id INTEGER PRIMARY KEY, thread INTEGER)"); }

  Db Open() { return Db::OpenFile(folder_ / "office.db"); }

  int64_t Count() {
    Db db = Open();
    Query query = db.Prepare("SELECT count(*) FROM t");
    return query.Step() ? query.Int(0) : -1;
  }

  // Keeps the writer busy until the promise is kept, so that jobs pile up behind.
  void Block(Writer& writer, std::promise<void>& release) {
    auto blocked = std::make_shared<std::promise<void>>();
    std::shared_future<void> free = release.get_future().share();
    ASSERT_TRUE(writer.Submit(
        [blocked, free](Db&) {
          blocked->set_value();
          free.wait();
        },
        [](std::exception_ptr) {}));
    blocked->get_future().wait();
  }

  TemporaryFolder folder_;
};

Writer::Job Insert(int64_t id, int thread = 0) {
  return [=](Db& db) { db.Run("INSERT INTO t VALUES (?, ?)", id, thread); };
}

TEST_F(WriterTest, JobsFromManyThreadsAreAllKeptAndShareTransactions) {
  constexpr int kThreads = 64;
  constexpr int kJobsEach = 25;
  Writer writer(Open());
  std::vector<std::thread> threads;
  for (int thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back([&writer, thread] {
      for (int job = 0; job < kJobsEach; ++job) {
        writer.RunAndWait(Insert(thread * kJobsEach + job, thread));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(Count(), kThreads * kJobsEach);
  EXPECT_EQ(writer.counts().jobs, kThreads * kJobsEach);
  EXPECT_LT(writer.counts().groups, kThreads * kJobsEach / 2);
}

TEST_F(WriterTest, JobsWaitingTogetherAreOneTransaction) {
  Writer writer(Open());
  std::promise<void> release;
  Block(writer, release);
  std::vector<std::future<void>> waiting;
  for (int id = 0; id < 100; ++id) {
    auto done = std::make_shared<std::promise<void>>();
    waiting.push_back(done->get_future());
    ASSERT_TRUE(writer.Submit(Insert(id), [done](std::exception_ptr) { done->set_value(); }));
  }
  release.set_value();
  for (std::future<void>& future : waiting) future.wait();
  EXPECT_EQ(writer.counts().groups, 2);
  EXPECT_EQ(Count(), 100);
}

TEST_F(WriterTest, AThrowingJobIsUndoneAloneAndToldAlone) {
  Writer writer(Open());
  std::promise<void> release;
  Block(writer, release);
  std::vector<std::exception_ptr> errors(3);
  std::promise<void> last;
  const auto throwing = [](Db& db) {
    db.Run("INSERT INTO t VALUES (2, 0)");
    throw std::runtime_error("no portion left");
  };
  ASSERT_TRUE(writer.Submit(Insert(1), [&](std::exception_ptr error) { errors[0] = error; }));
  ASSERT_TRUE(writer.Submit(throwing, [&](std::exception_ptr error) { errors[1] = error; }));
  ASSERT_TRUE(writer.Submit(Insert(3), [&](std::exception_ptr error) {
    errors[2] = error;
    last.set_value();
  }));
  release.set_value();
  last.get_future().wait();
  EXPECT_FALSE(errors[0]);
  EXPECT_THROW(std::rethrow_exception(errors[1]), std::runtime_error);
  EXPECT_FALSE(errors[2]);
  EXPECT_EQ(Count(), 2);
}

TEST_F(WriterTest, TheAnswerComesWhenOthersCanReadTheData) {
  Writer writer(Open());
  Db other = Db::OpenFile(folder_ / "office.db", Access::kReadOnly);
  for (int id = 0; id < 50; ++id) {
    std::promise<bool> visible;
    ASSERT_TRUE(writer.Submit(Insert(id), [&](std::exception_ptr) {
      Query query = other.Prepare("SELECT 1 FROM t WHERE id = ?", id);
      visible.set_value(query.Step());
    }));
    ASSERT_TRUE(visible.get_future().get()) << id;
  }
}

TEST_F(WriterTest, AFailedCommitIsToldToEveryJobOfTheGroup) {
  Open().Execute("CREATE TABLE part (of INTEGER REFERENCES t DEFERRABLE INITIALLY DEFERRED)");
  Writer writer(Open());
  std::promise<void> release;
  Block(writer, release);
  std::atomic<int> refused = 0;
  std::promise<void> last;
  ASSERT_TRUE(
      writer.Submit(Insert(1), [&](std::exception_ptr error) { refused += error ? 1 : 0; }));
  // Found out only at COMMIT, as a failing disk is.
  ASSERT_TRUE(writer.Submit([](Db& db) { db.Run("INSERT INTO part VALUES (99)"); },
                            [&](std::exception_ptr error) {
                              refused += error ? 1 : 0;
                              last.set_value();
                            }));
  release.set_value();
  last.get_future().wait();
  EXPECT_EQ(refused, 2);
  EXPECT_EQ(Count(), 0);
  writer.RunAndWait(Insert(2));
  EXPECT_EQ(Count(), 1);
}

TEST_F(WriterTest, AJobThatEndsTheTransactionTakesItsGroupDownButNotTheNext) {
  Writer writer(Open());
  EXPECT_THROW(writer.RunAndWait([](Db& db) {
    db.Run("INSERT INTO t VALUES (1, 0)");
    db.Run("ROLLBACK");
    throw std::runtime_error("disk full");
  }),
               std::runtime_error);
  writer.RunAndWait(Insert(2));
  EXPECT_EQ(Count(), 1);
}

TEST_F(WriterTest, AFullQueueRefusesAtOnce) {
  Writer writer(Open(), 2);
  std::promise<void> release;
  Block(writer, release);
  std::atomic<int> done = 0;
  const auto count = [&done](std::exception_ptr) { ++done; };
  EXPECT_TRUE(writer.Submit(Insert(1), count));
  EXPECT_TRUE(writer.Submit(Insert(2), count));
  EXPECT_FALSE(writer.Submit(Insert(3), count));
  release.set_value();
  EXPECT_TRUE(writer.Stop(seconds(10)));
  EXPECT_EQ(done, 2);
  EXPECT_EQ(Count(), 2);
}

TEST_F(WriterTest, StoppingFinishesWhatWaitsAndTakesNothingNew) {
  Writer writer(Open());
  std::atomic<int> kept = 0;
  for (int id = 0; id < 500; ++id) {
    ASSERT_TRUE(
        writer.Submit(Insert(id), [&kept](std::exception_ptr error) { kept += error ? 0 : 1; }));
  }
  EXPECT_TRUE(writer.Stop(seconds(10)));
  EXPECT_EQ(kept, 500);
  EXPECT_FALSE(writer.Submit(Insert(501), [](std::exception_ptr) {}));
  EXPECT_THROW(writer.RunAndWait(Insert(502)), StoreError);
  EXPECT_EQ(Count(), 500);
}

TEST_F(WriterTest, JobsNotBegunByTheDeadlineAreToldSo) {
  Writer writer(Open());
  std::promise<void> release;
  Block(writer, release);
  std::exception_ptr told;
  ASSERT_TRUE(writer.Submit(Insert(1), [&](std::exception_ptr error) { told = error; }));
  EXPECT_FALSE(writer.Stop(milliseconds(10)));
  ASSERT_TRUE(told);
  EXPECT_THROW(std::rethrow_exception(told), StoreError);
  release.set_value();
  EXPECT_TRUE(writer.Stop(seconds(10)));
  EXPECT_EQ(Count(), 0);
}

TEST_F(WriterTest, AnAnswerMaySubmitTheNextJob) {
  Writer writer(Open());
  std::promise<void> second;
  ASSERT_TRUE(writer.Submit(Insert(1), [&](std::exception_ptr) {
    EXPECT_TRUE(writer.Submit(Insert(2), [&](std::exception_ptr) { second.set_value(); }));
  }));
  second.get_future().wait();
  EXPECT_EQ(Count(), 2);
}

}  // namespace
}  // namespace chunhui::store
