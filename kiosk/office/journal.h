// Writes that have no answer yet, on the kiosk's own disk: stored before they are sent, dropped
// when they are answered. The visit token is sealed; nothing here names a person. One thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/secrets/vault.h"
#include "core/store/db.h"
#include "core/store/migrate.h"
#include "core/time/instant.h"

namespace chunhui::office {

extern const store::Migration kJournalMigrations[1];

struct Entry {
  std::string request_id;
  std::string method;
  std::string bytes;
  std::string visit_token;
  time::Instant occurred_at;
};

class Journal {
 public:
  // Both outlive the journal.
  Journal(store::Db& db, const secrets::Vault& vault) : db_(db), vault_(vault) {}

  // Durable when it returns. Throws StoreError.
  void Add(const Entry& entry);
  void Remove(const std::string& request_id);
  // The one that has waited longest.
  std::optional<Entry> First();
  int count();
  // Drops what the office would no longer accept (older than 7 days); answers how many.
  int64_t DropOlderThan(time::Instant instant);

 private:
  store::Db& db_;
  const secrets::Vault& vault_;
};

}  // namespace chunhui::office
