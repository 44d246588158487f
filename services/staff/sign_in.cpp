// Signing in and out, and whose session a token is.
#include <optional>

#include "core/people/card.h"
#include "core/secrets/pin.h"
#include "services/calls/wire.h"
#include "services/staff/accounts.h"
#include "services/staff/staff.h"

namespace chunhui::staff {
namespace {

constexpr size_t kPinBytesMax = 64 * 4;
// Compared when there is no such account, so that it takes as long. No PIN has this hash.
constexpr const char* kNobodysHash =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5J3Mgc2FsdCE$"
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

// Who is named, in normal form; nothing when the request is malformed.
std::optional<std::string> NamedBy(const v1::SignInRequest& request) {
  if (request.who_case() == v1::SignInRequest::kBadge) {
    return people::NormaliseCard(request.badge());
  }
  if (!IsGoodAccountName(request.account())) return std::nullopt;
  return request.account();
}

calls::Refusal WrongPin() {
  return {calls::Code::kUnauthenticated, v1::REASON_WRONG_PIN, "wrong account, badge or PIN"};
}

v1::SignInResponse OpenSession(calls::Call& call, const v1::Account& account) {
  const bool at_kiosk =
      call.caller().device && call.caller().device->kind == calls::DeviceKind::kKiosk;
  const time::Instant expires_at = call.now() + (at_kiosk ? kKioskSession : kDeskSession);
  const secrets::Token token = call.vault().NewToken();
  call.db().Run("DELETE FROM staff_sessions WHERE expires_at <= ?", time::ToUnixMs(call.now()));
  call.db().Run("INSERT INTO staff_sessions VALUES (?, ?, ?, ?, ?)", store::BlobView{token.hash},
                call.NewId(), account.account(), time::ToUnixMs(expires_at),
                call.caller().device ? calls::DeviceUri(*call.caller().device) : "");
  v1::SignInResponse response;
  response.set_session_token(token.text);
  *response.mutable_expires_at() = calls::ToWire(expires_at);
  *response.mutable_account() = account;
  return response;
}

}  // namespace

std::optional<calls::Staff> StaffOfSession(store::Db& db, const std::string& token_hash,
                                           const calls::Device& device, time::Instant now) {
  auto query = db.Prepare(
      "SELECT a.account, a.called, a.role, a.station_id, s.session_id FROM staff_sessions s"
      " JOIN staff_accounts a USING (account)"
      " WHERE s.token_hash = ? AND s.device = ? AND s.expires_at > ? AND a.closed_at IS NULL",
      store::BlobView{token_hash}, calls::DeviceUri(device), time::ToUnixMs(now));
  if (!query.Step()) return std::nullopt;
  return calls::Staff{query.Text(0), query.Text(1), static_cast<v1::Role>(query.Int(2)),
                      query.Text(3), query.Text(4)};
}

PinCheck CheckPin(calls::Call& call, const v1::SignInRequest& request) {
  PinCheck check;
  const auto named = NamedBy(request);
  if (!named || request.pin().size() > kPinBytesMax) return check;
  const bool by_badge = request.who_case() == v1::SignInRequest::kBadge;
  const auto row = by_badge ? FindByBadge(call, *named) : FindAccount(call.db(), *named);
  const bool open = row && !row->account.closed();
  const bool right = secrets::VerifyPin(open ? row->pin_hash : kNobodysHash, request.pin());
  if (row) check.account = row->account.account();
  if (open) check.pin_hash = row->pin_hash;
  check.right = open && right;
  return check;
}

calls::Outcome<v1::SignInResponse> SignIn(calls::Call& call, const v1::SignInRequest& request,
                                          const PinCheck& check) {
  const auto named = NamedBy(request);
  if (!named) return calls::Malformed("who", "an account name or a badge");
  if (request.pin().empty() || request.pin().size() > kPinBytesMax) {
    return calls::Malformed("pin", "6 to 64 characters");
  }
  const bool exists = !check.account.empty();
  call.Audit({"", exists ? check.account : "unknown account"});
  const std::string who = TriesKey(call, exists ? check.account : *named);
  if (const int seconds = SecondsLocked(call.db(), who, call.now()); seconds > 0) {
    return calls::Refusal{calls::Code::kResourceExhausted, v1::REASON_LOCKED_OUT,
                          "too many wrong PINs", "", seconds};
  }
  const auto row = FindAccount(call.db(), check.account);
  // The account may have been changed since its PIN was compared.
  const bool unchanged = row && !row->account.closed() && row->pin_hash == check.pin_hash;
  if (!check.right || !unchanged) {
    call.EvenIfRefused([who, now = call.now()](store::Db& db) { CountWrongPin(db, who, now); });
    return WrongPin();
  }
  ForgetWrongPins(call.db(), who);
  return OpenSession(call, row->account);
}

calls::Outcome<v1::SignOutResponse> SignOut(calls::Call& call, const v1::SignOutRequest&) {
  if (!call.caller().staff) return v1::SignOutResponse{};
  call.Audit({"", call.caller().staff->account});
  const std::string& session_id = call.caller().staff->session_id;
  call.db().Run("DELETE FROM staff_sessions WHERE session_id = ?", session_id);
  call.Publish({calls::EventKind::kSignedOut, "", "", 0, session_id});
  return v1::SignOutResponse{};
}

}  // namespace chunhui::staff
