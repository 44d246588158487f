#include "core/store/writer.h"

#include <atomic>
#include <future>
#include <memory>
#include <stdexcept>
#include <vector>

#include "core/store/read_pool.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::store {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

// What the writer answered. Shared with it, because it may still be in `done` when the test ends.
class Answer {
 public:
  Writer::Done done() const {
    return [promise = promise_](std::exception_ptr error) { promise->set_value(error); };
  }
  std::exception_ptr Wait() { return promise_->get_future().get(); }

 private:
  std::shared_ptr<std::promise<std::exception_ptr>> promise_ =
      std::make_shared<std::promise<std::exception_ptr>>();
};

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

  tests::TemporaryFolder folder_;
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
  EXPECT_LT(writer.counts().groups, writer.counts().jobs);
}

TEST_F(WriterTest, JobsWaitingTogetherAreOneTransaction) {
  Writer writer(Open());
  std::promise<void> release;
  Block(writer, release);
  std::vector<Answer> answers(100);
  for (size_t id = 0; id < answers.size(); ++id) {
    ASSERT_TRUE(writer.Submit(Insert(static_cast<int64_t>(id)), answers[id].done()));
  }
  release.set_value();
  for (Answer& answer : answers) EXPECT_FALSE(answer.Wait());
  EXPECT_EQ(writer.counts().groups, 2);
  EXPECT_EQ(Count(), 100);
}

TEST_F(WriterTest, AThrowingJobIsUndoneAloneAndToldAlone) {
  Writer writer(Open());
  std::promise<void> release;
  Block(writer, release);
  Answer first, second, third;
  const auto throwing = [](Db& db) {
    db.Run("INSERT INTO t VALUES (2, 0)");
    throw std::runtime_error("no portion left");
  };
  ASSERT_TRUE(writer.Submit(Insert(1), first.done()));
  ASSERT_TRUE(writer.Submit(throwing, second.done()));
  ASSERT_TRUE(writer.Submit(Insert(3), third.done()));
  release.set_value();
  EXPECT_FALSE(first.Wait());
  EXPECT_THROW(std::rethrow_exception(second.Wait()), std::runtime_error);
  EXPECT_FALSE(third.Wait());
  EXPECT_EQ(Count(), 2);
}

TEST_F(WriterTest, TheAnswerComesWhenOthersCanReadTheData) {
  Db other = Db::OpenFile(folder_ / "office.db", Access::kReadOnly);
  std::vector<int64_t> invisible;
  Writer writer(Open());
  for (int id = 0; id < 50; ++id) {
    ASSERT_TRUE(writer.Submit(Insert(id), [&, id](std::exception_ptr) {
      Query query = other.Prepare("SELECT 1 FROM t WHERE id = ?", id);
      if (!query.Step()) invisible.push_back(id);
    }));
  }
  ASSERT_TRUE(writer.Stop(seconds(10)));
  EXPECT_TRUE(invisible.empty()) << invisible.front();
  EXPECT_EQ(Count(), 50);
}

TEST_F(WriterTest, AFailedCommitIsToldToEveryJobOfTheGroup) {
  Open().Execute("CREATE TABLE part (of INTEGER REFERENCES t DEFERRABLE INITIALLY DEFERRED)");
  Writer writer(Open());
  std::promise<void> release;
  Block(writer, release);
  Answer good, bad;
  ASSERT_TRUE(writer.Submit(Insert(1), good.done()));
  // Found out only at COMMIT, as a failing disk is.
  ASSERT_TRUE(writer.Submit([](Db& db) { db.Run("INSERT INTO part VALUES (99)"); }, bad.done()));
  release.set_value();
  EXPECT_THROW(std::rethrow_exception(good.Wait()), StoreError);
  EXPECT_THROW(std::rethrow_exception(bad.Wait()), StoreError);
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
  Answer first, second, third;
  EXPECT_TRUE(writer.Submit(Insert(1), first.done()));
  EXPECT_TRUE(writer.Submit(Insert(2), second.done()));
  EXPECT_FALSE(writer.Submit(Insert(3), third.done()));
  release.set_value();
  EXPECT_FALSE(first.Wait());
  EXPECT_FALSE(second.Wait());
  EXPECT_EQ(Count(), 2);
}

TEST_F(WriterTest, StoppingFinishesWhatWaitsAndTakesNothingNew) {
  std::atomic<int> kept = 0;
  Writer writer(Open());
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
  Answer answer;
  ASSERT_TRUE(writer.Submit(Insert(1), answer.done()));
  EXPECT_FALSE(writer.Stop(milliseconds(10)));
  EXPECT_THROW(std::rethrow_exception(answer.Wait()), StoreError);
  release.set_value();
  EXPECT_TRUE(writer.Stop(seconds(10)));
  EXPECT_EQ(Count(), 0);
}

TEST_F(WriterTest, AnAnswerMaySubmitTheNextJob) {
  Writer writer(Open());
  Answer second;
  ASSERT_TRUE(writer.Submit(Insert(1), [&writer, done = second.done()](std::exception_ptr) {
    EXPECT_TRUE(writer.Submit(Insert(2), done));
  }));
  EXPECT_FALSE(second.Wait());
  EXPECT_EQ(Count(), 2);
}

}  // namespace
}  // namespace chunhui::store
