// Wrong tries: who waits, how long, and who is spared.
#include "tests/services/visits_fixture.h"

namespace chunhui::visits {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using tests::InventedRow;
using tests::ReasonOf;

class TriesTest : public VisitsTest {
 protected:
  void TryWrongCards(int times) {
    for (int i = 0; i < times; ++i) {
      ASSERT_EQ(ReasonOf(ByCard("FFFF0000")), v1::REASON_CARD_UNKNOWN);
    }
  }
  int SecondsRefused() {
    const auto outcome = ByCard("CARD0001");
    return outcome.ok() ? 0 : outcome.refusal().retry_after_seconds;
  }
};

TEST_F(TriesTest, FourWrongTriesCostNothingAndTheFifthAMinute) {
  TryWrongCards(4);
  EXPECT_EQ(SecondsRefused(), 0);
  TryWrongCards(1);
  EXPECT_EQ(ReasonOf(ByCard("CARD0001")), v1::REASON_TOO_MANY_TRIES);
  EXPECT_EQ(SecondsRefused(), 60);
}

TEST_F(TriesTest, TheWaitEndsByItself) {
  TryWrongCards(5);
  clock_.Advance(seconds(59));
  EXPECT_EQ(SecondsRefused(), 1);
  clock_.Advance(seconds(1));
  EXPECT_EQ(SecondsRefused(), 0);
}

TEST_F(TriesTest, WaitsGrowToAQuarterOfAnHourAndAreForgivenLater) {
  TryWrongCards(5);
  for (const int expected : {2, 4, 8, 15, 15}) {
    clock_.Advance(seconds(SecondsRefused()));
    // Long waits outlast the window, so it may take five again.
    while (SecondsRefused() == 0) TryWrongCards(1);
    EXPECT_EQ(SecondsRefused(), expected * 60);
  }
  clock_.Advance(minutes(15) + std::chrono::hours(1));
  TryWrongCards(5);
  EXPECT_EQ(SecondsRefused(), 60);
}

TEST_F(TriesTest, TriesFarApartCostNothing) {
  for (int i = 0; i < 20; ++i) {
    TryWrongCards(1);
    clock_.Advance(minutes(3));
  }
  EXPECT_EQ(SecondsRefused(), 0);
}

TEST_F(TriesTest, OneKioskWaitsAloneAndOnlyForCards) {
  TryWrongCards(5);
  v1::RecogniseRequest request;
  request.set_card("CARD0001");
  EXPECT_TRUE(Ask(Recognise, other_kiosk_, request).ok());
  EXPECT_TRUE(ByPhone("13900000001").ok());
  calls::Call call = MakeCall(tests::ByOffice());
  v1::Account account;
  account.set_account("li");
  staff::PutAccount(call, account, "hash", "BADGE001");
  EXPECT_TRUE(ByCard("BADGE001").ok());
  EXPECT_TRUE(ByVoucher(tests::WithStaff(kiosk_, v1::ROLE_STAFF), lan_).ok());
}

TEST_F(TriesTest, WrongNumbersOfEitherKindCountTogether) {
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(ByPhone("13911112222").ok());
  for (int i = 0; i < 2; ++i) EXPECT_FALSE(ById(tests::InventedIdNumber({1950, 1, 1}, 9)).ok());
  EXPECT_EQ(ReasonOf(ByPhone("13900000001")), v1::REASON_TOO_MANY_TRIES);
  EXPECT_EQ(ReasonOf(ById(InventedRow().id_number())), v1::REASON_TOO_MANY_TRIES);
  EXPECT_TRUE(ByCard("CARD0001").ok());
}

TEST_F(TriesTest, MistypedNumbersAreNoWrongTries) {
  for (int i = 0; i < 10; ++i) EXPECT_FALSE(ById("110199194302280012").ok());
  EXPECT_TRUE(ByPhone("13900000001").ok());
}

TEST_F(TriesTest, NobodyCanGoOnAskingWhoIsBehindANumber) {
  v1::RecogniseRequest request;
  request.set_phone("13900000001");
  for (int i = 0; i < 5; ++i) {
    EXPECT_TRUE(Ask(Recognise, tests::Kiosk("hall-" + std::to_string(i)), request).ok());
  }
  EXPECT_EQ(ReasonOf(ByPhone("13900000001")), v1::REASON_TOO_MANY_TRIES);
  EXPECT_TRUE(ByCard("CARD0001").ok()) << "who holds the card is spared";
}

TEST_F(TriesTest, SayingYesForgivesTheTriesOfTheResident) {
  for (int i = 0; i < 20; ++i) Visit(ByPhone("13900000001"));
  EXPECT_TRUE(ByPhone("13900000001").ok());
}

TEST_F(TriesTest, PruningForgivesNothingThatStillHolds) {
  TryWrongCards(5);
  Prune(db_, clock_.now());
  EXPECT_EQ(SecondsRefused(), 60);
  clock_.Advance(std::chrono::hours(2));
  Prune(db_, clock_.now());
  auto query =
      db_.Prepare("SELECT (SELECT count(*) FROM waits) + (SELECT count(*) FROM wrong_tries)");
  query.Step();
  EXPECT_EQ(query.Int(0), 0);
}

}  // namespace
}  // namespace chunhui::visits
