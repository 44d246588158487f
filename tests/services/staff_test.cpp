// Signing in, locking out, sessions, and who may look after whose account.
#include "services/staff/staff.h"

#include <map>

#include "core/secrets/pin.h"
#include "tests/support/call_fixture.h"

namespace chunhui::staff {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using tests::Desk;
using tests::FieldOf;
using tests::Must;
using tests::ReasonOf;
using tests::WithStaff;

constexpr char kPin[] = "246813";

v1::Account AccountOf(const std::string& name, v1::Role role, const std::string& station_id) {
  v1::Account account;
  account.set_account(name);
  account.set_called("李老师");
  account.set_role(role);
  account.set_station_id(station_id);
  return account;
}

class StaffTest : public tests::CallTest {
 protected:
  StaffTest() : CallTest({kStaffMigrations}) {
    calls::Call call = MakeCall(tests::ByOffice());
    PutAccount(call, AccountOf("li", v1::ROLE_STAFF, "station-1"), PinHash(), "ba00dd01");
  }

  // Hashing is slow on purpose: once for all tests.
  static const std::string& PinHash() {
    static const std::string hash = [] {
      secrets::FakeRandom random{7};
      return secrets::HashPin(kPin, random);
    }();
    return hash;
  }

  calls::Outcome<v1::SignInResponse> SignInAs(const std::string& account, const std::string& pin,
                                              const calls::Caller& caller = Desk()) {
    v1::SignInRequest request;
    request.set_account(account);
    request.set_pin(pin);
    return SignInBy(request, caller);
  }
  calls::Outcome<v1::SignInResponse> SignInBy(const v1::SignInRequest& request,
                                              const calls::Caller& caller = Desk()) {
    calls::Call before = MakeCall(caller);
    const PinCheck check = CheckPin(before, request);
    calls::Call call = MakeCall(caller);
    return Finish(call, SignIn(call, request, check));
  }
  // As if the slow part had found a wrong PIN; saves the tests the hashing.
  void FailQuickly(int times) {
    v1::SignInRequest request;
    request.set_account("li");
    request.set_pin("000000");
    for (int i = 0; i < times; ++i) {
      calls::Call call = MakeCall(Desk());
      EXPECT_EQ(ReasonOf(Finish(call, SignIn(call, request, {"li", PinHash(), false}))),
                v1::REASON_WRONG_PIN);
    }
  }

  std::optional<calls::Staff> Of(const std::string& token,
                                 const calls::Caller& caller = tests::Desk()) {
    return StaffOfSession(db_, vault_.TokenHash(token), *caller.device, clock_.now());
  }
  calls::Caller On(const std::string& token) {
    calls::Caller caller = Desk();
    caller.staff = Of(token);
    return caller;
  }

