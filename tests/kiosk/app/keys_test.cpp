// Four tactile keys at the kiosk, with and without a screen one can see.
#include <gtest/gtest.h>

#include "tests/support/pilot.h"

namespace chunhui::tests {
namespace {

using kit::PadKey;
using std::chrono::seconds;

class KeysTest : public ::testing::Test {
 protected:
  const std::string& At() { return visitor_.app().stage().walk().at(); }
  bool dark() { return visitor_.app().stage().look().dark; }

  SmallTown town_;
  Pilot visitor_{town_};
};

TEST_F(KeysTest, TheFirstStrokeStandsOnTheTitleAndChoosesNothing) {
  visitor_.Presses(PadKey::kChoose);
  EXPECT_EQ(visitor_.Where(), "idle");
  EXPECT_EQ(At(), "idle.centre");
}

TEST_F(KeysTest, HelpIsOneStrokeFromAnywhere) {
  visitor_.Presses(PadKey::kHelp);
  EXPECT_TRUE(visitor_.Where().starts_with("help.")) << visitor_.Screen();
  EXPECT_EQ(visitor_.bell().count(), 1);
}

TEST_F(KeysTest, ChoosingTheScreenMakesItDarkAndLightAgain) {
  visitor_.ChoosesByKeys(kit::kScreenStop);
  EXPECT_TRUE(dark());
  visitor_.Presses(PadKey::kChoose);
  EXPECT_FALSE(dark());
}

TEST_F(KeysTest, AFingerOnADarkScreenOnlyMakesItLight) {
  visitor_.ChoosesByKeys(kit::kScreenStop);
  visitor_.TouchesAt("idle.start");
  EXPECT_FALSE(dark());
  EXPECT_EQ(visitor_.Where(), "idle");
  visitor_.Taps("idle.start");
  EXPECT_EQ(visitor_.Where(), "who.card");
}

TEST_F(KeysTest, ADarkScreenIsLightForTheNextVisitor) {
  visitor_.ChoosesByKeys(kit::kScreenStop);
  visitor_.Passes(seconds(121));
  EXPECT_EQ(visitor_.Where(), "idle.still_there");
  EXPECT_TRUE(dark());
  visitor_.Passes(seconds(30));
  EXPECT_EQ(visitor_.Where(), "idle");
  EXPECT_FALSE(dark());
  EXPECT_EQ(At(), "");
}

TEST_F(KeysTest, AfterAPauseTheFirstStrokeOnlyAnswersThatSomebodyIsThere) {
  visitor_.ChoosesByKeys("idle.menu");
  visitor_.Passes(seconds(125));
  ASSERT_TRUE(visitor_.Where().ends_with("still_there")) << visitor_.Screen();
  visitor_.Presses(PadKey::kChoose);
  EXPECT_EQ(visitor_.Where(), "meals.days") << visitor_.Screen();
}

TEST_F(KeysTest, WhoWantsToTypeANumberIsLedToACardOrAPerson) {
  visitor_.ChoosesByKeys("idle.start");
  visitor_.ChoosesByKeys("who.phone");
  EXPECT_EQ(visitor_.Where(), "who.keys") << visitor_.Screen();
  visitor_.Shows(kLiCard);
  EXPECT_EQ(visitor_.Where(), "is_this_you.one") << visitor_.Screen();
}

TEST_F(KeysTest, AFingerGetsTheKeypadAfterTheKeys) {
  visitor_.ChoosesByKeys("idle.start");
  visitor_.ChoosesByKeys("who.keypad");
  visitor_.Taps("who.keys.card");
  visitor_.Taps("who.keypad");
  EXPECT_EQ(visitor_.Where(), "who.id_number") << visitor_.Screen();
}

}  // namespace
}  // namespace chunhui::tests
