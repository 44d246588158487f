#include "kiosk/office/journal.h"

namespace chunhui::office {
namespace {

std::string Binding(const std::string& request_id) { return "journal.visit:" + request_id; }

}  // namespace

const store::Migration kJournalMigrations[1] = {{1, "journal", R"(
  CREATE TABLE journal (
    position INTEGER PRIMARY KEY,  -- the order in which they happened
    request_id TEXT NOT NULL UNIQUE,
    method TEXT NOT NULL,
    request BLOB NOT NULL,
    visit BLOB,                    -- sealed token
    occurred_at INTEGER NOT NULL   -- unix ms
  ) STRICT;
)"}};

void Journal::Add(const Entry& entry) {
  std::optional<std::string> visit;
  if (!entry.visit_token.empty()) {
    visit = vault_.SealField(entry.visit_token, Binding(entry.request_id));
  }
  std::optional<store::BlobView> sealed;
  if (visit) sealed = store::BlobView{*visit};
  db_.Run(
      "INSERT INTO journal (request_id, method, request, visit, occurred_at) "
      "VALUES (?, ?, ?, ?, ?)",
      entry.request_id, entry.method, store::BlobView{entry.bytes}, sealed,
      time::ToUnixMs(entry.occurred_at));
}

void Journal::Remove(const std::string& request_id) {
  db_.Run("DELETE FROM journal WHERE request_id = ?", request_id);
}

std::optional<Entry> Journal::First() {
  auto query = db_.Prepare(
      "SELECT request_id, method, request, visit, occurred_at FROM journal "
      "ORDER BY position LIMIT 1");
  if (!query.Step()) return std::nullopt;
  Entry entry{query.Text(0), query.Text(1), query.Blob(2), {}, time::FromUnixMs(query.Int(4))};
  // With another key the token is lost: the office then refuses the write, and it is over.
  if (const auto sealed = query.OptionalBlob(3)) {
    entry.visit_token = vault_.OpenField(*sealed, Binding(entry.request_id)).value_or("");
  }
  return entry;
}

int Journal::count() {
  auto query = db_.Prepare("SELECT count(*) FROM journal");
  query.Step();
  return static_cast<int>(query.Int(0));
}

int64_t Journal::DropOlderThan(time::Instant instant) {
  return db_.Run("DELETE FROM journal WHERE occurred_at < ?", time::ToUnixMs(instant));
}

}  // namespace chunhui::office
