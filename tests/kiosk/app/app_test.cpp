// The app around the screens: going, waiting, forgetting, cards, the fixed bar.
#include "kiosk/app/app.h"

#include <gtest/gtest.h>

#include "tests/support/pilot.h"

namespace chunhui::tests {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

class AppTest : public ::testing::Test {
 protected:
  void BeginVisit(const std::string& card = kLiCard) {
    visitor_.Shows(card);
    visitor_.Taps("you.yes");
    ASSERT_EQ(visitor_.Where(), "home") << visitor_.Screen();
  }

  SmallTown town_;
  Pilot visitor_{town_};
};

TEST_F(AppTest, AnIdleKioskShowsItsCentreAndAsksNothing) {
  EXPECT_EQ(visitor_.Where(), "idle");
  EXPECT_TRUE(visitor_.Sees("红枫社区日间照料中心")) << visitor_.Screen();
  visitor_.Passes(seconds(3600));
  EXPECT_EQ(visitor_.Where(), "idle");
}

TEST_F(AppTest, ACardAtTheIdleKioskBeginsAVisit) {
  visitor_.Shows(kLiCard);
  EXPECT_EQ(visitor_.Where(), "is_this_you.one") << visitor_.Screen();
  visitor_.Taps("you.yes");
  EXPECT_EQ(visitor_.Where(), "home");
  EXPECT_TRUE(visitor_.app().visit().AtLeast(v1::ASSURANCE_CARD));
}

TEST_F(AppTest, AMemberOfTheDayCareIsAskedOnArrivingAndOnLeaving) {
  visitor_.Shows(kWangCard);
  visitor_.Taps("you.yes");
  EXPECT_EQ(visitor_.Where(), "arrival") << visitor_.Screen();
  visitor_.Taps("arrival.came");
  EXPECT_EQ(visitor_.Where(), "home");
  visitor_.Taps("bar.done");
  EXPECT_EQ(visitor_.Where(), "leaving");
  visitor_.Taps("leaving.went");
  EXPECT_EQ(visitor_.Where(), "goodbye");
  EXPECT_FALSE(visitor_.app().visit().open());
}

TEST_F(AppTest, AMemberWhoLeftTheQuestionOpenIsAskedOnceMoreBeforeGoodbye) {
  visitor_.Shows(kWangCard);
  visitor_.Taps("you.yes");
  visitor_.Taps("bar.home");
  EXPECT_EQ(visitor_.Where(), "home") << visitor_.Screen();
  visitor_.Taps("bar.done");
  EXPECT_EQ(visitor_.Where(), "arrival") << visitor_.Screen();
  visitor_.Taps("arrival.came");
  EXPECT_EQ(visitor_.Where(), "goodbye");
}

TEST_F(AppTest, AMemberWhoIsOnlyHereForAnErrandIsNotAskedAgain) {
  visitor_.Shows(kWangCard);
  visitor_.Taps("you.yes");
  visitor_.Taps("arrival.only");
  visitor_.Taps("bar.done");
  EXPECT_EQ(visitor_.Where(), "goodbye") << visitor_.Screen();
}

TEST_F(AppTest, WhoWasNotedAsGoneByMistakeComesBackWithTheCard) {
  visitor_.Shows(kWangCard);
  visitor_.Taps("you.yes");
  visitor_.Taps("arrival.came");
  visitor_.Taps("bar.done");
  visitor_.Taps("leaving.went");
  EXPECT_TRUE(visitor_.Sees("要是今天不走")) << visitor_.Screen();
  visitor_.Shows(kWangCard);
  visitor_.Taps("you.yes");
  EXPECT_EQ(visitor_.Where(), "arrival") << visitor_.Screen();
}

TEST_F(AppTest, PersonalWordsAreCoveredAfterThirtySecondsAndTheFirstTouchOnlyUncovers) {
  BeginVisit();
  visitor_.Passes(milliseconds(29'000));
  EXPECT_TRUE(visitor_.Sees("李*福")) << visitor_.Screen();
  visitor_.Passes(milliseconds(1'100));
  EXPECT_FALSE(visitor_.Sees("李*福")) << visitor_.Screen();
  visitor_.Taps("home.meals");
  EXPECT_EQ(visitor_.Where(), "home");
  EXPECT_TRUE(visitor_.Sees("李*福"));
  visitor_.Taps("home.meals");
  EXPECT_EQ(visitor_.Where(), "meals.days");
}

TEST_F(AppTest, AsksWhetherSomebodyIsThereAsOftenAsWanted) {
  BeginVisit();
  for (int round = 0; round < 5; ++round) {
    visitor_.Passes(seconds(121));
    ASSERT_TRUE(visitor_.CanTap("idle.yes")) << visitor_.Screen();
    visitor_.Passes(seconds(27));
    visitor_.Taps("idle.yes");
    ASSERT_EQ(visitor_.Where(), "home");
    ASSERT_FALSE(visitor_.CanTap("idle.yes"));
  }
}

TEST_F(AppTest, TheTouchThatAnswersDoesNothingElse) {
  BeginVisit();
  visitor_.Taps("home.meals");
  visitor_.Passes(seconds(125));
  visitor_.TouchesAt("bar.home");
  EXPECT_EQ(visitor_.Where(), "meals.days");
  EXPECT_FALSE(visitor_.CanTap("idle.yes"));
}

TEST_F(AppTest, AVisitorWhoHasLeftIsForgotten) {
  BeginVisit();
  visitor_.Taps("bar.bigger");
  visitor_.Passes(seconds(149));
  EXPECT_TRUE(visitor_.app().visit().open());
  visitor_.Passes(seconds(2));
  EXPECT_EQ(visitor_.Where(), "idle");
  EXPECT_FALSE(visitor_.app().visit().open());
  EXPECT_EQ(visitor_.app().visit().token(), "");
  EXPECT_EQ(visitor_.record().text_step, kit::kDefaultTextStep);
}

TEST_F(AppTest, HalfTypedNumbersAreForgottenToo) {
  visitor_.Taps("idle.start");
  visitor_.Taps("who.keypad");
  visitor_.Keys("who.key", "110199");
  EXPECT_TRUE(visitor_.Shown("who.typed", "110199"));
  visitor_.Passes(seconds(151));
  EXPECT_EQ(visitor_.Where(), "idle");
  visitor_.Taps("idle.start");
  EXPECT_EQ(visitor_.Where(), "who.card");
}

TEST_F(AppTest, AnotherCardEndsTheVisitAndBeginsTheNew) {
  BeginVisit(kLiCard);
  const std::string token = visitor_.app().visit().token();
  visitor_.Shows(kZhaoCard);
  EXPECT_EQ(visitor_.Where(), "is_this_you.one") << visitor_.Screen();
  EXPECT_FALSE(visitor_.app().visit().open());
  EXPECT_TRUE(visitor_.Sees("赵")) << visitor_.Screen();
  visitor_.Taps("you.yes");
  EXPECT_NE(visitor_.app().visit().token(), token);
}

TEST_F(AppTest, TheSameCardAgainChangesNothing) {
  BeginVisit(kLiCard);
  visitor_.Taps("home.meals");
  visitor_.Shows(kLiCard);
  EXPECT_EQ(visitor_.Where(), "meals.days");
}

TEST_F(AppTest, ACardNobodyKnowsLeavesTheVisitAsItIs) {
  BeginVisit();
  visitor_.Taps("home.meals");
  visitor_.Shows("00000000");
  EXPECT_TRUE(visitor_.CanTap("card.unknown.ok")) << visitor_.Screen();
  visitor_.Taps("card.unknown.ok");
  EXPECT_EQ(visitor_.Where(), "meals.days");
  EXPECT_TRUE(visitor_.app().visit().open());
}

TEST_F(AppTest, TheKeysOfTheBarLeadBackHomeAndOut) {
  BeginVisit();
  visitor_.Taps("home.meals");
  visitor_.Taps("meals.day.1");
  EXPECT_EQ(visitor_.Where(), "meals.dishes");
  visitor_.Taps("bar.back");
  EXPECT_EQ(visitor_.Where(), "meals.days");
  visitor_.Taps("meals.day.1");
  visitor_.Taps("bar.home");
  EXPECT_EQ(visitor_.Where(), "home");
  visitor_.Taps("bar.done");
  EXPECT_EQ(visitor_.Where(), "goodbye");
  visitor_.Taps("goodbye.ok");
  EXPECT_EQ(visitor_.Where(), "idle");
}

TEST_F(AppTest, WordsGrowStepByStepAndBeginAgain) {
  const int before = visitor_.record().text_step;
  for (int step = before + 1; step < kit::kTextSteps; ++step) {
    visitor_.Taps("bar.bigger");
    EXPECT_EQ(visitor_.record().text_step, step);
  }
  visitor_.Taps("bar.bigger");
  EXPECT_EQ(visitor_.record().text_step, 0);
}

TEST_F(AppTest, TheLanguageFallsBackAfterTheVisit) {
  visitor_.Taps("bar.language");
  EXPECT_EQ(visitor_.record().language, "en");
  visitor_.Shows(kLiCard);
  visitor_.Taps("you.yes");
  visitor_.Taps("bar.done");
  visitor_.Taps("keep.no");
  EXPECT_EQ(visitor_.record().language, "en");
  visitor_.Taps("goodbye.ok");
  EXPECT_EQ(visitor_.record().language, "zh-CN");
}

TEST_F(AppTest, HelpKeepsTheHalfDonePage) {
  BeginVisit();
  visitor_.Taps("home.meals");
  visitor_.Taps("meals.day.1");
  visitor_.Taps("meals.dish.1");
  EXPECT_EQ(visitor_.Where(), "meals.confirm");
  visitor_.Taps("bar.help");
  EXPECT_EQ(visitor_.Where().substr(0, 4), "help") << visitor_.Screen();
  visitor_.Taps("bar.back");
  EXPECT_EQ(visitor_.Where(), "meals.confirm");
}

TEST_F(AppTest, AnybodyMayReadAndIsAskedForTheCardOnlyToBook) {
  visitor_.Taps("idle.menu");
  EXPECT_EQ(visitor_.Where(), "meals.days");
  visitor_.Taps("meals.day.1");
  visitor_.Taps("meals.dish.1");
  EXPECT_EQ(visitor_.Where(), "meals.confirm");
  visitor_.Taps("meals.yes");
  EXPECT_EQ(visitor_.Where(), "who.card") << visitor_.Screen();
  visitor_.Shows(kLiCard);
  visitor_.Taps("you.yes");
  EXPECT_EQ(visitor_.Where(), "meals.confirm") << "back where the card was missing";
  visitor_.Taps("meals.yes");
  EXPECT_EQ(visitor_.Where(), "meals.done") << visitor_.Screen();
  EXPECT_EQ(town_.BookedTomorrow(), 1);
}

TEST_F(AppTest, WithoutAVisitorTheWayBackFromWhoLeadsToWhatWasRead) {
  visitor_.Taps("idle.menu");
  visitor_.Taps("meals.day.1");
  visitor_.Taps("meals.dish.1");
  visitor_.Taps("meals.yes");
  visitor_.Taps("bar.back");
  EXPECT_EQ(visitor_.Where(), "meals.confirm");
}

TEST_F(AppTest, ATypedNumberBeginsAVisitThatSeesLess) {
  visitor_.Taps("idle.start");
  visitor_.Taps("who.phone");
  visitor_.Keys("who.key", kWangPhone);
  visitor_.Taps("who.ok");
  EXPECT_EQ(visitor_.Where(), "is_this_you.one") << visitor_.Screen();
  visitor_.Taps("you.yes");
  EXPECT_EQ(visitor_.app().visit().assurance(), v1::ASSURANCE_NUMBER);
}

TEST_F(AppTest, ARealKeyboardTypesToo) {
  visitor_.Taps("idle.start");
  visitor_.Taps("who.phone");
  visitor_.Types(kWangPhone);
  EXPECT_TRUE(visitor_.Shown("who.typed", "154 0000 0001")) << visitor_.Screen();
}

TEST_F(AppTest, AReaderThatTypesIsACardAndNotTyping) {
  visitor_.ReadsCard(kLiCard);
  EXPECT_EQ(visitor_.Where(), "is_this_you.one") << visitor_.Screen();
}

TEST_F(AppTest, ARecordedHandIsPlayedBackThroughTheWholeKiosk) {
  const kit::Box start = visitor_.record().Find("idle.start")->box;
  const kit::Panel& panel = visitor_.record().panel;
  const float x = start.center_x() / panel.width_mm();
  const float y = start.center_y() / panel.height_mm();
  const std::filesystem::path file = town_.folder() / "hand.trace";
  {
    kit::TouchTraceWriter writer(file, {panel});
    writer.Write({8000, kit::TouchKind::kDown, false, 1, 5, x, y});
    writer.Write({8030, kit::TouchKind::kUp, false, 1, 5, x, y});
    writer.Write({9000, kit::TouchKind::kDown, false, 1, 6, x, y});
    writer.Write({9100, kit::TouchKind::kUp, false, 1, 6, x, y});
  }
  kit::TouchTrace trace = kit::ReadTouchTrace(file).trace.value();
  kit::TouchTrace feather = trace;
  feather.touches.resize(2);
  visitor_.Replays(feather);
  EXPECT_EQ(visitor_.Where(), "idle");
  visitor_.Replays(trace);
  EXPECT_EQ(visitor_.Where(), "who.card") << visitor_.Screen();
}

TEST_F(AppTest, ALostCardGetsKindWordsAndHelp) {
  visitor_.Shows(kLostCard);
  EXPECT_EQ(visitor_.Where(), "who.trouble") << visitor_.Screen();
  EXPECT_TRUE(visitor_.CanTap("bar.help"));
}

TEST(AppPatience, IsAskedLaterOnlyWhenNobodyQueued) {
  SmallTown town;
  Pilot visitor(town, {.ask_later_ms = 60'000});
  visitor.Passes(seconds(90));
  visitor.Taps("idle.start");
  visitor.Passes(seconds(121));
  EXPECT_FALSE(visitor.CanTap("idle.yes")) << "the kiosk had been at rest: there is time";
  visitor.Passes(seconds(60));
  EXPECT_TRUE(visitor.CanTap("idle.yes")) << visitor.Screen();
  visitor.Taps("idle.yes");
  visitor.Taps("bar.home");
  visitor.Taps("idle.start");
  visitor.Passes(seconds(121));
  EXPECT_TRUE(visitor.CanTap("idle.yes")) << "somebody had waited for this one to finish";
}

TEST(AppOutOfOrder, ABrokenKioskSaysSoWithACodeAndNothingElse) {
  SmallTown town;
  Pilot visitor(town, {.fault_code = "K-04"});
  EXPECT_EQ(visitor.Where(), "out_of_order") << visitor.Screen();
  EXPECT_TRUE(visitor.Sees("K-04"));
  visitor.Passes(seconds(1000));
  EXPECT_EQ(visitor.Where(), "out_of_order");
}

}  // namespace
}  // namespace chunhui::tests
