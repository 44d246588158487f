// Accounts of staff and admins, their PINs, badges and sessions. A PIN is checked on the slow pool
// before the write; an unknown account costs the same time and answers as a wrong PIN does.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "chunhui/v1/staff.pb.h"
#include "core/store/db.h"
#include "core/store/migrate.h"
#include "core/time/instant.h"
#include "services/calls/call.h"
#include "services/calls/caller.h"
#include "services/calls/method.h"
#include "services/calls/outcome.h"

namespace chunhui::staff {

extern const store::Migration kStaffMigrations[2];

// Sessions end by themselves; a kiosk signs its staff out after 2 minutes without a touch.
inline constexpr std::chrono::hours kDeskSession{10};
inline constexpr std::chrono::minutes kKioskSession{30};
// Wrong PINs in a row, each within kLockOut of the one before.
inline constexpr int kWrongPinsMax = 5;
inline constexpr std::chrono::minutes kLockOut{15};

// For calls::Identities. Nothing when unknown, ended or expired, when it began at another device,
// or when the account is closed.
std::optional<calls::Staff> StaffOfSession(store::Db& db, const std::string& token_hash,
                                           const calls::Device& device, time::Instant now);

// 6 to 12 digits, or 8 to 64 characters without control characters.
bool IsGoodPin(std::string_view pin);
bool IsGoodAccountName(std::string_view account);

// Adds or replaces an account, without checks of the caller: the demo town and the first admin.
// `pin_hash` is secrets::HashPin's; `badge` may be empty. Throws std::bad_optional_access for a
// badge of a wrong form.
void PutAccount(calls::Call& call, const v1::Account& account, const std::string& pin_hash,
                const std::string& badge);

// True when this card is the badge of an open account. `card` as people::NormaliseCard made it.
bool IsBadge(calls::Call& call, std::string_view card);

// True when some open account is an admin. Without one the office offers to make the first.
bool HasAdmin(store::Db& db);
// The first admin of a new office, at the root of the stations. Refuses WRONG_STATE when there is
// one, INVALID_ARGUMENT for a name of a wrong form.
calls::Outcome<bool> CreateFirstAdmin(calls::Call& call, const std::string& account,
                                      const std::string& station_id, const std::string& pin_hash);

// What the slow part found out before the write.
struct PinCheck {
  std::string account;   // empty: no such account
  std::string pin_hash;  // that was compared
  bool right = false;
};
PinCheck CheckPin(calls::Call& call, const v1::SignInRequest& request);
calls::Outcome<v1::SignInResponse> SignIn(calls::Call& call, const v1::SignInRequest& request,
                                          const PinCheck& check);
calls::Outcome<v1::SignOutResponse> SignOut(calls::Call& call, const v1::SignOutRequest& request);

// The hash of a new PIN; empty when its form is wrong.
struct NewPin {
  std::string hash;
};
NewPin HashFirstPin(calls::Call& call, const v1::CreateAccountRequest& request);
calls::Outcome<v1::CreateAccountResponse> CreateAccount(calls::Call& call,
                                                        const v1::CreateAccountRequest& request,
                                                        const NewPin& pin);
NewPin HashChangedPin(calls::Call& call, const v1::SetPinRequest& request);
calls::Outcome<v1::SetPinResponse> SetPin(calls::Call& call, const v1::SetPinRequest& request,
                                          const NewPin& pin);
calls::Outcome<v1::ListAccountsResponse> ListAccounts(calls::Call& call,
                                                      const v1::ListAccountsRequest& request);
calls::Outcome<v1::CloseAccountResponse> CloseAccount(calls::Call& call,
                                                      const v1::CloseAccountRequest& request);

void AddStaffMethods(calls::MethodTable& table);

}  // namespace chunhui::staff
