// The card desk in the staff's panel: whose cards, what may be done, what is refused, and that
// nothing is left of it.
#include <gtest/gtest.h>

#include "chunhui/v1/audit.pb.h"
#include "core/secrets/pin.h"
#include "services/staff/staff.h"
#include "tests/support/every_file.h"
#include "tests/support/pilot.h"

namespace chunhui::tests {
namespace {

using std::chrono::seconds;

constexpr char kNewCard[] = "04A1B2C3D4";
constexpr char kVolunteer[] = "3001";

class CardDeskPanel : public ::testing::Test {
 protected:
  void SignIn() {
    visitor_.Shows(kStaffBadge);
    visitor_.Keys("staff.key", kStaffPin);
    visitor_.Taps("staff.sign_in");
  }
  // Beside the visit of 李德福.
  void OpenBesideLi() {
    visitor_.Shows(kLiCard);
    visitor_.Taps("you.yes");
    SignIn();
    visitor_.Taps("staff.cards");
  }
  // Without a visit: found by the first letters of the name.
  void OpenFound(std::string_view letters, std::string_view why) {
    SignIn();
    visitor_.Taps("staff.cards");
    for (const char letter : letters) visitor_.Taps(std::string("staff.key.") + letter);
    visitor_.Taps("staff.look");
    visitor_.Taps("staff.person.1");
    visitor_.Taps(why);
  }
  void Lays(const std::string& card) {
    visitor_.Taps("staff.cards.bind");
    visitor_.Shows(card);
  }
  // Reasons of all rows of the audit with this action.
  std::vector<std::string> Audited(const std::string& action) {
    std::vector<std::string> reasons;
    const auto rows =
        town_.admin().Call<v1::ListAuditResponse>("AuditService/ListAudit", v1::ListAuditRequest());
    for (const auto& row : rows.rows()) {
      const bool here = row.actor() == "staff:li@kiosk:hall-1";
      if (here && row.action().ends_with(action)) reasons.push_back(row.reason());
    }
    return reasons;
  }
  void PutVolunteer() {
    town_.office().dispatcher().RunAsOffice("test/volunteer", [&](calls::Call& call) {
      v1::Account account;
      account.set_account(kVolunteer);
      account.set_called("小周");
      account.set_role(v1::ROLE_VOLUNTEER);
      account.set_station_id(kStation);
      staff::PutAccount(call, account, secrets::HashPin(kStaffPin, town_.random()), "");
    });
  }

