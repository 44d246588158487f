// Promises about meals that hold after any history, and when two kiosks race.
#include <atomic>
#include <map>
#include <random>
#include <thread>

#include "core/store/writer.h"
#include "tests/services/meals_town.h"

namespace chunhui::tests {
namespace {

constexpr int kPeople = 12;
constexpr int kSteps = 400;

// Random residents book, cancel and quote while the kitchen changes its menu and the clock runs.
class MealsHistory : public MealsTown, public ::testing::WithParamInterface<int> {
 protected:
  MealsHistory() : dice_(static_cast<unsigned>(GetParam())) {
    for (int i = 0; i < kPeople; ++i) people_.push_back(PersonAged(55 + 4 * i));
    for (int day = 1; day <= 3; ++day) {
      for (const auto period : {kBreakfast, kLunch, kDinner}) {
        for (const char* name : {"鲈鱼", "豆腐"}) {
          menu_.push_back(DishInput(kToday.AddDays(day), period, name, 500 + Roll(1000), Roll(4)));
        }
      }
    }
    Must(Publish(menu_));
  }

  int Roll(int below) { return static_cast<int>(dice_() % static_cast<unsigned>(below)); }

  void BookSomething() {
    const std::string& resident = people_[static_cast<size_t>(Roll(kPeople))];
    const v1::GetMenuResponse menu = Menu();
    const v1::MenuDish& dish = menu.dishes(Roll(menu.dishes_size()));
    const time::Date date{dish.date().year(), dish.date().month(), dish.date().day()};
    const int64_t pay_fen = Quote(resident, date, dish.menu_dish_id()).pay_fen();
    const auto outcome = Book(resident, dish.menu_dish_id(), pay_fen);
    outcome.ok() ? ++booked_ : ++refused_[ReasonOf(outcome)];
  }

  void CancelSomething() {
    const calls::Caller visitor = OnVisit(Kiosk(), people_[static_cast<size_t>(Roll(kPeople))]);
    const auto bookings = Bookings(visitor);
    if (bookings.bookings().empty()) return;
    const auto& booking = bookings.bookings(Roll(bookings.bookings_size()));
    EXPECT_EQ(Cancel(visitor, booking.booking_id()).ok(), booking.can_cancel());
  }

  void PublishSomething() {
    v1::MenuDishInput input = menu_[static_cast<size_t>(Roll(static_cast<int>(menu_.size())))];
    input.set_portions(Roll(6));
    input.set_price_fen(500 + Roll(1000));
    const auto outcome = Publish({input});
    EXPECT_TRUE(outcome.ok() || ReasonOf(outcome) == v1::REASON_WRONG_STATE);
  }

  void Step() {
    const int what = Roll(100);
    if (what < 60) return BookSomething();
    if (what < 85) return CancelSomething();
    if (what < 97) return PublishSomething();
    clock_.Advance(std::chrono::minutes(Roll(300)));
  }

  void CheckPromises() {
    EXPECT_EQ(Count("SELECT count(*) FROM menu_dishes WHERE sold + leased > portions"), 0);
    EXPECT_EQ(Count("SELECT count(*) FROM menu_dishes d WHERE sold <> (SELECT count(*) FROM"
                    " meal_bookings b WHERE b.dish_id = d.dish_id AND b.state <> 2)"),
              0);
    EXPECT_EQ(Count("SELECT count(*) FROM (SELECT 1 FROM meal_bookings WHERE state <> 2"
                    " GROUP BY resident_id, date, period HAVING count(*) > 1)"),
              0);
    EXPECT_EQ(Count("SELECT count(*) FROM (SELECT 1 FROM meal_bookings WHERE state <> 2"
                    " AND subsidy_fen > 0 GROUP BY resident_id, date HAVING count(*) > 1)"),
              0);
  }

  std::mt19937 dice_;
  std::vector<std::string> people_;
  std::vector<v1::MenuDishInput> menu_;
  int booked_ = 0;
  std::map<v1::Reason, int> refused_;
};

TEST_P(MealsHistory, NeverOversellsAndKeepsOneMealPerPersonAndPeriod) {
  for (int step = 0; step < kSteps && !HasFailure(); ++step) {
    Step();
    CheckPromises();
  }
  EXPECT_GT(booked_, 20);
  EXPECT_GT(refused_[v1::REASON_SOLD_OUT], 0);
  EXPECT_GT(refused_[v1::REASON_ALREADY_BOOKED], 0);
  EXPECT_EQ(refused_[v1::REASON_PRICE_CHANGED], 0);
}

INSTANTIATE_TEST_SUITE_P(Seeds, MealsHistory, ::testing::Range(1, 7));

class MealsRace : public MealsTown {};

TEST_F(MealsRace, TwoKiosksForTheLastPortionAndExactlyOneWins) {
  constexpr int kRounds = 50;
  std::vector<std::string> dishes;
  for (int i = 0; i < kRounds; ++i) {
    dishes.push_back(Dish(DishInput(kTomorrow, kLunch, "菜" + std::to_string(i), 1000, 1)));
  }
  std::vector<std::string> people;
  for (int i = 0; i < 2 * kRounds; ++i) people.push_back(PersonAged(50));
  store::Writer writer(std::move(db_));
  std::atomic<int> won = 0;
  std::atomic<int> sold_out = 0;
  const auto kiosk = [&](const std::string& id, int first_person) {
    for (int i = 0; i < kRounds; ++i) {
      writer.RunAndWait([&](store::Db& db) {
        calls::Call call(OnVisit(Kiosk(id), people[static_cast<size_t>(first_person + i)]), db,
                         kNow, vault_, random_);
        v1::BookMealRequest request;
        request.set_menu_dish_id(dishes[static_cast<size_t>(i)]);
        request.set_shown_pay_fen(1000);
        const auto outcome = meals::BookMeal(call, request);
        if (outcome.ok()) ++won;
        if (ReasonOf(outcome) == v1::REASON_SOLD_OUT) ++sold_out;
      });
    }
  };
  std::thread one(kiosk, "hall-1", 0);
  std::thread two(kiosk, "hall-2", kRounds);
  one.join();
  two.join();
  EXPECT_EQ(won, kRounds);
  EXPECT_EQ(sold_out, kRounds);
}

}  // namespace
}  // namespace chunhui::tests
