// What a resident pays: tiers by age, amounts by class, caps, rounding.
#include "services/meals/subsidy.h"

#include <random>

#include "tests/services/meals_town.h"

namespace chunhui::tests {
namespace {

using meals::BestSubsidy;
using meals::Diner;
using meals::Subsidy;
using meals::SubsidyRow;

class MealsSubsidy : public MealsTown {
 protected:
  // Publishes a lunch of this price on that day and quotes it.
  v1::MealQuote LunchFor(const std::string& resident, time::Date date, int64_t price_fen = 1350) {
    return Quote(resident, date, Dish(DishInput(date, kLunch, "午餐", price_fen)));
  }
  // Books what is quoted; answers what is paid.
  int64_t BookLunch(const std::string& resident, time::Date date) {
    const v1::MealQuote quote = LunchFor(resident, date);
    return Must(Book(resident, quote.menu_dish_id(), quote.pay_fen())).booking().pay_fen();
  }
};

TEST_F(MealsSubsidy, TiersFollowTheAge) {
  const std::vector<std::pair<int, int64_t>> pay_by_age = {
      {59, 1350}, {60, 1080}, {69, 1080}, {70, 945}, {79, 945},
      {80, 810},  {89, 810},  {90, 0},    {99, 0},   {101, 0}};
  for (const auto& [age, pay_fen] : pay_by_age) {
    const v1::MealQuote quote = LunchFor(PersonAged(age), kTomorrow);
    EXPECT_EQ(quote.pay_fen(), pay_fen) << age;
    EXPECT_EQ(quote.subsidy_fen(), 1350 - pay_fen) << age;
    EXPECT_EQ(quote.rule(),
              age < 60 ? v1::SUBSIDY_RULE_UNSPECIFIED : v1::SUBSIDY_RULE_AGE_DISCOUNT);
  }
}

TEST_F(MealsSubsidy, ThirteenFiftyWithTwentyPercentOffIsTenEighty) {
  EXPECT_EQ(LunchFor(PersonAged(65), kTomorrow, 1350).pay_fen(), 1080);
}

TEST_F(MealsSubsidy, WhatIsLeftToPayIsRoundedHalfUp) {
  const std::vector<SubsidyRow> half = {{.percent = 50}};
  const std::vector<SubsidyRow> fifth = {{.percent = 20}};
  const std::vector<SubsidyRow> third = {{.percent = 30}};
  EXPECT_EQ(BestSubsidy(half, Diner{}, 1).fen, 0);        // 0.5 fen to pay become 1
  EXPECT_EQ(BestSubsidy(half, Diner{}, 3).fen, 1);        // 1.5 become 2
  EXPECT_EQ(BestSubsidy(fifth, Diner{}, 1333).fen, 267);  // 1066.4 become 1066
  EXPECT_EQ(BestSubsidy(fifth, Diner{}, 1337).fen, 267);  // 1069.6 become 1070
  EXPECT_EQ(BestSubsidy(third, Diner{}, 1355).fen, 406);  // 948.5 become 949
}

TEST_F(MealsSubsidy, TheAgeIsThatOfTheDayOfTheMeal) {
  const time::Date birthday = kToday.AddDays(3);
  const std::string person = Person({birthday.year - 70, birthday.month, birthday.day});
  EXPECT_EQ(LunchFor(person, birthday.AddDays(-1)).pay_fen(), 1080);
  EXPECT_EQ(LunchFor(person, birthday).pay_fen(), 945);
  EXPECT_EQ(BookLunch(person, birthday), 945);
}

TEST_F(MealsSubsidy, BornOnTheLeapDayIsAYearOlderOnTheFirstOfMarch) {
  const std::string person = Person({1968, 2, 29});
  SetClock({2028, 2, 25}, 9, 0);
  EXPECT_EQ(LunchFor(person, {2028, 2, 28}).pay_fen(), 1350);
  EXPECT_EQ(LunchFor(person, {2028, 2, 29}).pay_fen(), 1080);
  const std::string common = Person({1964, 2, 29});
  SetClock({2034, 2, 25}, 9, 0);
  EXPECT_EQ(LunchFor(common, {2034, 2, 28}).pay_fen(), 1080);
  EXPECT_EQ(LunchFor(common, {2034, 3, 1}).pay_fen(), 945);
}

TEST_F(MealsSubsidy, OneMealADayIsSubsidised) {
  const std::string person = PersonAged(70);
  BookLunch(person, kTomorrow);
  const std::string dinner = Dish(DishInput(kTomorrow, kDinner, "面条", 1000));
  const v1::MealQuote quote = Quote(person, kTomorrow, dinner);
  EXPECT_EQ(quote.pay_fen(), 1000);
  EXPECT_EQ(quote.rule(), v1::SUBSIDY_RULE_DAY_CAP);
}

TEST_F(MealsSubsidy, FiveMealsFromMondayToSundayAreSubsidised) {
  const std::string person = PersonAged(70);
  ASSERT_EQ(kTomorrow.weekday(), time::Weekday::kMonday);
  Must(Book(person, Dish(DishInput(kToday, kDinner, "周日晚餐", 1000)), 700));
  EXPECT_EQ(BookLunch(person, kTomorrow.AddDays(7)), 945);
  for (int day = 0; day < 5; ++day) EXPECT_EQ(BookLunch(person, kTomorrow.AddDays(day)), 945);
  const v1::MealQuote sunday = LunchFor(person, kTomorrow.AddDays(6));
  EXPECT_EQ(sunday.pay_fen(), 1350);
  EXPECT_EQ(sunday.rule(), v1::SUBSIDY_RULE_WEEK_CAP);
  EXPECT_EQ(LunchFor(person, kTomorrow.AddDays(8)).pay_fen(), 945);
}

TEST_F(MealsSubsidy, ACancelledMealNoLongerCountsAndChangesNoOtherPrice) {
  const std::string person = PersonAged(70);
  const std::string lunch = Dish(DishInput(kTomorrow, kLunch, "午餐", 1000));
  const std::string dinner = Dish(DishInput(kTomorrow, kDinner, "面条", 1000));
  const std::string first = Must(Book(person, lunch, 700)).booking().booking_id();
  Must(Book(person, dinner, 1000));
  Must(Cancel(OnVisit(Kiosk(), person), first));
  EXPECT_EQ(Bookings(OnVisit(Kiosk(), person)).bookings(0).pay_fen(), 1000);
  EXPECT_EQ(Quote(person, kTomorrow, lunch).pay_fen(), 700);
}

TEST_F(MealsSubsidy, TheSpecialClassGetsFifteenYuanAndTheDiscountWhenThatIsMore) {
  const std::string special = Person({1980, 5, 5}, v1::SUBSIDY_CLASS_SPECIAL);
  EXPECT_EQ(LunchFor(special, kTomorrow, 2000).pay_fen(), 500);
  EXPECT_EQ(LunchFor(special, kTomorrow, 1200).pay_fen(), 0);
  EXPECT_EQ(LunchFor(special, kTomorrow, 2000).rule(), v1::SUBSIDY_RULE_CLASS_AMOUNT);
  const std::string old = Person({1930, 5, 5}, v1::SUBSIDY_CLASS_SPECIAL);
  EXPECT_EQ(LunchFor(old, kTomorrow, 2000).pay_fen(), 0);
  EXPECT_EQ(LunchFor(old, kTomorrow, 2000).rule(), v1::SUBSIDY_RULE_AGE_DISCOUNT);
}

TEST_F(MealsSubsidy, AnAmountOnlyAboveItselfAsInBeijing) {
  const std::vector<SubsidyRow> table = {{.amount_fen = 500, .only_above = true}};
  EXPECT_EQ(BestSubsidy(table, Diner{}, 1200).fen, 500);
  EXPECT_EQ(BestSubsidy(table, Diner{}, 501).fen, 500);
  EXPECT_EQ(BestSubsidy(table, Diner{}, 500).fen, 0);
  EXPECT_EQ(BestSubsidy(table, Diner{}, 400).fen, 0);
  EXPECT_EQ(BestSubsidy(table, Diner{}, 1200).rule, v1::SUBSIDY_RULE_AGE_AMOUNT);
}

TEST_F(MealsSubsidy, WithoutCapsEveryMealIsSubsidised) {
  const std::vector<SubsidyRow> table = {{.percent = 20}};
  EXPECT_EQ(BestSubsidy(table, {.subsidised_that_day = 9, .subsidised_that_week = 99}, 1000).fen,
            200);
}

TEST_F(MealsSubsidy, BehindACappedRowTheNextBestStillHelps) {
  const std::vector<SubsidyRow> table = {{.percent = 20}, {.amount_fen = 500, .day_cap = 1}};
  const Subsidy first = BestSubsidy(table, Diner{}, 1000);
  const Subsidy second = BestSubsidy(table, {.subsidised_that_day = 1}, 1000);
  EXPECT_EQ(first.fen, 500);
  EXPECT_EQ(second.fen, 200);
  EXPECT_EQ(second.rule, v1::SUBSIDY_RULE_AGE_DISCOUNT);
}

TEST_F(MealsSubsidy, TheNearestStationWithATableDecides) {
  const std::string person = PersonAged(72);
  meals::PutSubsidyTable(db_, "city", {{.age_from = 60, .amount_fen = 300}});
  EXPECT_EQ(LunchFor(person, kTomorrow).pay_fen(), 1050);
  meals::PutSubsidyTable(db_, "station-1", {{.age_from = 70, .percent = 50}});
  EXPECT_EQ(LunchFor(person, kTomorrow).pay_fen(), 675);
  EXPECT_EQ(LunchFor(PersonAged(65), kTomorrow).pay_fen(), 1350);
  meals::PutSubsidyTable(db_, "west", {{.percent = 100}});
  EXPECT_EQ(LunchFor(person, kTomorrow).pay_fen(), 675);
}

// Whatever the table says: nobody is paid for eating, and nobody pays more than the price.
TEST_F(MealsSubsidy, ASubsidyLiesBetweenNothingAndThePrice) {
  std::mt19937 dice(7);
  const auto roll = [&dice](int max) { return static_cast<int>(dice() % (max + 1)); };
  for (int round = 0; round < 20'000; ++round) {
    std::vector<SubsidyRow> table(static_cast<size_t>(1 + roll(3)));
    for (SubsidyRow& row : table) {
      row = {.age_from = roll(90), .age_to = roll(120), .day_cap = roll(2), .week_cap = roll(5)};
      roll(1) ? row.percent = roll(100) : row.amount_fen = roll(3000);
    }
    const Diner diner{
        .age_years = roll(110), .subsidised_that_day = roll(2), .subsidised_that_week = roll(6)};
    const int64_t price_fen = 1 + roll(5000);
    const Subsidy subsidy = BestSubsidy(table, diner, price_fen);
    ASSERT_GE(subsidy.fen, 0);
    ASSERT_LE(subsidy.fen, price_fen);
    const bool by_rule = subsidy.rule == v1::SUBSIDY_RULE_AGE_DISCOUNT ||
                         subsidy.rule == v1::SUBSIDY_RULE_AGE_AMOUNT;
    ASSERT_EQ(subsidy.fen > 0, by_rule);
  }
}

}  // namespace
}  // namespace chunhui::tests