  template <typename Response, typename Request>
  calls::Outcome<Response> AskAfter(NewPin (*before)(calls::Call&, const Request&),
                                    calls::Outcome<Response> (*method)(calls::Call&, const Request&,
                                                                       const NewPin&),
                                    const calls::Caller& caller, const Request& request) {
    calls::Call slow = MakeCall(caller);
    const NewPin pin = before(slow, request);
    calls::Call call = MakeCall(caller);
    return Finish(call, method(call, request, pin));
  }
};

TEST_F(StaffTest, TheRightPinOpensASessionOfTenHours) {
  const auto session = Must(SignInAs("li", kPin));
  EXPECT_EQ(session.account().role(), v1::ROLE_STAFF);
  const auto staff = Of(session.session_token());
  ASSERT_TRUE(staff.has_value());
  EXPECT_EQ(staff->account, "li");
  EXPECT_EQ(staff->called, "李老师");
  EXPECT_EQ(staff->station_id, "station-1");
  clock_.Advance(hours(10) - seconds(1));
  EXPECT_TRUE(Of(session.session_token()).has_value());
  clock_.Advance(seconds(1));
  EXPECT_FALSE(Of(session.session_token()).has_value());
}

TEST_F(StaffTest, ASessionIsWorthlessAtAnotherDevice) {
  const auto session = Must(SignInAs("li", kPin));
  EXPECT_TRUE(Of(session.session_token()).has_value());
  EXPECT_FALSE(Of(session.session_token(), tests::Desk("back")).has_value());
  EXPECT_FALSE(Of(session.session_token(), tests::Kiosk("front")).has_value());
}

TEST_F(StaffTest, AtAKioskASessionIsShort) {
  const auto session = Must(SignInAs("li", kPin, tests::Kiosk()));
  EXPECT_TRUE(Of(session.session_token(), tests::Kiosk()).has_value());
  clock_.Advance(kKioskSession);
  EXPECT_FALSE(Of(session.session_token(), tests::Kiosk()).has_value());
}

TEST_F(StaffTest, ABadgeNamesItsAccount) {
  v1::SignInRequest request;
  request.set_badge("BA00dd01");
  request.set_pin(kPin);
  EXPECT_EQ(Must(SignInBy(request)).account().account(), "li");
  request.set_badge("BA00DD02");
  EXPECT_EQ(ReasonOf(SignInBy(request)), v1::REASON_WRONG_PIN);
}

TEST_F(StaffTest, WrongPinsAndUnknownAccountsLookTheSame) {
  const auto wrong = SignInAs("li", "135790");
  const auto unknown = SignInAs("nobody", kPin);
  ASSERT_EQ(ReasonOf(wrong), v1::REASON_WRONG_PIN);
  ASSERT_EQ(ReasonOf(unknown), v1::REASON_WRONG_PIN);
  EXPECT_EQ(wrong.refusal().code, calls::Code::kUnauthenticated);
  EXPECT_EQ(wrong.refusal().message, unknown.refusal().message);
  EXPECT_EQ(last_audit_.at(0).subject, "unknown account") << "what was typed may be a PIN";
}

TEST_F(StaffTest, FiveWrongPinsLockOutForAQuarterOfAnHour) {
  FailQuickly(5);
  const auto locked = SignInAs("li", kPin);
  EXPECT_EQ(ReasonOf(locked), v1::REASON_LOCKED_OUT);
  EXPECT_EQ(locked.refusal().retry_after_seconds, 15 * 60);
  v1::SignInRequest by_badge;
  by_badge.set_badge("BA00DD01");
  by_badge.set_pin(kPin);
  EXPECT_EQ(ReasonOf(SignInBy(by_badge)), v1::REASON_LOCKED_OUT);
  clock_.Advance(minutes(15));
  EXPECT_TRUE(SignInAs("li", kPin).ok());
}

TEST_F(StaffTest, ASuccessOrAPauseBeginsTheCountAnew) {
  FailQuickly(4);
  Must(SignInAs("li", kPin));
  FailQuickly(4);
  clock_.Advance(minutes(15));
  FailQuickly(4);
  EXPECT_TRUE(SignInAs("li", kPin).ok());
}

TEST_F(StaffTest, UnknownAccountsAreLockedOutJustTheSame) {
  v1::SignInRequest request;
  request.set_account("nobody");
  request.set_pin("000000");
  for (int i = 0; i < 5; ++i) {
    calls::Call call = MakeCall(Desk());
    EXPECT_EQ(ReasonOf(Finish(call, SignIn(call, request, {}))), v1::REASON_WRONG_PIN);
  }
  calls::Call call = MakeCall(Desk());
  EXPECT_EQ(ReasonOf(SignIn(call, request, {})), v1::REASON_LOCKED_OUT);
  EXPECT_TRUE(SignInAs("li", kPin).ok());
}

TEST_F(StaffTest, AnAccountChangedSinceItsPinWasComparedDoesNotOpen) {
  v1::SignInRequest request;
  request.set_account("li");
  request.set_pin(kPin);
  calls::Call call = MakeCall(Desk());
  EXPECT_EQ(ReasonOf(SignIn(call, request, {"li", "an older hash", true})), v1::REASON_WRONG_PIN);
}

TEST_F(StaffTest, MalformedSignInsNameTheField) {
  EXPECT_EQ(FieldOf(SignInAs("", kPin)), "who");
  EXPECT_EQ(FieldOf(SignInAs("Li", kPin)), "who");
  EXPECT_EQ(FieldOf(SignInAs(std::string(33, 'l'), kPin)), "who");
  EXPECT_EQ(FieldOf(SignInAs("li", "")), "pin");
  EXPECT_EQ(FieldOf(SignInAs("li", std::string(300, '1'))), "pin");
  v1::SignInRequest nobody;
  nobody.set_pin(kPin);
  EXPECT_EQ(FieldOf(SignInBy(nobody)), "who");
}

TEST_F(StaffTest, SigningOutEndsTheSessionAndTwiceIsNoError) {
  const std::string token = Must(SignInAs("li", kPin)).session_token();
  Must(Ask(SignOut, On(token), v1::SignOutRequest()));
  EXPECT_FALSE(Of(token).has_value());
  Must(Ask(SignOut, Desk(), v1::SignOutRequest()));
}

TEST_F(StaffTest, ASessionOfAClosedAccountIsWorthless) {
  const std::string token = Must(SignInAs("li", kPin)).session_token();
  v1::CloseAccountRequest request;
  request.set_account("li");
  const auto admin = WithStaff(Desk(), v1::ROLE_ADMIN, "city", "chief");
  Must(Ask(CloseAccount, admin, request));
  Must(Ask(CloseAccount, admin, request));
  EXPECT_FALSE(Of(token).has_value());
  EXPECT_EQ(ReasonOf(SignInAs("li", kPin)), v1::REASON_WRONG_PIN);
}

TEST_F(StaffTest, NobodyClosesTheirOwnOrAForeignAccount) {
  v1::CloseAccountRequest request;
  request.set_account("li");
  const auto self = WithStaff(Desk(), v1::ROLE_ADMIN, "station-1", "li");
  EXPECT_EQ(ReasonOf(Ask(CloseAccount, self, request)), v1::REASON_WRONG_STATE);
  const auto west = WithStaff(Desk(), v1::ROLE_ADMIN, "west", "chief");
  EXPECT_EQ(ReasonOf(Ask(CloseAccount, west, request)), v1::REASON_NOT_ALLOWED);
  request.set_account("nobody");
  EXPECT_EQ(ReasonOf(Ask(CloseAccount, west, request)), v1::REASON_UNKNOWN);
}

TEST_F(StaffTest, AnAdminCreatesAccountsThatCanSignIn) {
  v1::CreateAccountRequest request;
  *request.mutable_account() = AccountOf("zhang", v1::ROLE_KITCHEN, "station-2");
  request.set_pin("a longer password");
  const auto admin = WithStaff(Desk(), v1::ROLE_ADMIN, "city", "chief");
  Must(AskAfter(HashFirstPin, CreateAccount, admin, request));
  EXPECT_EQ(Must(SignInAs("zhang", "a longer password")).account().role(), v1::ROLE_KITCHEN);
  EXPECT_EQ(ReasonOf(AskAfter(HashFirstPin, CreateAccount, admin, request)),
            v1::REASON_ALREADY_BOOKED);
}

TEST_F(StaffTest, WrongAccountsNameTheField) {
  v1::CreateAccountRequest good;
  *good.mutable_account() = AccountOf("zhang", v1::ROLE_KITCHEN, "station-2");
  const auto admin = WithStaff(Desk(), v1::ROLE_ADMIN, "east", "chief");
  const NewPin pin{"hash"};
  const std::vector<std::pair<const char*, std::function<void(v1::CreateAccountRequest&)>>> cases =
      {{"account.account", [](auto& r) { r.mutable_account()->set_account("Z"); }},
       {"account.called", [](auto& r) { r.mutable_account()->set_called(""); }},
       {"account.role", [](auto& r) { r.mutable_account()->clear_role(); }},
       {"account.role", [](auto& r) { r.mutable_account()->set_role(static_cast<v1::Role>(77)); }},
       {"account.station_id", [](auto& r) { r.mutable_account()->set_station_id("x"); }},
       {"badge", [](auto& r) { r.set_badge("!!!!"); }},
       {"badge", [](auto& r) { r.set_badge("ba00dd01"); }}};
  for (const auto& [field, spoil] : cases) {
    auto request = good;
    spoil(request);
    calls::Call call = MakeCall(admin);
    EXPECT_EQ(FieldOf(CreateAccount(call, request, pin)), field);
  }
  calls::Call call = MakeCall(admin);
  EXPECT_EQ(FieldOf(CreateAccount(call, good, NewPin{})), "pin");
  good.mutable_account()->set_station_id("station-3");
  EXPECT_EQ(ReasonOf(CreateAccount(call, good, pin)), v1::REASON_NOT_ALLOWED);
}

TEST_F(StaffTest, PinsAreSixToTwelveDigitsOrAPassword) {
  for (const char* good : {"123456", "123456789012", "eight ch", "密码密码密码密码"}) {
    EXPECT_TRUE(IsGoodPin(good)) << good;
  }
  for (const char* bad : {"", "12345", "1234567890123", "sevench", "line\nfeed", "        "}) {
    EXPECT_FALSE(IsGoodPin(bad)) << bad;
  }
}

TEST_F(StaffTest, OnesOwnNewPinKeepsThisSessionAndEndsTheOthers) {
  const std::string here = Must(SignInAs("li", kPin)).session_token();
  const std::string there = Must(SignInAs("li", kPin)).session_token();
  v1::SetPinRequest request;
  request.set_pin("975310");
  Must(AskAfter(HashChangedPin, SetPin, On(here), request));
  EXPECT_TRUE(Of(here).has_value());
  EXPECT_FALSE(Of(there).has_value());
  EXPECT_EQ(ReasonOf(SignInAs("li", kPin)), v1::REASON_WRONG_PIN);
  EXPECT_TRUE(SignInAs("li", "975310").ok());
}

TEST_F(StaffTest, OnlyAnAdminOfTheStationSetsOtherPins) {
  v1::SetPinRequest request;
  request.set_account("li");
  const NewPin pin{"hash"};
  const std::map<v1::Reason, calls::Caller> cases = {
      {v1::REASON_NOT_ALLOWED, WithStaff(Desk(), v1::ROLE_STATION_LEAD, "city", "chief")},
      {v1::REASON_UNSPECIFIED, WithStaff(Desk(), v1::ROLE_ADMIN, "city", "chief")}};
  for (const auto& [reason, caller] : cases) {
    calls::Call call = MakeCall(caller);
    EXPECT_EQ(ReasonOf(SetPin(call, request, pin)), reason);
  }
  calls::Call west = MakeCall(WithStaff(Desk(), v1::ROLE_ADMIN, "west", "chief"));
  EXPECT_EQ(ReasonOf(SetPin(west, request, pin)), v1::REASON_NOT_ALLOWED);
}

TEST_F(StaffTest, AccountsOfOwnStationsAreListedPageByPageWithoutSecrets) {
  calls::Call call = MakeCall(tests::ByOffice());
  PutAccount(call, AccountOf("an", v1::ROLE_KITCHEN, "station-2"), "h", "");
  PutAccount(call, AccountOf("bo", v1::ROLE_KITCHEN, "station-3"), "h", "");
  const auto lead = WithStaff(Desk(), v1::ROLE_STATION_LEAD, "east", "chief");
  v1::ListAccountsRequest request;
  request.set_page_size(1);
  const auto first = Must(Ask(ListAccounts, lead, request));
  ASSERT_EQ(first.accounts_size(), 1);
  EXPECT_EQ(first.accounts(0).account(), "an");
  request.set_page_token(first.next_page_token());
  const auto second = Must(Ask(ListAccounts, lead, request));
  EXPECT_EQ(second.accounts(0).account(), "li");
  EXPECT_EQ(second.next_page_token(), "");
  request.set_page_size(201);
  EXPECT_EQ(FieldOf(Ask(ListAccounts, lead, request)), "page_size");
}

TEST_F(StaffTest, TheFirstAdminIsMadeOnce) {
  calls::Call call = MakeCall(tests::ByOffice());
  EXPECT_FALSE(HasAdmin(db_));
  EXPECT_EQ(ReasonOf(CreateFirstAdmin(call, "R", "city", "h")), v1::REASON_MALFORMED);
  EXPECT_TRUE(Must(CreateFirstAdmin(call, "root", "city", PinHash())));
  EXPECT_TRUE(HasAdmin(db_));
  EXPECT_EQ(ReasonOf(CreateFirstAdmin(call, "root2", "city", "h")), v1::REASON_WRONG_STATE);
  EXPECT_EQ(Must(SignInAs("root", kPin)).account().role(), v1::ROLE_ADMIN);
}

}  // namespace
}  // namespace chunhui::staff