  SmallTown town_;
  Pilot visitor_{town_};
};

TEST_F(CardDeskPanel, BesideAVisitTheCardsOfWhoStandsThereComeAtOnce) {
  OpenBesideLi();
  EXPECT_TRUE(visitor_.Sees("李*福爷爷")) << visitor_.Screen();
  EXPECT_TRUE(visitor_.CanTap("staff.card.1")) << visitor_.Screen();
  EXPECT_FALSE(visitor_.CanTap("staff.card.2"));
  EXPECT_EQ(Audited("ListCards"), std::vector<std::string>{"本人在旁边办卡"});
}

TEST_F(CardDeskPanel, WithoutAVisitTheOwnerIsFoundAndTheReasonIsKept) {
  OpenFound("WGL", "staff.why.1");
  EXPECT_TRUE(visitor_.Sees("王*兰奶奶")) << visitor_.Screen();
  EXPECT_FALSE(visitor_.Sees("王桂兰"));
  EXPECT_FALSE(visitor_.app().visit().open()) << "looking at cards begins no visit";
  EXPECT_EQ(Audited("ListCards"), std::vector<std::string>{"卡丢了"});
}

TEST_F(CardDeskPanel, SomebodyElsesCardsAreOneKeyAway) {
  OpenBesideLi();
  visitor_.Taps("staff.cards.other");
  for (const char* letter : {"Z", "G", "Q"}) visitor_.Taps(std::string("staff.key.") + letter);
  visitor_.Taps("staff.look");
  visitor_.Taps("staff.person.1");
  visitor_.Taps("staff.why.2");
  EXPECT_TRUE(visitor_.Sees("赵*强")) << visitor_.Screen();
  EXPECT_EQ(visitor_.app().visit().display_name(), "李*福爷爷") << "the visit goes on beside";
}

TEST_F(CardDeskPanel, ReplacingStopsTheOldCardAndBindsTheNewInOneWrite) {
  OpenBesideLi();
  visitor_.Taps("staff.card.1");
  visitor_.Taps("staff.card.replace");
  visitor_.Shows(kNewCard);
  EXPECT_TRUE(visitor_.Sees("换好了")) << visitor_.Screen();
  EXPECT_TRUE(visitor_.Sees("尾号C3D4")) << visitor_.Screen();
  EXPECT_TRUE(visitor_.Sees("停用了：补卡")) << visitor_.Screen();
  EXPECT_TRUE(Audited("BindCard").empty());
  EXPECT_EQ(Audited("ReplaceCard").size(), 2u);
}

TEST_F(CardDeskPanel, ACardOfSomebodyElseIsRefusedKindlyWithACode) {
  OpenBesideLi();
  Lays(kWangCard);
  EXPECT_TRUE(visitor_.Sees("C-01")) << visitor_.Screen();
  EXPECT_FALSE(visitor_.Sees("王")) << "whose it is, is nobody's business";
  visitor_.Shows(kStaffBadge);
  EXPECT_TRUE(visitor_.Sees("C-01")) << "a badge stays a badge\n" << visitor_.Screen();
  visitor_.Shows(kNewCard);
  EXPECT_TRUE(visitor_.Sees("绑好了")) << visitor_.Screen();
}

TEST_F(CardDeskPanel, WhatIsBoundAlreadyOrIsNoServiceCardIsSaidWithoutAsking) {
  OpenBesideLi();
  Lays(kLiCard);
  EXPECT_TRUE(visitor_.Sees("这张卡就是他的")) << visitor_.Screen();
  visitor_.Shows("document=110199194302280011@何玉珍");
  EXPECT_TRUE(visitor_.Sees("C-03")) << visitor_.Screen();
  EXPECT_TRUE(visitor_.app().visit().open()) << "no other visit begins over the desk";
  EXPECT_TRUE(Audited("BindCard").empty());
}

TEST_F(CardDeskPanel, ACardIsOnlyBoundWhereThePageAsksForIt) {
  OpenBesideLi();
  visitor_.Shows(kNewCard);
  EXPECT_TRUE(visitor_.Sees("先按绑新卡")) << visitor_.Screen();
  EXPECT_TRUE(Audited("BindCard").empty());
}

TEST_F(CardDeskPanel, ALostAnswerIsAskedForAgainAndTheCardIsBoundOnce) {
  OpenBesideLi();
  visitor_.wire().LoseAnswers(office::kBindCard.name, 1);
  Lays(kNewCard);
  EXPECT_TRUE(visitor_.Sees("还不知道办好没有")) << visitor_.Screen();
  visitor_.Taps("staff.cards.again");
  EXPECT_TRUE(visitor_.Sees("绑好了")) << visitor_.Screen();
  EXPECT_EQ(Audited("BindCard").size(), 1u);
}

TEST_F(CardDeskPanel, ALostAnswerToACodeGivesTheSameCodeAgain) {
  OpenBesideLi();
  visitor_.Taps("staff.cards.bind");
  visitor_.wire().LoseAnswers(office::kIssueQr.name, 1);
  visitor_.Taps("staff.qr.make");
  visitor_.Taps("staff.cards.again");
  EXPECT_NE(visitor_.record().Find("staff.qr.code"), nullptr) << visitor_.Screen();
  visitor_.Taps("staff.qr.done");
  EXPECT_TRUE(visitor_.CanTap("staff.card.2")) << visitor_.Screen();
  EXPECT_FALSE(visitor_.CanTap("staff.card.3")) << "one code was made";
}

TEST_F(CardDeskPanel, WithoutTheOfficeNothingIsPromised) {
  OpenBesideLi();
  visitor_.wire().Cut();
  Lays(kNewCard);
  EXPECT_TRUE(visitor_.Soon([&] { return visitor_.CanTap("staff.cards.again"); }))
      << visitor_.Screen();
  visitor_.Taps("staff.cards_back");
  EXPECT_FALSE(visitor_.Sees("绑好了")) << visitor_.Screen();
}

TEST_F(CardDeskPanel, AVolunteerIsToldKindlyWhoMayDoIt) {
  PutVolunteer();
  visitor_.Shows(kLiCard);
  visitor_.Taps("you.yes");
  visitor_.Taps("bar.help");
  visitor_.Taps("help.staff");
  visitor_.Keys("staff.key", kVolunteer);
  visitor_.Taps("staff.sign_in");
  visitor_.Keys("staff.key", kStaffPin);
  visitor_.Taps("staff.sign_in");
  visitor_.Taps("staff.cards");
  EXPECT_TRUE(visitor_.Sees("请找站长")) << visitor_.Screen();
  EXPECT_FALSE(visitor_.CanTap("staff.card.1"));
  EXPECT_FALSE(visitor_.CanTap("staff.cards.bind"));
}

TEST_F(CardDeskPanel, WhenTheVisitorGoesTheirCardsGo) {
  OpenBesideLi();
  visitor_.Taps("staff.card.1");
  visitor_.Taps("bar.done");
  EXPECT_FALSE(visitor_.Sees("尾号")) << visitor_.Screen();
  EXPECT_TRUE(visitor_.CanTap("staff.sign_out")) << "staff are still signed in";
}

TEST_F(CardDeskPanel, AfterHalfAMinuteItIsCoveredLikeEverythingPersonal) {
  OpenBesideLi();
  visitor_.Passes(seconds(31));
  EXPECT_FALSE(visitor_.Sees("尾号0002")) << visitor_.Screen();
  EXPECT_FALSE(visitor_.Sees("李*福")) << visitor_.Screen();
}

TEST_F(CardDeskPanel, ACodeIsPutAwayAfterThreeMinutes) {
  OpenBesideLi();
  visitor_.Taps("staff.cards.bind");
  visitor_.Taps("staff.qr.make");
  for (int i = 0; i < 5; ++i) {
    EXPECT_NE(visitor_.record().Find("staff.qr.code"), nullptr) << visitor_.Screen();
    visitor_.TouchesAt("staff.who");
    visitor_.Passes(seconds(35));
  }
  visitor_.Passes(seconds(6));
  EXPECT_EQ(visitor_.record().Find("staff.qr.code"), nullptr) << visitor_.Screen();
}

TEST_F(CardDeskPanel, NothingOfItIsLeft) {
  OpenBesideLi();
  Lays(kNewCard);
  visitor_.Taps("staff.cards.bind");
  visitor_.Taps("staff.qr.make");
  visitor_.Taps("staff.qr.done");
  visitor_.Taps("staff.cards_back");
  visitor_.Taps("staff.sign_out");
  visitor_.Taps("bar.done");
  visitor_.Taps("goodbye.ok");
  const std::string disk = EveryFileOf(visitor_.folder());
  ASSERT_FALSE(disk.empty());
  const std::string shown = kit::ToJson(visitor_.record(), 0);
  for (const char* secret : {kNewCard, kLiCard, "C3D4", "李*福", "CHQ1"}) {
    EXPECT_EQ(disk.find(secret), std::string::npos) << "on the disk: " << secret;
    EXPECT_EQ(shown.find(secret), std::string::npos) << "on the screen: " << secret;
  }
}

TEST_F(CardDeskPanel, AnEndedSessionAsksToSignInAgain) {
  OpenBesideLi();
  visitor_.Taps("staff.cards.bind");
  town_.clock().Advance(std::chrono::minutes(31));
  visitor_.Shows(kNewCard);
  ASSERT_TRUE(visitor_.CanTap("staff.close")) << visitor_.Screen();
  EXPECT_TRUE(visitor_.Sees("请再进来一次")) << visitor_.Screen();
}

}  // namespace
}  // namespace chunhui::tests
