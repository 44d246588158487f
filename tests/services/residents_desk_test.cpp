// The card desk: QR codes, replacing cards, seeing them, and taking a new resident in.
#include "services/residents/qr_token.h"
#include "services/residents/residents.h"
#include "services/staff/staff.h"
#include "tests/support/call_fixture.h"
#include "tests/support/invented_people.h"

namespace chunhui::residents {
namespace {

using tests::FieldOf;
using tests::InventedIdNumber;
using tests::InventedRow;
using tests::kToday;
using tests::Must;
using tests::ReasonOf;
using tests::WithStaff;

class CardDeskTest : public tests::CallTest {
 protected:
  CardDeskTest() : CallTest({kResidentsMigrations, staff::kStaffMigrations}) {
    calls::Call call = MakeCall(tests::ByOffice());
    lan_ = tests::Register(call, InventedRow());
    auto row = InventedRow("row-2", 4);
    row.set_station_id("station-3");
    far_ = tests::Register(call, row);
  }

  calls::Outcome<v1::IssueQrResponse> Issue(v1::CardKind kind = v1::CARD_KIND_QR_PHONE) {
    v1::IssueQrRequest request;
    request.set_resident_id(lan_);
    request.set_kind(kind);
    return Ask(IssueQr, staff_, request);
  }
  calls::Outcome<v1::ReplaceCardResponse> Replace(const std::string& old_card,
                                                  const std::string& new_card) {
    v1::ReplaceCardRequest request;
    request.set_resident_id(lan_);
    request.set_old_card(old_card);
    request.set_new_card(new_card);
    request.set_reason("丢了");
    return Ask(ReplaceCard, staff_, request);
  }
  std::vector<v1::ResidentCard> Cards() {
    v1::ListCardsRequest request;
    request.set_resident_id(lan_);
    request.set_reason("补卡");
    const auto response = Must(Ask(ListCards, staff_, request));
    return {response.cards().begin(), response.cards().end()};
  }
  calls::Outcome<v1::RegisterResidentResponse> TakeIn(const v1::ResidentInput& row) {
    v1::RegisterResidentRequest request;
    *request.mutable_resident() = row;
    calls::Call call = MakeCall(staff_);
    return Finish(call, RegisterResident(call, request, {}));
  }

