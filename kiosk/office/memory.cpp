#include "kiosk/office/memory.h"

namespace chunhui::office {

const store::Migration kMemoryMigrations[1] = {{1, "memory", R"(
  CREATE TABLE known (
    part INTEGER PRIMARY KEY,
    answer BLOB NOT NULL,     -- the office's last answer
    known_at INTEGER NOT NULL -- unix ms
  ) STRICT;
  CREATE TABLE followed (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    sequence INTEGER NOT NULL
  ) STRICT;
)"}};

Known Memory::Load() {
  Known known;
  auto query = db_.Prepare("SELECT part, answer, known_at FROM known");
  while (query.Step()) {
    const auto part = static_cast<Part>(query.Int(0));
    const Change change = FetchedChange(part, query.Blob(1), time::FromUnixMs(query.Int(2)));
    if (change) change(known);
  }
  return known;
}

void Memory::Keep(Part part, const Known& known) {
  const auto at = TimeOf(part, known);
  if (!at) return;
  db_.Run("INSERT OR REPLACE INTO known (part, answer, known_at) VALUES (?, ?, ?)", part,
          store::BlobView{AsAnswer(part, known)}, time::ToUnixMs(*at));
}

int64_t Memory::sequence() {
  auto query = db_.Prepare("SELECT sequence FROM followed");
  return query.Step() ? query.Int(0) : 0;
}

void Memory::SetSequence(int64_t sequence) {
  db_.Run("INSERT OR REPLACE INTO followed (only_row, sequence) VALUES (1, ?)", sequence);
}

}  // namespace chunhui::office
