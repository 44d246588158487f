#include "tests/kiosk/screens/screen_fixture.h"

namespace chunhui::screens {
namespace {

using Answers = ExampleAnswers;
using VisitAnswer = v1::StartVisitResponse;

class MealsScreenTest : public tests::ScreenTest {
 protected:
  Example Tapping(std::vector<std::string> taps, ExampleVisitor visitor = ExampleVisitor::kCard) {
    return {"meals", visit::Place::To(ScreenName::kMeals), visitor, std::move(taps)};
  }
};

TEST_F(MealsScreenTest, OffersTheSameAsLastTimeFirst) {
  Show(Tapping({}));
  EXPECT_TRUE(Shows("meals.usual")) << Screen();
  EXPECT_TRUE(Says("番茄鸡蛋面"));
}

TEST_F(MealsScreenTest, TakesTwoTapsForTheSameAsLastTime) {
  Show(Tapping({"meals.usual", "meals.yes"}));
  EXPECT_EQ(State(), "done") << Screen();
}

TEST_F(MealsScreenTest, SaysWhyASoldOutDishCannotBeBooked) {
  Show(Tapping({"meals.day.2", "meals.dish.4"}));
  EXPECT_EQ(State(), "trouble");
  EXPECT_TRUE(Says("这份订完了")) << Screen();
}

TEST_F(MealsScreenTest, SaysThatTheTimeForTodayHasPassed) {
  Show(Tapping({"meals.day.1", "meals.dish.1"}));
  EXPECT_TRUE(Says("今天午饭不能再订了")) << Screen();
}

TEST_F(MealsScreenTest, ShowsWhatTheVisitorPaysWithTwoDecimals) {
  Show(Tapping({"meals.day.2", "meals.dish.1"}));
  EXPECT_TRUE(Says("20.00 元")) << Screen();
  EXPECT_TRUE(Says("−5.00 元"));
  EXPECT_TRUE(Says("15.00 元"));
}

TEST_F(MealsScreenTest, TellsTheReasonOfASubsidyOnlyWhenAsked) {
  const std::string reason = words_.Text("meals.rule.age_amount");
  Show(Tapping({"meals.day.2", "meals.dish.1"}));
  EXPECT_FALSE(Says(reason)) << Screen();
  Show(Tapping({"meals.day.2", "meals.dish.1", "meals.why"}));
  EXPECT_TRUE(Says(reason)) << Screen();
}

TEST_F(MealsScreenTest, AsksWhoItIsOnlyAtTheYesAndComesBackToTheDish) {
  Show(Tapping({"meals.day.2", "meals.dish.1", "meals.yes"}, ExampleVisitor::kNobody));
  EXPECT_EQ(led_to().screen, ScreenName::kWho);
  ASSERT_NE(led_to().then, nullptr);
  EXPECT_EQ(led_to().then->screen, ScreenName::kMeals);
  EXPECT_EQ(led_to().then->subject, "dish-1-0");
}

TEST_F(MealsScreenTest, AsksAgainWhenThePriceHasChanged) {
  Example example = Tapping({"meals.day.2", "meals.dish.1", "meals.yes"});
  example.change = [](Answers& answers, VisitAnswer&) {
    answers.Refuse(office::kBookMeal, v1::REASON_PRICE_CHANGED);
  };
  Show(example);
  EXPECT_EQ(State(), "confirm");
  EXPECT_TRUE(Says("价钱变了")) << Screen();
}

TEST_F(MealsScreenTest, SaysThatItIsCheckingWhenNoAnswerComes) {
  Example example = Tapping({"meals.day.2", "meals.dish.1", "meals.yes"});
  example.change = [](Answers& answers, VisitAnswer&) { answers.Silence(office::kBookMeal); };
  Show(example);
  EXPECT_EQ(State(), "checking");
  EXPECT_TRUE(Says("正在核对")) << Screen();
}

TEST_F(MealsScreenTest, LeadsToMyBookingsWhenTheMealIsBookedAlready) {
  Example example = Tapping({"meals.day.2", "meals.dish.1", "meals.yes", "meals.see_mine"});
  example.change = [](Answers& answers, VisitAnswer&) {
    answers.Refuse(office::kBookMeal, v1::REASON_ALREADY_BOOKED);
  };
  Show(example);
  EXPECT_EQ(led_to().screen, ScreenName::kMine);
}

TEST_F(MealsScreenTest, TakesABookingBackAndBooksItAgain) {
  Show(Tapping({"meals.day.2", "meals.dish.1", "meals.yes", "meals.undo"}));
  EXPECT_EQ(State(), "cancelled") << Screen();
  Show(Tapping({"meals.day.2", "meals.dish.1", "meals.yes", "meals.undo", "meals.redo"}));
  EXPECT_EQ(State(), "done") << Screen();
}

}  // namespace
}  // namespace chunhui::screens
