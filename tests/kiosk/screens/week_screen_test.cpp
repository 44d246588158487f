// Monday to Friday with one yes.
#include "kiosk/practice/play_town.h"
#include "kiosk/screens/week_lunches.h"
#include "tests/kiosk/screens/screen_fixture.h"

namespace chunhui::screens {
namespace {

using Answers = ExampleAnswers;
using VisitAnswer = v1::StartVisitResponse;

class WeekScreenTest : public tests::ScreenTest {
 protected:
  void Open(std::vector<std::string> taps = {},
            std::function<void(Answers&, VisitAnswer&)> change = {}) {
    Show({"week", visit::Place::To(ScreenName::kWeek), ExampleVisitor::kCard, std::move(taps),
          std::move(change)});
  }
};

// The examples' menu runs from Sunday to Thursday; Monday's lunch is booked already.
TEST_F(WeekScreenTest, ListsEveryDayWithItsPriceAndTheTotalBeforeTheYes) {
  Open();
  EXPECT_EQ(State(), "plan") << Screen();
  EXPECT_TRUE(Says("这3顿午饭都订吗")) << Screen();
  EXPECT_TRUE(Says("订过了"));
  EXPECT_TRUE(Shows("week.day.4")) << Screen();
  EXPECT_TRUE(Says("21.00 元")) << "three noodles of 12.00 with 5.00 off: " << Screen();
}

TEST_F(WeekScreenTest, OneYesBooksThemAll) {
  Open({"week.yes"});
  EXPECT_EQ(State(), "done") << Screen();
  EXPECT_TRUE(Says("订好了3顿午饭")) << Screen();
}

TEST_F(WeekScreenTest, AllOfItCanBeUndoneAtOnce) {
  Open({"week.yes", "week.undo"});
  EXPECT_EQ(State(), "cancelled") << Screen();
}

TEST_F(WeekScreenTest, NothingIsBookedAtAPriceThatWasNotShown) {
  Open({"week.yes"}, [](Answers& answers, VisitAnswer&) {
    answers.Refuse(office::kBookMeal, v1::REASON_PRICE_CHANGED);
  });
  EXPECT_EQ(State(), "changed") << Screen();
  EXPECT_TRUE(Shows("week.yes"));
}

TEST_F(WeekScreenTest, WhatCouldNotBeBookedIsSaidDayByDay) {
  Open({"week.yes"}, [](Answers& answers, VisitAnswer&) {
    answers.Refuse(office::kBookMeal, v1::REASON_SOLD_OUT);
  });
  EXPECT_EQ(State(), "done") << Screen();
  EXPECT_TRUE(Says("没订上")) << Screen();
  EXPECT_TRUE(Says("0.00 元")) << "nothing is to be paid: " << Screen();
}

TEST_F(WeekScreenTest, NobodyIsAskedForAPriceThatIsNotKnown) {
  Open({}, [](Answers& answers, VisitAnswer&) {
    answers.Set(office::kQuoteMeals, v1::QuoteMealsResponse());
  });
  EXPECT_EQ(State(), "nothing") << Screen();
}

TEST_F(WeekScreenTest, TheWayBackLeadsToOneByOne) {
  Open({"week.no"});
  EXPECT_EQ(led_to().screen, ScreenName::kMeals);
}

TEST_F(WeekScreenTest, IsOfferedAmongTheFirstButtonsOfTheMeals) {
  Show({"meals", visit::Place::To(ScreenName::kMeals), ExampleVisitor::kCard});
  EXPECT_TRUE(Shows("meals.week")) << Screen();
  Show({"meals", visit::Place::To(ScreenName::kMeals), ExampleVisitor::kCard, {"meals.week"}});
  EXPECT_EQ(led_to().screen, ScreenName::kWeek);
}

class WeekLunchesTest : public testing::Test {
 protected:
  // Dishes of lunch on these days, from Monday 2026-11-23 on.
  static std::vector<v1::MenuDish> Menu(std::initializer_list<int> days) {
    std::vector<v1::MenuDish> menu;
    for (const int day : days) {
      for (const size_t row : {0, 1, 3}) {
        menu.push_back(practice::PlayDish({2026, 11, 23}, day, row));
      }
    }
    return menu;
  }
  static std::vector<int> DaysOf(const std::vector<v1::MenuDish>& dishes) {
    std::vector<int> days;
    for (const v1::MenuDish& dish : dishes) days.push_back(dish.date().day());
    return days;
  }
  const time::Instant sunday_ = ExampleNow();
};

TEST_F(WeekLunchesTest, LeavesOutTheWeekend) {
  EXPECT_EQ(DaysOf(WeekLunches(Menu({0, 1, 2, 3, 4, 5, 6}), sunday_, "")),
            (std::vector{23, 24, 25, 26, 27}));
}

TEST_F(WeekLunchesTest, TakesTheWeekWithMostDaysAndNeverTwoWeeks) {
  EXPECT_EQ(DaysOf(WeekLunches(Menu({3, 4, 7, 8, 9}), sunday_, "")), (std::vector{30, 1, 2}));
}

TEST_F(WeekLunchesTest, PrefersTheUsualDishAndNeverOneThatIsSoldOut) {
  EXPECT_EQ(WeekLunches(Menu({0}), sunday_, "红烧狮子头").at(0).name(), "红烧狮子头");
  EXPECT_EQ(WeekLunches(Menu({0}), sunday_, "白菜猪肉饺子").at(0).name(), "清蒸鲈鱼");
}

TEST_F(WeekLunchesTest, LeavesOutDaysWhoseTimeHasPassed) {
  const time::Instant monday_evening = sunday_ + std::chrono::hours(32);
  EXPECT_EQ(DaysOf(WeekLunches(Menu({0, 1, 2}), monday_evening, "")), (std::vector{25}));
}

}  // namespace
}  // namespace chunhui::screens
