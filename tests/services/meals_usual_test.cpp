// "The same as last time": one dish, on the next day on which it can be booked.
#include "tests/services/meals_town.h"

namespace chunhui::tests {
namespace {

class MealsUsual : public MealsTown {
 protected:
  v1::GetUsualMealResponse Usual(v1::Assurance assurance = v1::ASSURANCE_CARD) {
    return Must(Ask(meals::GetUsualMeal, OnVisit(Kiosk(), person_, assurance, "visit-9"),
                    v1::GetUsualMealRequest{}));
  }
  const std::string person_ = PersonAged(70);
  const std::string last_ = Dish(DishInput(kTomorrow, kLunch, "鲈鱼", 1000));
};

TEST_F(MealsUsual, IsAbsentWithoutALastTime) { EXPECT_FALSE(Usual().has_dish()); }

TEST_F(MealsUsual, IsTheLastDishOnTheNextDayThatHasIt) {
  Must(Book(person_, last_, 700));
  Dish(DishInput(kToday.AddDays(2), kLunch, "豆腐", 500));
  Dish(DishInput(kToday.AddDays(2), kDinner, "鲈鱼", 1000));
  EXPECT_FALSE(Usual().has_dish());
  const std::string next = Dish(DishInput(kToday.AddDays(4), kLunch, "鲈鱼", 1200));
  EXPECT_EQ(Usual().dish().menu_dish_id(), next);
  EXPECT_EQ(Usual().quote().menu_dish_id(), next);
  EXPECT_EQ(Usual().quote().pay_fen(), 840);
}

TEST_F(MealsUsual, SkipsDaysThatAreClosedSoldOutOrTaken) {
  Must(Book(person_, last_, 700));
  SetClock(kToday.AddDays(2), 17, 0);
  Dish(DishInput(kToday.AddDays(3), kLunch, "鲈鱼", 1000));     // closed since 16:00
  Dish(DishInput(kToday.AddDays(4), kLunch, "鲈鱼", 1000, 0));  // sold out
  const std::string taken = Dish(DishInput(kToday.AddDays(5), kLunch, "豆腐", 1000));
  Dish(DishInput(kToday.AddDays(5), kLunch, "鲈鱼", 1000));
  const std::string open = Dish(DishInput(kToday.AddDays(6), kLunch, "鲈鱼", 1000));
  EXPECT_NE(Usual().dish().menu_dish_id(), open);
  v1::MealQuote quote = Quote(person_, kToday.AddDays(5), taken);
  Must(Book(person_, taken, quote.pay_fen()));
  // Tofu is now the last time, and on no other menu.
  EXPECT_FALSE(Usual().has_dish());
  Dish(DishInput(kToday.AddDays(6), kLunch, "豆腐", 1000));
  EXPECT_EQ(Usual().dish().name(), "豆腐");
}

TEST_F(MealsUsual, IsNotToldToWhoOnlyTypedANumber) {
  Must(Book(person_, last_, 700));
  Dish(DishInput(kToday.AddDays(4), kLunch, "鲈鱼", 1200));
  EXPECT_FALSE(Usual(v1::ASSURANCE_NUMBER).has_dish());
  EXPECT_TRUE(Usual().has_dish());
}

}  // namespace
}  // namespace chunhui::tests