  const calls::Caller staff_ = WithStaff(tests::Desk(), v1::ROLE_STAFF);
  std::string lan_;
  std::string far_;
};

TEST_F(CardDeskTest, AQrCodeIsShortPlainAndSaysNothingAboutItsOwner) {
  const auto code = Must(Issue());
  EXPECT_LE(code.token().size(), 200u);
  EXPECT_TRUE(code.token().starts_with("CHQ1"));
  EXPECT_EQ(code.token().find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"),
            std::string::npos);
  EXPECT_EQ(code.masked_name(), "王*兰");
  const auto claim = ReadQrToken(vault_, code.token());
  ASSERT_TRUE(claim.has_value());
  EXPECT_EQ(claim->card, code.card());
  EXPECT_EQ(claim->valid_until, kToday.AddDays(365));
  EXPECT_EQ(FindCard(db_, code.card(), kToday)->resident_id, lan_);
}

TEST_F(CardDeskTest, AQrCodeWithOneOtherLetterIsWorthNothing) {
  const std::string token = Must(Issue()).token();
  for (size_t i = 0; i < token.size(); ++i) {
    std::string changed = token;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(ReadQrToken(vault_, changed)) << i;
  }
  EXPECT_FALSE(ReadQrToken(vault_, token.substr(0, token.size() - 1)));
  EXPECT_FALSE(ReadQrToken(vault_, token + "A"));
  EXPECT_FALSE(ReadQrToken(vault_, std::string(5000, 'A')));
}

TEST_F(CardDeskTest, AQrCodeOfAnotherOfficeIsWorthNothing) {
  const secrets::Keys other = secrets::MakeKeys(random_);
  const secrets::Vault stranger(other, random_);
  EXPECT_FALSE(ReadQrToken(vault_, MakeQrToken(stranger, random_, kToday).text));
  EXPECT_TRUE(ReadQrToken(vault_, MakeQrToken(vault_, random_, kToday).text));
}

TEST_F(CardDeskTest, AQrCodeIsGoodForThreeYearsAtMost) {
  v1::IssueQrRequest request;
  request.set_resident_id(lan_);
  request.set_kind(v1::CARD_KIND_QR_CARD);
  for (const int year : {2025, 2031}) {
    request.mutable_valid_until()->set_year(year);
    request.mutable_valid_until()->set_month(1);
    request.mutable_valid_until()->set_day(1);
    EXPECT_EQ(FieldOf(Ask(IssueQr, staff_, request)), "valid_until");
  }
  EXPECT_EQ(FieldOf(Issue(v1::CARD_KIND_UNSPECIFIED)), "kind");
}

TEST_F(CardDeskTest, ReplacingBlocksTheOldCardAndBindsTheNew) {
  Must(Replace("CARD0001", "04A1B2C3"));
  EXPECT_EQ(FindCard(db_, "CARD0001", kToday)->state, CardState::kBlocked);
  EXPECT_EQ(FindCard(db_, "04A1B2C3", kToday)->resident_id, lan_);
  const auto cards = Cards();
  ASSERT_EQ(cards.size(), 2u);
  EXPECT_EQ(cards[0].card(), "04A1B2C3");
  EXPECT_EQ(cards[0].state(), v1::CARD_STATE_GOOD);
  EXPECT_EQ(cards[1].state(), v1::CARD_STATE_BLOCKED);
  EXPECT_EQ(cards[1].blocked_reason(), "丢了");
}

TEST_F(CardDeskTest, BesideAVisitTheCardsAreThoseOfTheResidentWhoStandsThere) {
  v1::ListCardsRequest request;
  request.set_reason("补卡");
  const calls::Caller beside =
      WithStaff(tests::OnVisit(tests::Kiosk(), lan_, v1::ASSURANCE_VOUCHED), v1::ROLE_STAFF);
  const auto response = Must(Ask(ListCards, beside, request));
  EXPECT_EQ(response.resident_id(), lan_);
  EXPECT_EQ(response.masked_name(), "王*兰奶奶");
  ASSERT_EQ(response.cards_size(), 1);
  EXPECT_EQ(response.cards(0).valid_from().day(), kToday.day);
  EXPECT_EQ(last_audit_.at(0).resident_id, lan_);
  EXPECT_EQ(last_audit_.at(0).reason, "补卡");
}

TEST_F(CardDeskTest, WithoutAVisitSomebodyMustBeNamed) {
  v1::ListCardsRequest request;
  request.set_reason("补卡");
  EXPECT_EQ(ReasonOf(Ask(ListCards, staff_, request)), v1::REASON_VISIT_ENDED);
}

TEST_F(CardDeskTest, OnlyTheOwnersCardIsReplacedAndOnlyByAFreeOne) {
  EXPECT_EQ(ReasonOf(Replace("CARD0003", "04A1B2C3")), v1::REASON_CARD_UNKNOWN);
  EXPECT_EQ(ReasonOf(Replace("CARD0001", "CARD0003")), v1::REASON_ALREADY_BOOKED);
  EXPECT_EQ(FieldOf(Replace("CARD0001", "card0001")), "new_card");
  EXPECT_EQ(FieldOf(Replace("CARD0001", "x")), "new_card");
}

TEST_F(CardDeskTest, TheCardsOfAnotherStationAreNobodysBusinessHere) {
  v1::ListCardsRequest request;
  request.set_resident_id(far_);
  request.set_reason("看看");
  EXPECT_EQ(ReasonOf(Ask(ListCards, staff_, request)), v1::REASON_NOT_ALLOWED);
  EXPECT_EQ(last_audit_.at(0).resident_id, far_);
  request.set_reason("");
  EXPECT_EQ(FieldOf(Ask(ListCards, staff_, request)), "reason");
  v1::IssueQrRequest issue;
  issue.set_resident_id(far_);
  issue.set_kind(v1::CARD_KIND_QR_CARD);
  EXPECT_EQ(ReasonOf(Ask(IssueQr, staff_, issue)), v1::REASON_NOT_ALLOWED);
}

TEST_F(CardDeskTest, ANewResidentIsTakenInAtTheTerminal) {
  auto row = InventedRow("", 8);
  row.clear_station_id();
  row.set_name("赵桂英");
  const auto taken = Must(TakeIn(row));
  EXPECT_EQ(taken.masked_name(), "赵*英奶奶");
  EXPECT_EQ(FindResident(db_, taken.resident_id())->station_id, "station-1");
  EXPECT_EQ(FindCard(db_, row.cards(0), kToday)->resident_id, taken.resident_id());
}

TEST_F(CardDeskTest, NobodyIsTakenInTwiceOrWithAWrongNumber) {
  auto row = InventedRow("");
  EXPECT_EQ(ReasonOf(TakeIn(row)), v1::REASON_ALREADY_BOOKED);
  row.set_id_number("110199194302280012");
  EXPECT_EQ(FieldOf(TakeIn(row)), "resident.id_number");
  row = InventedRow("", 8);
  row.set_station_id("station-3");
  EXPECT_EQ(FieldOf(TakeIn(row)), "resident.station_id");
  row.set_source_key("mine");
  EXPECT_EQ(FieldOf(TakeIn(row)), "resident.source_key");
}

}  // namespace
}  // namespace chunhui::residents
