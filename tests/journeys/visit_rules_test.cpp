// The rules of a visit, at the kiosk: a no leaves nothing, tries cost growing waits that a restart
// does not forgive, and a closed record is met with kind words and a person.
#include <gtest/gtest.h>

#include "kiosk/visit/evidence.h"
#include "services/residents/residents.h"
#include "tests/support/every_file.h"
#include "tests/support/pilot.h"

namespace chunhui::tests {
namespace {

using std::chrono::seconds;

constexpr char kLiIdNumber[] = "110199194708120114";

class VisitRules : public ::testing::Test {
 protected:
  void TypesPhone(std::string_view digits) {
    visitor_.Taps("idle.start");
    visitor_.Taps("who.phone");
    visitor_.Keys("who.key", digits);
    visitor_.Taps("who.ok");
  }
  void SetState(std::string_view id_number, residents::ResidentState state) {
    town_.office().dispatcher().RunAsOffice("test/state", [&](calls::Call& call) {
      const auto found = residents::FindByIdNumber(call, id_number);
      residents::SetState(call, found.value().resident_id, state);
    });
  }
  void ExpectNothingLeft(const std::vector<std::string>& secrets) {
    const visit::Visit& visit = visitor_.app().visit();
    EXPECT_FALSE(visit.open());
    EXPECT_TRUE(visit.candidates().empty());
    EXPECT_EQ(visit.token() + visit.card() + visit.display_name(), "");
    const std::string disk = EveryFileOf(visitor_.folder());
    const std::string shown = kit::ToJson(visitor_.record(), 0);
    for (const std::string& secret : secrets) {
      EXPECT_EQ(disk.find(secret), std::string::npos) << "on the disk: " << secret;
      EXPECT_EQ(shown.find(secret), std::string::npos) << "on the screen: " << secret;
    }
  }

  SmallTown town_;
  Pilot visitor_{town_};
};

TEST_F(VisitRules, NotMeAfterACardClosesAtOnceAndLeavesNothing) {
  visitor_.Shows(kWangCard);
  ASSERT_EQ(visitor_.Where(), "is_this_you.one") << visitor_.Screen();
  visitor_.Taps("you.no");
  EXPECT_EQ(visitor_.Where(), "who.card") << visitor_.Screen();
  ExpectNothingLeft({"王*兰", "王桂兰", kWangCard});
}

TEST_F(VisitRules, NotMeAfterANumberClosesAtOnceAndLeavesNothing) {
  TypesPhone(kWangPhone);
  ASSERT_EQ(visitor_.Where(), "is_this_you.one") << visitor_.Screen();
  visitor_.Taps("you.no");
  EXPECT_EQ(visitor_.Where(), "who.card") << visitor_.Screen();
  visitor_.Taps("who.phone");
  ExpectNothingLeft({"王*兰", "154 0000", kWangPhone});
}

TEST_F(VisitRules, NobodyCanGoOnAskingWhoIsBehindAPhone) {
  for (int i = 0; i < 5; ++i) {
    TypesPhone(kWangPhone);
    visitor_.Taps("you.no");
    visitor_.Taps("bar.home");
  }
  TypesPhone(kWangPhone);
  EXPECT_TRUE(visitor_.Sees("我请人来帮您")) << visitor_.Screen();
  EXPECT_TRUE(visitor_.CanTap("who.call"));
  EXPECT_FALSE(visitor_.Sees("王")) << visitor_.Screen();
}

TEST_F(VisitRules, AClosedRecordIsMetWithKindWordsAndAPersonWhateverIsShown) {
  for (const auto state :
       {residents::ResidentState::kBlocked, residents::ResidentState::kDeceased}) {
    SetState(kLiIdNumber, state);
    for (const std::string& shown : {std::string(kLiCard), visit::ShownDocument(kLiIdNumber)}) {
      visitor_.Shows(shown);
      EXPECT_EQ(visitor_.Where(), "who.trouble") << visitor_.Screen();
      EXPECT_TRUE(visitor_.Sees("您的登记要请人看一下")) << visitor_.Screen();
      EXPECT_FALSE(visitor_.Sees("李")) << visitor_.Screen();
      visitor_.Taps("who.call");
      EXPECT_TRUE(visitor_.Where().starts_with("help.")) << visitor_.Screen();
      EXPECT_GT(visitor_.bell().count(), 0);
      visitor_.Taps("bar.home");
    }
  }
}

TEST_F(VisitRules, ARecordThatIsClosedBeforeTheYesBeginsNoVisit) {
  visitor_.Shows(kLiCard);
  SetState(kLiIdNumber, residents::ResidentState::kDeceased);
  visitor_.Taps("you.yes");
  EXPECT_FALSE(visitor_.app().visit().open());
  EXPECT_TRUE(visitor_.CanTap("you.help")) << visitor_.Screen();
}

TEST_F(VisitRules, ABlockedCardIsMetWithKindWordsAndAPerson) {
  visitor_.Shows(kLostCard);
  EXPECT_TRUE(visitor_.Sees("这张卡停用了，我请人帮您看看")) << visitor_.Screen();
  EXPECT_FALSE(visitor_.Sees("王")) << visitor_.Screen();
  EXPECT_TRUE(visitor_.CanTap("who.call"));
}

// Without a kiosk of ours, which would not outlive the office.
TEST(Waits, OfAResidentGrowAndStandInTheBooks) {
  SmallTown town;
  // From a kiosk of its own each: the wait is hers, not theirs.
  int kiosk_number = 0;
  const auto ask = [&] {
    demo::TownCaller kiosk(
        town.office().dispatcher(), town.random(),
        {calls::DeviceKind::kKiosk, kStation, ++kiosk_number % 2 == 0 ? "hall-1" : "canteen-1"});
    v1::RecogniseRequest request;
    request.set_phone(kWangPhone);
    return kiosk.Try<v1::RecogniseResponse>("VisitService/Recognise", request).has_value();
  };
  for (const int minutes : {1, 2, 4}) {
    for (int tries = 0; ask(); ++tries) ASSERT_LT(tries, 5);
    town.Restart();
    town.clock().Advance(seconds(60 * minutes - 1));
    EXPECT_FALSE(ask()) << minutes << " minutes, and a restart forgives none";
    town.clock().Advance(seconds(1));
    EXPECT_TRUE(ask()) << minutes;
  }
}

}  // namespace
}  // namespace chunhui::tests
