#include "core/store/db.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <mutex>
#include <string>

#include "core/store/sqlite_error.h"
#include "core/store/statement_cache.h"

namespace chunhui::store {
namespace {

// A checkpoint writes every changed page once, however often it changed: fewer of them, fewer
// writes. 4,000 pages are 16 MB of log at most times and a fraction of a second after a crash.
// Records of people must not lie about in temporary files or in the free space of the file.
constexpr const char* kWriterSettings =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
    "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000;";

// The question at the end opens the file now, so that a wrong one is found here.
constexpr const char* kReaderSettings =
    "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY; SELECT 1 FROM sqlite_schema LIMIT 1;";

// SQLite counts every allocation under one lock for all connections unless it is told not to.
void SkipMemoryStatistics() {
  static std::once_flag once;
  std::call_once(once, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });
}

sqlite3* Open(const std::string& name, int flags) {
  SkipMemoryStatistics();
  sqlite3* connection = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &connection, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  if (code != SQLITE_OK) {
    // The message belongs to the connection, which exists even when opening failed.
    const std::string text = connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
    sqlite3_close_v2(connection);
    throw StoreError(code == SQLITE_NOTADB ? StoreErrorKind::kCorrupt : StoreErrorKind::kOther,
                     "cannot open the database " + name + ": " + text);
  }
  sqlite3_extended_result_codes(connection, 1);
  sqlite3_busy_timeout(connection, kBusyTimeoutMs);
  return connection;
}

// SQLite gives its -wal and -shm files the mode of the database file, so this covers all three.
void CreatePrivately(const std::filesystem::path& file) {
  const int descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor >= 0) close(descriptor);
}

}  // namespace

Db Db::OpenFile(const std::filesystem::path& file, Access access) {
  const bool writes = access == Access::kReadWrite;
  if (writes) CreatePrivately(file);
  Db db(Connection(Open(file.string(), writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY)));
  db.Execute(writes ? kWriterSettings : kReaderSettings);
  return db;
}

Db Db::OpenMemory() {
  Db db(Connection(Open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)));
  db.Execute("PRAGMA foreign_keys = ON");
  return db;
}

Db::Db(Connection connection)
    : connection_(std::move(connection)),
      cache_(std::make_unique<StatementCache>(connection_.get())) {}

Db::Db(Db&&) noexcept = default;

Db& Db::operator=(Db&& other) noexcept {
  cache_ = std::move(other.cache_);
  connection_ = std::move(other.connection_);
  return *this;
}

Db::~Db() = default;

void Db::Closer::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

Query Db::Take(std::string_view sql, int values) { return cache_->Take(sql, values); }

int64_t Db::Finish(Query& query) {
  // Statements that change no rows leave sqlite3_changes() at an older answer.
  const int before = sqlite3_total_changes(connection_.get());
  while (query.Step()) {
  }
  const bool changed = sqlite3_total_changes(connection_.get()) != before;
  return changed ? sqlite3_changes64(connection_.get()) : 0;
}

void Db::Execute(const char* script) {
  const int code = sqlite3_exec(connection_.get(), script, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) ThrowSqliteError(connection_.get(), code, script);
}

int64_t Db::last_insert_id() const { return sqlite3_last_insert_rowid(connection_.get()); }

bool Db::in_transaction() const { return sqlite3_get_autocommit(connection_.get()) == 0; }

}  // namespace chunhui::store
