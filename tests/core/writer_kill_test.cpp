// A killed process loses no write it has acknowledged.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <vector>

#include "core/store/backup.h"
#include "core/store/writer.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::store {
namespace {

// Writes and acknowledges through the pipe until it is killed.
[[noreturn]] void WriteForever(const std::filesystem::path& file, int acknowledgements) {
  Writer writer(Db::OpenFile(file));
  for (int64_t id = 1;; ++id) {
    const bool accepted =
        writer.Submit([id](Db& db) { db.Run("INSERT INTO t VALUES (?)", id); },
                      [=](std::exception_ptr error) {
                        if (!error && write(acknowledgements, &id, sizeof(id)) != sizeof(id))
                          _exit(1);
                      });
    if (!accepted) --id;
  }
}

// Kills the child once it has acknowledged so many, and answers all ids that it acknowledged.
std::vector<int64_t> KillAfter(const std::filesystem::path& file, size_t acknowledged_min) {
  int pipe_ends[2];
  EXPECT_EQ(pipe(pipe_ends), 0);
  const pid_t child = fork();
  if (child == 0) WriteForever(file, pipe_ends[1]);
  close(pipe_ends[1]);
  std::vector<int64_t> acknowledged;
  for (int64_t id = 0; read(pipe_ends[0], &id, sizeof(id)) == sizeof(id);) {
    acknowledged.push_back(id);
    if (acknowledged.size() == acknowledged_min) kill(child, SIGKILL);
  }
  close(pipe_ends[0]);
  waitpid(child, nullptr, 0);
  return acknowledged;
}

TEST(WriterKilled, KeepsEveryAcknowledgedRow) {
  for (const size_t acknowledged_min : {1u, 50u, 700u}) {
    const tests::TemporaryFolder folder;
    Db::OpenFile(folder / "office.db").Execute("CREATE TABLE t (id INTEGER PRIMARY KEY)");
    const std::vector<int64_t> acknowledged = KillAfter(folder / "office.db", acknowledged_min);
    ASSERT_GE(acknowledged.size(), acknowledged_min);
    Db db = Db::OpenFile(folder / "office.db");
    for (const int64_t id : acknowledged) {
      Query query = db.Prepare("SELECT 1 FROM t WHERE id = ?", id);
      ASSERT_TRUE(query.Step()) << "lost " << id << " of " << acknowledged.size();
    }
    EXPECT_EQ(IntegrityProblem(db), std::nullopt);
  }
}

}  // namespace
}  // namespace chunhui::store
