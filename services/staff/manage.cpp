// Looking after accounts.
#include <algorithm>

#include "core/people/card.h"
#include "core/people/text.h"
#include "core/secrets/pin.h"
#include "services/calls/fields.h"
#include "services/calls/stations.h"
#include "services/staff/accounts.h"
#include "services/staff/staff.h"

namespace chunhui::staff {
namespace {

constexpr int kCalledMax = 25;
constexpr int kPageStandard = 100;
constexpr int kPageMax = 200;

calls::Refusal Exists(const char* field, const char* message) {
  return {calls::Code::kAlreadyExists, v1::REASON_ALREADY_BOOKED, message, field};
}

calls::Refusal NotAllowed(const char* message) {
  return {calls::Code::kPermissionDenied, v1::REASON_NOT_ALLOWED, message};
}

// The form of a new account, whoever makes it.
std::optional<calls::Refusal> FaultIn(calls::Call& call, const v1::Account& account) {
  if (!IsGoodAccountName(account.account())) {
    return calls::Malformed("account.account", "2 to 32 small letters, digits, '-' or '.'");
  }
  if (!calls::IsPlainText(account.called(), 1, kCalledMax)) {
    return calls::Malformed("account.called", "1 to 25 characters");
  }
  if (!v1::Role_IsValid(account.role()) || account.role() == v1::ROLE_UNSPECIFIED) {
    return calls::Malformed("account.role", "no such role");
  }
  if (!calls::FindStation(call.db(), account.station_id())) {
    return calls::Malformed("account.station_id", "no such station");
  }
  return std::nullopt;
}

}  // namespace

bool IsGoodPin(std::string_view pin) {
  constexpr size_t kDigitsMin = 6;
  constexpr size_t kDigitsMax = 12;
  constexpr int kPasswordMin = 8;
  constexpr int kPasswordMax = 64;
  const bool digits = pin.find_first_not_of("0123456789") == std::string_view::npos;
  if (digits && pin.size() >= kDigitsMin && pin.size() <= kDigitsMax) return true;
  return !digits && calls::IsPlainText(pin, kPasswordMin, kPasswordMax);
}

bool IsGoodAccountName(std::string_view account) {
  constexpr size_t kLengthMin = 2;
  constexpr size_t kLengthMax = 32;
  return account.size() >= kLengthMin && account.size() <= kLengthMax &&
         account.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") ==
             std::string_view::npos;
}

NewPin HashFirstPin(calls::Call& call, const v1::CreateAccountRequest& request) {
  if (!IsGoodPin(request.pin())) return {};
  return {secrets::HashPin(request.pin(), call.random())};
}

calls::Outcome<v1::CreateAccountResponse> CreateAccount(calls::Call& call,
                                                        const v1::CreateAccountRequest& request,
                                                        const NewPin& pin) {
  const v1::Account& account = request.account();
  if (auto fault = FaultIn(call, account)) return *fault;
  if (pin.hash.empty()) return calls::Malformed("pin", "6 to 12 digits, or 8 to 64 characters");
  std::string badge;
  if (!request.badge().empty()) {
    const auto normalised = people::NormaliseCard(request.badge());
    if (!normalised) return calls::Malformed("badge", "4 to 40 letters and digits");
    badge = *normalised;
  }
  if (!call.StaffCovers(account.station_id())) {
    call.Audit({"", account.account()});
    return NotAllowed("the station is not yours");
  }
  if (FindAccount(call.db(), account.account())) {
    return Exists("account.account", "there is such an account");
  }
  if (!badge.empty() && FindByBadge(call, badge)) {
    return Exists("badge", "the badge belongs to another account");
  }
  v1::Account open = account;
  open.set_closed(false);
  PutAccount(call, open, pin.hash, badge);
  return v1::CreateAccountResponse{};
}

calls::Outcome<bool> CreateFirstAdmin(calls::Call& call, const std::string& account,
                                      const std::string& station_id, const std::string& pin_hash) {
  if (HasAdmin(call.db())) return calls::Refuse(v1::REASON_WRONG_STATE, "there is an admin");
  v1::Account admin;
  admin.set_account(account);
  admin.set_called(account);
  admin.set_role(v1::ROLE_ADMIN);
  admin.set_station_id(station_id);
  if (auto fault = FaultIn(call, admin)) return *fault;
  if (FindAccount(call.db(), account)) return Exists("account", "there is such an account");
  PutAccount(call, admin, pin_hash, "");
  return true;
}

calls::Outcome<v1::ListAccountsResponse> ListAccounts(calls::Call& call,
                                                      const v1::ListAccountsRequest& request) {
  const auto size = calls::PageSize(request.page_size(), kPageStandard, kPageMax);
  if (!size) return calls::Malformed("page_size", "1 to 200, or 0 for 100");
  if (!request.page_token().empty() && !IsGoodAccountName(request.page_token())) {
    return calls::Malformed("page_token", "not from a previous page");
  }
  call.Audit({"", "accounts"});
  v1::ListAccountsResponse response;
  auto query = call.db().Prepare(
      "SELECT account, called, role, station_id, closed_at IS NOT NULL FROM staff_accounts"
      " WHERE account > ? ORDER BY account",
      request.page_token());
  while (query.Step()) {
    if (!call.StaffCovers(query.Text(3))) continue;
    if (response.accounts_size() == *size) {
      response.set_next_page_token(response.accounts(*size - 1).account());
      break;
    }
    v1::Account* account = response.add_accounts();
    account->set_account(query.Text(0));
    account->set_called(query.Text(1));
    account->set_role(static_cast<v1::Role>(query.Int(2)));
    account->set_station_id(query.Text(3));
    account->set_closed(query.Bool(4));
  }
  return response;
}

NewPin HashChangedPin(calls::Call& call, const v1::SetPinRequest& request) {
  if (!IsGoodPin(request.pin())) return {};
  return {secrets::HashPin(request.pin(), call.random())};
}

calls::Outcome<v1::SetPinResponse> SetPin(calls::Call& call, const v1::SetPinRequest& request,
                                          const NewPin& pin) {
  const calls::Staff& staff = *call.caller().staff;
  if (pin.hash.empty()) return calls::Malformed("pin", "6 to 12 digits, or 8 to 64 characters");
  const bool own = request.account().empty() || request.account() == staff.account;
  if (!own && !IsGoodAccountName(request.account())) {
    return calls::Malformed("account", "2 to 32 small letters, digits, '-' or '.'");
  }
  const std::string account = own ? staff.account : request.account();
  call.Audit({"", account});
  if (!own && staff.role != v1::ROLE_ADMIN) return NotAllowed("only an admin sets other PINs");
  const auto row = FindAccount(call.db(), account);
  if (!row) return calls::Unknown("no such account");
  if (!own && !call.StaffCovers(row->account.station_id())) {
    return NotAllowed("the account is not yours");
  }
  call.db().Run("UPDATE staff_accounts SET pin_hash = ? WHERE account = ?", pin.hash, account);
  ForgetWrongPins(call.db(), TriesKey(call, account));
  EndSessions(call, account, own ? staff.session_id : std::string{});
  return v1::SetPinResponse{};
}

calls::Outcome<v1::CloseAccountResponse> CloseAccount(calls::Call& call,
                                                      const v1::CloseAccountRequest& request) {
  if (!IsGoodAccountName(request.account())) {
    return calls::Malformed("account", "2 to 32 small letters, digits, '-' or '.'");
  }
  call.Audit({"", request.account()});
  const auto row = FindAccount(call.db(), request.account());
  if (!row) return calls::Unknown("no such account");
  if (!call.StaffCovers(row->account.station_id())) return NotAllowed("the account is not yours");
  if (request.account() == call.caller().staff->account) {
    return calls::Refuse(v1::REASON_WRONG_STATE, "nobody closes their own account");
  }
  call.db().Run("UPDATE staff_accounts SET closed_at = ? WHERE account = ? AND closed_at IS NULL",
                time::ToUnixMs(call.now()), request.account());
  EndSessions(call, request.account(), "");
  return v1::CloseAccountResponse{};
}

void AddStaffMethods(calls::MethodTable& table) {
  const std::string service = "/chunhui.v1.StaffService/";
  const auto everybody =
      calls::ByStaff({v1::ROLE_VOLUNTEER, v1::ROLE_STAFF, v1::ROLE_KITCHEN, v1::ROLE_GRID_WORKER,
                      v1::ROLE_STATION_LEAD, v1::ROLE_CONTENT_EDITOR, v1::ROLE_APPROVER,
                      v1::ROLE_ADMIN, v1::ROLE_AUDITOR});
  const auto admin = calls::ByStaff({v1::ROLE_ADMIN});
  const auto overseers = calls::ByStaff({v1::ROLE_STATION_LEAD, v1::ROLE_ADMIN, v1::ROLE_AUDITOR});
  auto& methods = table.methods;
  methods.push_back(calls::WriteAfter(service + "SignIn", calls::AnyDevice(), &CheckPin, &SignIn));
  methods.push_back(calls::Write(service + "SignOut", calls::AnyDevice(), &SignOut));
  methods.push_back(
      calls::WriteAfter(service + "CreateAccount", admin, &HashFirstPin, &CreateAccount));
  methods.push_back(calls::Write(service + "ListAccounts", overseers, &ListAccounts));
  methods.push_back(calls::WriteAfter(service + "SetPin", everybody, &HashChangedPin, &SetPin));
  methods.push_back(calls::Write(service + "CloseAccount", admin, &CloseAccount));
}

}  // namespace chunhui::staff
