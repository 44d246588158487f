// The memory of request_ids: a repeated write gets the answer it got before, also after a restart
// and from another kiosk. Used in the writer thread.
#pragma once

#include <optional>

#include "core/secrets/vault.h"
#include "core/store/db.h"
#include "core/store/migrate.h"
#include "core/time/instant.h"
#include "services/calls/answer.h"
#include "services/calls/method.h"

namespace chunhui::calls {

extern const store::Migration kRequestMigrations[1];

// Canonical UUID text, any case.
bool IsUuid(std::string_view text);

// The answer given before; INVALID_ARGUMENT `REQUEST_ID_REUSED` when the content was another;
// nothing for a new id.
std::optional<Answer> Recall(store::Db& db, const secrets::Vault& vault, const Prepared& request);
// Answers may hold tokens and names, so they are sealed.
void Remember(store::Db& db, const secrets::Vault& vault, const Prepared& request,
              const Answer& answer, time::Instant now);
// Deletes answers older than `before`, at most 1,000 at once; true when there may be more.
bool ForgetOldRequests(store::Db& db, time::Instant before);

}  // namespace chunhui::calls
