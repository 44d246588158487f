// Finds out who calls and whether this caller may.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/secrets/vault.h"
#include "core/store/db.h"
#include "core/time/instant.h"
#include "services/calls/caller.h"
#include "services/calls/outcome.h"

namespace chunhui::calls {

// Looking up identities is the business of the areas that own the tables. All take the call's
// database, so that they see what the call sees.
struct Identities {
  std::function<bool(store::Db&, const Device&)> is_revoked;
  // A live session that began at this device.
  std::function<std::optional<Staff>(store::Db&, const std::string& token_hash, const Device&,
                                     time::Instant now)>
      staff_of_session;
  // A live visit of this device; or, with `occurred_at`, one that has ended since (7 days).
  std::function<std::optional<Visit>(store::Db&, const std::string& token_hash, const Device&,
                                     std::optional<time::Instant> occurred_at, time::Instant now)>
      visit_of_token;
};

// Where and when identities are looked up.
struct IdentityView {
  const Identities& identities;
  store::Db& db;
  const secrets::Vault& vault;
  time::Instant now;
};

// UNAUTHENTICATED `NO_CERTIFICATE` without a valid device (unless the rights are `open`).
Outcome<Caller> IdentifyDevice(const IdentityView& view, const Peer& peer, const Rights& rights);

// Adds staff and visit to a caller whose device is known, and checks the rights. Errors:
// UNAUTHENTICATED `SESSION_ENDED`; PERMISSION_DENIED `NOT_ALLOWED`; FAILED_PRECONDITION
// `VISIT_ENDED`.
Outcome<Caller> IdentifyPerson(const IdentityView& view, const Peer& peer, const Rights& rights,
                               Caller caller);

}  // namespace chunhui::calls
