// Evidence beyond cards and typed numbers: QR codes, ID cards that were read, social-security
// cards.
#include "tests/services/visits_fixture.h"

namespace chunhui::visits {
namespace {

using tests::FieldOf;
using tests::InventedIdNumber;
using tests::InventedRow;
using tests::Must;
using tests::ReasonOf;
using tests::WithStaff;

class EvidenceTest : public VisitsTest {
 protected:
  v1::IssueQrResponse Issue(time::Date until = tests::kToday.AddDays(30)) {
    v1::IssueQrRequest request;
    request.set_resident_id(lan_);
    request.set_kind(v1::CARD_KIND_QR_PHONE);
    request.mutable_valid_until()->set_year(until.year);
    request.mutable_valid_until()->set_month(until.month);
    request.mutable_valid_until()->set_day(until.day);
    return Must(Ask(residents::IssueQr, WithStaff(kiosk_, v1::ROLE_STAFF), request));
  }
  calls::Outcome<v1::RecogniseResponse> ByQr(const std::string& token) {
    v1::RecogniseRequest request;
    request.set_qr(token);
    return Ask(Recognise, kiosk_, request);
  }
  calls::Outcome<v1::RecogniseResponse> ByDocument(const std::string& number) {
    v1::RecogniseRequest request;
    request.set_document_number(number);
    return Ask(Recognise, kiosk_, request);
  }
  calls::Outcome<v1::RecogniseResponse> BySocialSecurity(const std::string& card,
                                                         const std::string& holder) {
    v1::RecogniseRequest request;
    request.set_card(card);
    request.set_card_holder_number(holder);
    return Ask(Recognise, kiosk_, request);
  }
};

TEST_F(EvidenceTest, AQrCodeBeginsAVisitLikeACard) {
  const auto visit = Visit(ByQr(Issue().token()));
  EXPECT_EQ(visit.visitor().assurance(), v1::ASSURANCE_CARD);
  EXPECT_EQ(visit.visitor().display_name(), "王*兰奶奶");
}

TEST_F(EvidenceTest, EveryCopyOfARevokedCodeIsWorthless) {
  const auto code = Issue();
  const std::string copy = code.token();
  EXPECT_TRUE(ByQr(copy).ok());
  Block(code.card());
  EXPECT_EQ(ReasonOf(ByQr(copy)), v1::REASON_CARD_BLOCKED);
  EXPECT_TRUE(ByQr(Issue().token()).ok()) << "a new code is another one";
}

TEST_F(EvidenceTest, ACodeIsGoodToTheEndOfItsLastDay) {
  const std::string token = Issue(tests::kToday.AddDays(1)).token();
  clock_.Advance(std::chrono::hours(38));
  EXPECT_TRUE(ByQr(token).ok()) << "23:00 of the last day";
  clock_.Advance(std::chrono::hours(1));
  EXPECT_EQ(ReasonOf(ByQr(token)), v1::REASON_CARD_EXPIRED);
}

TEST_F(EvidenceTest, AForgedCodeIsAWrongTry) {
  std::string forged = Issue().token();
  forged.back() = forged.back() == 'A' ? 'B' : 'A';
  for (int i = 0; i < 5; ++i) EXPECT_EQ(ReasonOf(ByQr(forged)), v1::REASON_CARD_UNKNOWN);
  EXPECT_EQ(ReasonOf(ByQr(forged)), v1::REASON_TOO_MANY_TRIES);
  EXPECT_EQ(FieldOf(ByQr("http://example.org")), "qr");
}

TEST_F(EvidenceTest, AnIdCardThatWasReadIsADocument) {
  const auto visit = Visit(ByDocument(InventedRow().id_number()));
  EXPECT_EQ(visit.visitor().assurance(), v1::ASSURANCE_DOCUMENT);
  EXPECT_EQ(ReasonOf(ByDocument(InventedIdNumber({1950, 1, 1}, 9))), v1::REASON_NUMBER_UNKNOWN);
  EXPECT_EQ(FieldOf(ByDocument("110199194302280012")), "document_number");
}

TEST_F(EvidenceTest, ASocialSecurityCardThatNobodyBoundKnowsItsHolder) {
  const auto visit = Visit(BySocialSecurity("A12345678", InventedRow().id_number()));
  EXPECT_EQ(visit.visitor().assurance(), v1::ASSURANCE_CARD);
  EXPECT_EQ(ReasonOf(BySocialSecurity("A12345678", "")), v1::REASON_CARD_UNKNOWN);
  calls::Call call = MakeCall(tests::ByOffice());
  Must(residents::BindCardTo(call, lan_, "A12345678", {}));
  Block("A12345678");
  EXPECT_EQ(ReasonOf(BySocialSecurity("A12345678", InventedRow().id_number())),
            v1::REASON_CARD_BLOCKED);
  v1::RecogniseRequest request;
  request.set_phone("13900000001");
  request.set_card_holder_number(InventedRow().id_number());
  EXPECT_EQ(FieldOf(Ask(Recognise, kiosk_, request)), "card_holder_number");
}

TEST_F(EvidenceTest, AVouchedVisitNamesBothInTheAudit) {
  const auto staff = WithStaff(kiosk_, v1::ROLE_GRID_WORKER);
  const auto found = Must(ByVoucher(staff, lan_, "忘带卡"));
  EXPECT_EQ(last_audit_.at(0).reason, "忘带卡");
  const auto visit = Must(Yes(found, kiosk_));
  EXPECT_EQ(visit.visitor().assurance(), v1::ASSURANCE_VOUCHED);
  EXPECT_EQ(last_audit_.at(0).resident_id, lan_);
  EXPECT_EQ(last_audit_.at(0).reason, "vouched by li");
  EXPECT_EQ(On(visit.visit_token()).Actor(), "staff:li@kiosk:hall-1");
}

TEST_F(EvidenceTest, NobodyCanGoOnAskingWhoSharesAPhone) {
  auto row = InventedRow("row-2", 4);
  row.set_name("李建国");
  Add(row);
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(ByPhone("13900000001").ok());
  EXPECT_EQ(ReasonOf(ByPhone("13900000001")), v1::REASON_TOO_MANY_TRIES);
}

TEST_F(EvidenceTest, ACoupleWithOnePhoneIsNeverKeptWaiting) {
  auto row = InventedRow("row-2", 4);
  row.set_name("李建国");
  Add(row);
  for (int i = 0; i < 20; ++i) Visit(ByPhone("13900000001"));
  EXPECT_TRUE(ByPhone("13900000001").ok());
}

}  // namespace
}  // namespace chunhui::visits
