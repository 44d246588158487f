// The rows of accounts and of wrong tries. Private to this room.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "chunhui/v1/staff.pb.h"
#include "core/store/db.h"
#include "core/time/instant.h"
#include "services/calls/call.h"

namespace chunhui::staff {

struct AccountRow {
  v1::Account account;
  std::string pin_hash;
};

std::optional<AccountRow> FindAccount(store::Db& db, std::string_view account);
// `badge` as people::NormaliseCard made it.
std::optional<AccountRow> FindByBadge(calls::Call& call, std::string_view badge);

// Ends the account's sessions except this one (empty: all).
void EndSessions(calls::Call& call, std::string_view account, std::string_view except_session_id);

// Wrong PINs of whoever was named, whether such an account exists or not. `who` is blind, since a
// PIN may have been typed in the place of a name.
std::string TriesKey(const calls::Call& call, std::string_view named);
// Seconds until another try is allowed; 0 when it is now.
int SecondsLocked(store::Db& db, const std::string& who, time::Instant now);
void CountWrongPin(store::Db& db, const std::string& who, time::Instant now);
void ForgetWrongPins(store::Db& db, const std::string& who);

}  // namespace chunhui::staff
