// Group commit against one transaction per booking, 64 clients, both durable.
#include <atomic>
#include <functional>
#include <iostream>
#include <mutex>
#include <thread>
#include <vector>

#include "core/store/transaction.h"
#include "core/store/writer.h"
#include "tests/bench/figure.h"
#include "tests/support/temporary_folder.h"

namespace chunhui {
namespace {

constexpr int kClients = 64;
constexpr double kRunMs = 1500;

void MakeTables(store::Db& db) {
  db.Execute(
      "CREATE TABLE IF NOT EXISTS dishes (id INTEGER PRIMARY KEY, left INTEGER);"
      "CREATE TABLE IF NOT EXISTS bookings (id INTEGER PRIMARY KEY, dish INTEGER, who TEXT);"
      "INSERT OR REPLACE INTO dishes VALUES (1, 1000000000);");
}

void Book(store::Db& db, int client) {
  if (db.Run("UPDATE dishes SET left = left - 1 WHERE id = 1 AND left > 0") != 1) return;
  db.Run("INSERT INTO bookings (dish, who) VALUES (1, ?)", std::to_string(client));
}

// Bookings per second of 64 threads that each book again as soon as they are answered.
double RunClients(const std::function<void(int)>& book) {
  std::atomic<int64_t> booked = 0;
  std::atomic<bool> running = true;
  std::vector<std::thread> clients;
  for (int client = 0; client < kClients; ++client) {
    clients.emplace_back([&, client] {
      while (running) {
        book(client);
        ++booked;
      }
    });
  }
  std::this_thread::sleep_for(std::chrono::duration<double, std::milli>(kRunMs));
  running = false;
  for (auto& client : clients) client.join();
  return static_cast<double>(booked) / (kRunMs / 1000);
}

double Grouped() {
  tests::TemporaryFolder folder;
  auto db = store::Db::OpenFile(folder.path() / "grouped.db");
  MakeTables(db);
  store::Writer writer(std::move(db));
  return RunClients(
      [&](int client) { writer.RunAndWait([client](store::Db& open) { Book(open, client); }); });
}

double OneByOne() {
  tests::TemporaryFolder folder;
  auto db = store::Db::OpenFile(folder.path() / "single.db");
  MakeTables(db);
  std::mutex mutex;
  return RunClients([&](int client) {
    std::lock_guard lock(mutex);
    store::Transaction transaction(db);
    Book(db, client);
    transaction.Commit();
  });
}

}  // namespace
}  // namespace chunhui

int main() {
  using namespace chunhui;
  const double ours = bench::BestOfThree(false, Grouped);
  const double peer = bench::BestOfThree(false, OneByOne);
  std::cout << bench::ToJson({"store.group_commit", "bookings/s", ours, peer,
                              "one transaction per booking", 8, bench::GoalIs::kRatioMin},
                             false)
            << std::endl;
}
