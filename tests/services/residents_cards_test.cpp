// Cards and searches by staff: who may, at which station, and what the audit remembers.
#include "services/residents/residents.h"
#include "services/staff/staff.h"
#include "tests/support/call_fixture.h"
#include "tests/support/invented_people.h"

namespace chunhui::residents {
namespace {

using tests::Desk;
using tests::InventedRow;
using tests::kToday;
using tests::ReasonOf;
using tests::WithStaff;

class ResidentCardsTest : public tests::CallTest {
 protected:
  ResidentCardsTest() : CallTest({kResidentsMigrations, staff::kStaffMigrations}) {
    calls::Call call = MakeCall(tests::ByOffice());
    lan_ = tests::Register(call, InventedRow());
    auto row = InventedRow("row-2", 4);
    row.set_name("王建国");
    guo_ = tests::Register(call, row);
    row = InventedRow("row-3", 6);
    row.set_station_id("station-3");
    row.set_name("王小红");
    far_ = tests::Register(call, row);
  }

  static v1::BindCardRequest Bind(const std::string& resident_id, const std::string& card) {
    v1::BindCardRequest request;
    request.set_resident_id(resident_id);
    request.set_card(card);
    return request;
  }
  static v1::BlockCardRequest Block(const std::string& card, const std::string& reason = "丢了") {
    v1::BlockCardRequest request;
    request.set_card(card);
    request.set_reason(reason);
    return request;
  }
  static v1::SearchResidentsRequest Search(const std::string& prefix, int page_size = 0,
                                           const std::string& token = "") {
    v1::SearchResidentsRequest request;
    request.set_name_prefix(prefix);
    request.set_reason("忘带卡");
    request.set_page_size(page_size);
    request.set_page_token(token);
    return request;
  }

  CardState StateOf(const std::string& card, time::Date day = kToday) {
    return FindCard(db_, card, day).value().state;
  }

