// Finding out who is there: what each evidence leads to, what is refused, and what is never told.
#include "tests/services/visits_fixture.h"

namespace chunhui::visits {
namespace {

using tests::FieldOf;
using tests::InventedIdNumber;
using tests::InventedRow;
using tests::Must;
using tests::ReasonOf;
using tests::WithStaff;

class RecogniseTest : public VisitsTest {
 protected:
  void Close(const std::string& resident_id) {
    calls::Call call = MakeCall(tests::ByOffice());
    residents::SetState(call, resident_id, residents::ResidentState::kDeceased);
  }
};

TEST_F(RecogniseTest, AnyEvidenceOfTheRightPersonTellsAMaskedNameOnly) {
  const std::vector<calls::Outcome<v1::RecogniseResponse>> found = {
      ByCard("card0001"), ById(InventedRow().id_number()), ByPhone("139 0000 0001")};
  for (const auto& outcome : found) {
    const auto response = Must(outcome);
    ASSERT_EQ(response.candidates_size(), 1);
    EXPECT_EQ(response.candidates(0).masked_name(), "王*兰奶奶");
    EXPECT_EQ(response.candidates(0).id_suffix(), "");
    EXPECT_EQ(response.candidates(0).token().find(lan_), std::string::npos);
  }
}

TEST_F(RecogniseTest, TypingMistakesInANumberAreForgivenOrNamed) {
  const std::string number = InventedRow().id_number();
  EXPECT_TRUE(ById(number.substr(0, 6) + " " + number.substr(6)).ok());
  EXPECT_TRUE(ById(number.substr(0, 6) + number.substr(8, 9)).ok()) << "15 digits";
  EXPECT_EQ(FieldOf(ById("110199194302280012")), "id_number");
  EXPECT_EQ(FieldOf(ById(number.substr(1))), "id_number");
  EXPECT_EQ(FieldOf(ById(std::string(5000, '1'))), "id_number");
  EXPECT_EQ(FieldOf(ByPhone("1390000")), "phone");
  EXPECT_EQ(FieldOf(ByPhone("120")), "phone");
  EXPECT_EQ(FieldOf(ByCard("")), "card");
  EXPECT_EQ(FieldOf(ByCard("a-b-c")), "card");
  EXPECT_EQ(FieldOf(Ask(Recognise, kiosk_, v1::RecogniseRequest())), "evidence");
}

TEST_F(RecogniseTest, MessagesForDevelopersNeverHoldWhatWasTyped) {
  const std::string wrong = "110199194302280012";
  EXPECT_EQ(ById(wrong).refusal().message.find(wrong), std::string::npos);
  EXPECT_EQ(ByPhone("13911112222").refusal().message.find("1391"), std::string::npos);
}

TEST_F(RecogniseTest, UnknownEvidenceIsRefusedByKind) {
  EXPECT_EQ(ReasonOf(ByCard("FFFF0000")), v1::REASON_CARD_UNKNOWN);
  EXPECT_EQ(ReasonOf(ById(InventedIdNumber({1950, 1, 1}, 9))), v1::REASON_NUMBER_UNKNOWN);
  EXPECT_EQ(ReasonOf(ByPhone("13911112222")), v1::REASON_NUMBER_UNKNOWN);
}

TEST_F(RecogniseTest, BlockedAndExpiredCardsAreRefusedWithTheirReason) {
  calls::Call call = MakeCall(tests::ByOffice());
  Must(residents::BindCardTo(call, lan_, "OLDCARD1", tests::kToday.AddDays(-1)));
  EXPECT_EQ(ReasonOf(ByCard("OLDCARD1")), v1::REASON_CARD_EXPIRED);
  Block("CARD0001");
  EXPECT_EQ(ReasonOf(ByCard("CARD0001")), v1::REASON_CARD_BLOCKED);
  ASSERT_EQ(last_audit_.size(), 1u);
  EXPECT_EQ(last_audit_[0].resident_id, lan_);
}

TEST_F(RecogniseTest, AClosedRecordIsRefusedWhateverTheEvidence) {
  Close(lan_);
  EXPECT_EQ(ReasonOf(ByCard("CARD0001")), v1::REASON_RESIDENT_CLOSED);
  EXPECT_EQ(ReasonOf(ById(InventedRow().id_number())), v1::REASON_RESIDENT_CLOSED);
  EXPECT_EQ(ReasonOf(ByPhone("13900000001")), v1::REASON_RESIDENT_CLOSED);
  EXPECT_EQ(ReasonOf(ByVoucher(WithStaff(kiosk_, v1::ROLE_STAFF), lan_)),
            v1::REASON_RESIDENT_CLOSED);
}

TEST_F(RecogniseTest, ASharedPhoneOffersEveryLivingHolderWithTheEndOfTheNumber) {
  auto row = InventedRow("row-2", 4);
  row.set_name("李建国");
  Add(row);
  Close(Add(InventedRow("row-3", 6)));
  const auto response = Must(ByPhone("13900000001"));
  ASSERT_EQ(response.candidates_size(), 2);
  EXPECT_EQ(response.candidates(0).id_suffix(), InventedRow().id_number().substr(14));
  EXPECT_EQ(response.candidates(1).masked_name().substr(0, 3), "李");
  EXPECT_EQ(response.candidates(1).id_suffix(), row.id_number().substr(14));
}

TEST_F(RecogniseTest, EveryCandidateIsAudited) {
  EXPECT_TRUE(ByPhone("13900000001").ok());
  ASSERT_EQ(last_audit_.size(), 1u);
  EXPECT_EQ(last_audit_[0].resident_id, lan_);
  EXPECT_FALSE(ByPhone("13911112222").ok());
  ASSERT_EQ(last_audit_.size(), 1u);
  EXPECT_EQ(last_audit_[0].resident_id, "");
}

TEST_F(RecogniseTest, ABadgeOfStaffIsNamedAndIsNoWrongTry) {
  calls::Call call = MakeCall(tests::ByOffice());
  v1::Account account;
  account.set_account("li");
  staff::PutAccount(call, account, "hash", "BADGE001");
  for (int i = 0; i < 10; ++i) {
    const auto response = Must(ByCard("badge001"));
    EXPECT_TRUE(response.staff_badge());
    EXPECT_EQ(response.candidates_size(), 0);
  }
  EXPECT_FALSE(Must(ByCard("CARD0001")).staff_badge());
  account.set_closed(true);
  staff::PutAccount(call, account, "hash", "BADGE001");
  EXPECT_EQ(ReasonOf(ByCard("BADGE001")), v1::REASON_CARD_UNKNOWN);
}

TEST_F(RecogniseTest, StaffVouchWithAReasonWithinTheirStations) {
  const auto staff = WithStaff(kiosk_, v1::ROLE_STAFF);
  EXPECT_TRUE(ByVoucher(staff, lan_).ok());
  EXPECT_EQ(last_audit_.at(0).reason, "忘带卡");
  EXPECT_EQ(FieldOf(ByVoucher(staff, lan_, "")), "voucher_reason");
  EXPECT_EQ(FieldOf(ByVoucher(staff, lan_, std::string(201, 'x'))), "voucher_reason");
  EXPECT_EQ(ReasonOf(ByVoucher(staff, "nobody")), v1::REASON_UNKNOWN);
  EXPECT_EQ(ReasonOf(ByVoucher(kiosk_, lan_)), v1::REASON_SESSION_ENDED);
  const auto elsewhere = WithStaff(kiosk_, v1::ROLE_STAFF, "station-2");
  EXPECT_EQ(ReasonOf(ByVoucher(elsewhere, lan_)), v1::REASON_NOT_ALLOWED);
  const auto kitchen = WithStaff(kiosk_, v1::ROLE_KITCHEN);
  EXPECT_EQ(ReasonOf(ByVoucher(kitchen, lan_)), v1::REASON_NOT_ALLOWED);
}

TEST_F(RecogniseTest, AVoucherReasonWithoutAVoucherIsMalformed) {
  v1::RecogniseRequest request;
  request.set_card("CARD0001");
  request.set_voucher_reason("x");
  EXPECT_EQ(FieldOf(Ask(Recognise, kiosk_, request)), "voucher_reason");
}

}  // namespace
}  // namespace chunhui::visits
