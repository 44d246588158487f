// One call while it runs: who calls, the database, the time, and what it leaves behind
// (audit rows and events). Made by the Dispatcher; lives in one thread.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/secrets/random.h"
#include "core/secrets/vault.h"
#include "core/store/db.h"
#include "core/time/date.h"
#include "core/time/instant.h"
#include "services/calls/caller.h"
#include "services/calls/event.h"

namespace chunhui::calls {

// One row of the audit; actor, action, time and result are added by the Dispatcher.
struct AuditEntry {
  std::string resident_id = {};  // for whom; empty when nobody
  std::string subject = {};      // which thing, by id
  std::string reason = {};       // why, as staff gave it
};

class Call {
 public:
  Call(Caller caller, store::Db& db, time::Instant now, const secrets::Vault& vault,
       secrets::Random& random)
      : caller_(std::move(caller)), db_(db), now_(now), vault_(vault), random_(random) {}

  const Caller& caller() const { return caller_; }
  // In a write: inside this call's savepoint. In a read: a read-only view.
  store::Db& db() { return db_; }
  time::Instant now() const { return now_; }
  // Today at the station.
  time::Date today() const;
  const secrets::Vault& vault() const { return vault_; }
  secrets::Random& random() { return random_; }
  std::string NewId() { return secrets::NewOrderedUuid(random_, now_); }

  // The visitor. Only in methods whose rights demand a visit, or after checking caller().visit.
  const Visit& visit() const { return *caller_.visit; }
  // The caller's station: the device's.
  const std::string& station_id() const { return caller_.device->station_id; }
  // Resolves a "station_id, empty means the caller's own" field.
  std::string StationOr(const std::string& station_id) const {
    return station_id.empty() ? caller_.device->station_id : station_id;
  }
  // True when the signed-in staff member's role covers this station. False without staff.
  bool StaffCovers(const std::string& station_id);

  // Every read or write of a person's record leaves one. Written with the call, also when refused.
  void Audit(AuditEntry entry) { audit_.push_back(std::move(entry)); }
  // Delivered to streams after COMMIT; dropped when the call is refused or fails.
  void Publish(Event event) { events_.push_back(std::move(event)); }

  // A write that stays even when the call is refused, whose other changes are undone: counting
  // wrong tries. Runs after the function, in the same transaction.
  void EvenIfRefused(std::function<void(store::Db&)> write) {
    even_if_refused_.push_back(std::move(write));
  }

  // For the Dispatcher.
  void RunEvenIfRefused() {
    for (const auto& write : even_if_refused_) write(db_);
  }
  const std::vector<AuditEntry>& audit() const { return audit_; }
  std::vector<Event>& events() { return events_; }

 private:
  Caller caller_;
  store::Db& db_;
  time::Instant now_;
  const secrets::Vault& vault_;
  secrets::Random& random_;
  std::vector<AuditEntry> audit_;
  std::vector<Event> events_;
  std::vector<std::function<void(store::Db&)>> even_if_refused_;
};

}  // namespace chunhui::calls