  const calls::Caller staff_ = WithStaff(Desk(), v1::ROLE_STAFF);
  std::string lan_;
  std::string guo_;
  std::string far_;
};

TEST_F(ResidentCardsTest, ABoundCardFindsItsOwnerInAnyCase) {
  tests::Must(Ask(BindCard, staff_, Bind(lan_, "04a1b2c3")));
  EXPECT_EQ(FindCard(db_, "04A1B2C3", kToday).value().resident_id, lan_);
  ASSERT_EQ(last_audit_.size(), 1u);
  EXPECT_EQ(last_audit_[0].resident_id, lan_);
}

TEST_F(ResidentCardsTest, ACardOfSomebodyElseCannotBeBound) {
  EXPECT_EQ(ReasonOf(Ask(BindCard, staff_, Bind(guo_, "CARD0001"))), v1::REASON_ALREADY_BOOKED);
  EXPECT_EQ(FindCard(db_, "CARD0001", kToday).value().resident_id, lan_);
}

TEST_F(ResidentCardsTest, ABadgeOfStaffIsNobodysCard) {
  calls::Call call = MakeCall(tests::ByOffice());
  v1::Account account;
  account.set_account("li");
  staff::PutAccount(call, account, "hash", "BADGE001");
  EXPECT_EQ(ReasonOf(Ask(BindCard, staff_, Bind(guo_, "badge001"))), v1::REASON_ALREADY_BOOKED);
  EXPECT_FALSE(FindCard(db_, "BADGE001", kToday).has_value());
}

TEST_F(ResidentCardsTest, ACardIsGoodThroughItsLastDay) {
  auto request = Bind(lan_, "LASTDAY1");
  request.mutable_valid_until()->set_year(2026);
  request.mutable_valid_until()->set_month(11);
  request.mutable_valid_until()->set_day(30);
  tests::Must(Ask(BindCard, staff_, request));
  EXPECT_EQ(StateOf("LASTDAY1", {2026, 11, 30}), CardState::kGood);
  EXPECT_EQ(StateOf("LASTDAY1", {2026, 12, 1}), CardState::kExpired);
  EXPECT_EQ(StateOf("LASTDAY1", {2026, 11, 21}), CardState::kNotYetValid);
}

TEST_F(ResidentCardsTest, ABlockedCardStaysBlockedUntilStaffBindItAgain) {
  tests::Must(Ask(BlockCard, staff_, Block("card0001")));
  tests::Must(Ask(BlockCard, staff_, Block("card0001")));
  EXPECT_EQ(StateOf("CARD0001"), CardState::kBlocked);
  calls::Call import = MakeCall(tests::ByOffice());
  tests::Register(import, InventedRow());
  EXPECT_EQ(StateOf("CARD0001"), CardState::kBlocked) << "an import must not lift a block";
  tests::Must(Ask(BindCard, staff_, Bind(lan_, "CARD0001")));
  EXPECT_EQ(StateOf("CARD0001"), CardState::kGood);
}

TEST_F(ResidentCardsTest, CardsOfOtherStationsAreNotOurs) {
  EXPECT_EQ(ReasonOf(Ask(BindCard, staff_, Bind(far_, "04A1B2C3"))), v1::REASON_NOT_ALLOWED);
  EXPECT_EQ(ReasonOf(Ask(BlockCard, staff_, Block("CARD0005"))), v1::REASON_NOT_ALLOWED);
  EXPECT_EQ(StateOf("CARD0005"), CardState::kGood);
}

TEST_F(ResidentCardsTest, BadRequestsNameTheField) {
  EXPECT_EQ(tests::FieldOf(Ask(BindCard, staff_, Bind(lan_, "ABC"))), "card");
  EXPECT_EQ(tests::FieldOf(Ask(BindCard, staff_, Bind("", "04A1B2C3"))), "resident_id");
  EXPECT_EQ(ReasonOf(Ask(BindCard, staff_, Bind("nobody", "04A1B2C3"))), v1::REASON_UNKNOWN);
  auto past = Bind(lan_, "04A1B2C3");
  past.mutable_valid_until()->set_year(2026);
  past.mutable_valid_until()->set_month(11);
  past.mutable_valid_until()->set_day(21);
  EXPECT_EQ(tests::FieldOf(Ask(BindCard, staff_, past)), "valid_until");
  EXPECT_EQ(tests::FieldOf(Ask(BlockCard, staff_, Block("CARD0001", ""))), "reason");
  EXPECT_EQ(tests::FieldOf(Ask(BlockCard, staff_, Block("C", "丢了"))), "card");
  EXPECT_EQ(ReasonOf(Ask(BlockCard, staff_, Block("FFFF0000"))), v1::REASON_CARD_UNKNOWN);
}

TEST_F(ResidentCardsTest, ASearchShowsMaskedRowsOfOwnStationsOnly) {
  const auto response = tests::Must(Ask(SearchResidents, staff_, Search("王")));
  ASSERT_EQ(response.residents_size(), 2);
  const v1::ResidentRow& row = response.residents(1);
  EXPECT_EQ(row.resident_id(), lan_);
  EXPECT_EQ(row.masked_name(), "王*兰");
  EXPECT_EQ(row.masked_id_number().substr(0, 10), "110*******");
  EXPECT_EQ(row.masked_phone(), "139****0001");
  EXPECT_EQ(row.age_years(), 82);
  EXPECT_EQ(response.residents(0).resident_id(), guo_);
}

TEST_F(ResidentCardsTest, EveryRowShownIsAuditedWithTheReason) {
  tests::Must(Ask(SearchResidents, staff_, Search("王")));
  ASSERT_EQ(last_audit_.size(), 2u);
  EXPECT_EQ(last_audit_[0].reason, "忘带卡");
  EXPECT_EQ(last_audit_[1].resident_id, lan_);
  tests::Must(Ask(SearchResidents, staff_, Search("赵")));
  ASSERT_EQ(last_audit_.size(), 1u);
}

TEST_F(ResidentCardsTest, ACityRoleFindsAllPageByPage) {
  const calls::Caller city = WithStaff(Desk(), v1::ROLE_STATION_LEAD, "city");
  std::vector<std::string> found;
  std::string token;
  for (int page = 0; page < 3; ++page) {
    const auto response = tests::Must(Ask(SearchResidents, city, Search("王", 1, token)));
    ASSERT_EQ(response.residents_size(), 1);
    found.push_back(response.residents(0).resident_id());
    token = response.next_page_token();
  }
  EXPECT_EQ(token, "");
  EXPECT_EQ(found, (std::vector<std::string>{far_, guo_, lan_}));
}

TEST_F(ResidentCardsTest, ASearchNeedsANameAndAReason) {
  struct Case {
    const char* field;
    v1::SearchResidentsRequest request;
  };
  auto silent = Search("王");
  silent.set_reason("");
  const std::vector<Case> cases = {{"name_prefix", Search("")},
                                   {"name_prefix", Search("110199")},
                                   {"name_prefix", Search(std::string(61, 'a'))},
                                   {"reason", silent},
                                   {"page_size", Search("王", -1)},
                                   {"page_size", Search("王", 101)},
                                   {"page_token", Search("王", 0, "nobody")}};
  for (const Case& wrong : cases) {
    EXPECT_EQ(tests::FieldOf(Ask(SearchResidents, staff_, wrong.request)), wrong.field);
  }
}

TEST_F(ResidentCardsTest, NameDotsAndCapitalsDoNotMatterInASearch) {
  calls::Call call = MakeCall(tests::ByOffice());
  auto row = InventedRow("row-9", 8);
  row.set_name("阿依古丽•买买提");
  tests::Register(call, row);
  EXPECT_EQ(tests::Must(Ask(SearchResidents, staff_, Search("阿依古丽买"))).residents_size(), 1);
  EXPECT_EQ(tests::Must(Ask(SearchResidents, staff_, Search("阿依古丽·"))).residents_size(), 1);
}

}  // namespace
}  // namespace chunhui::residents
