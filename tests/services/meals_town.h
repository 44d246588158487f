// A small language for tests of meals: people of an age, dishes, bookings.
#pragma once

#include <string>

#include "services/fleet/fleet.h"
#include "services/meals/meals.h"
#include "services/residents/residents.h"
#include "tests/support/call_fixture.h"
#include "tests/support/invented_people.h"

namespace chunhui::tests {

inline constexpr auto kBreakfast = v1::MEAL_PERIOD_BREAKFAST;
inline constexpr auto kLunch = v1::MEAL_PERIOD_LUNCH;
inline constexpr auto kDinner = v1::MEAL_PERIOD_DINNER;

inline v1::Date WireDate(time::Date date) {
  v1::Date wire;
  wire.set_year(date.year);
  wire.set_month(date.month);
  wire.set_day(date.day);
  return wire;
}

inline v1::MenuDishInput DishInput(time::Date date, v1::MealPeriod period, const std::string& name,
                                   int64_t price_fen = 1200, int portions = 10) {
  v1::MenuDishInput input;
  *input.mutable_date() = WireDate(date);
  input.set_period(period);
  input.set_name(name);
  input.set_price_fen(price_fen);
  input.set_portions(portions);
  return input;
}

class MealsTown : public CallTest {
 protected:
  MealsTown()
      : CallTest(
            {residents::kResidentsMigrations, fleet::kFleetMigrations, meals::kMealsMigrations}) {}

  std::string Person(time::Date birth,
                     v1::SubsidyClass subsidy_class = v1::SUBSIDY_CLASS_UNSPECIFIED) {
    ++people_;
    v1::ResidentInput row = InventedRow("row-" + std::to_string(people_), people_);
    row.set_id_number(InventedIdNumber(birth, people_));
    row.set_subsidy_class(subsidy_class);
    calls::Call call = MakeCall(ByOffice());
    return Register(call, row);
  }
  // Of this age on today's date, for as long as a test lasts: born on the first of January.
  std::string PersonAged(int years) { return Person({kToday.year - years, 1, 1}); }

  calls::Outcome<v1::PublishMenuResponse> Publish(const std::vector<v1::MenuDishInput>& dishes,
                                                  bool dry_run = false) {
    meals::DishInputs inputs(dishes.begin(), dishes.end());
    calls::Call call = MakeCall(ByOffice());
    return meals::PublishDishes(call, "station-1", inputs, dry_run);
  }
  // Puts the dish on the menu of station-1 and answers its id.
  std::string Dish(const v1::MenuDishInput& input) {
    Must(Publish({input}));
    auto query = db_.Prepare(
        "SELECT dish_id FROM menu_dishes WHERE date = ? AND name = ?",
        time::Date{input.date().year(), input.date().month(), input.date().day()}.ToYyyymmdd(),
        input.name());
    return query.Step() ? query.Text(0) : "";
  }

  v1::MealQuote Quote(const std::string& resident, time::Date date, const std::string& dish) {
    v1::QuoteMealsRequest request;
    *request.mutable_date() = WireDate(date);
    const auto response = Must(Ask(meals::QuoteMeals, OnVisit(Kiosk(), resident), request));
    for (const v1::MealQuote& quote : response.quotes()) {
      if (quote.menu_dish_id() == dish) return quote;
    }
    ADD_FAILURE() << "no quote for this dish";
    return {};
  }

  calls::Outcome<v1::BookMealResponse> Book(const calls::Caller& caller, const std::string& dish,
                                            int64_t shown_pay_fen) {
    v1::BookMealRequest request;
    request.set_menu_dish_id(dish);
    request.set_shown_pay_fen(shown_pay_fen);
    return Ask(meals::BookMeal, caller, request);
  }
  calls::Outcome<v1::BookMealResponse> Book(const std::string& resident, const std::string& dish,
                                            int64_t shown_pay_fen) {
    return Book(OnVisit(Kiosk(), resident), dish, shown_pay_fen);
  }

  calls::Outcome<v1::CancelMealResponse> Cancel(const calls::Caller& caller,
                                                const std::string& booking_id) {
    v1::CancelMealRequest request;
    request.set_booking_id(booking_id);
    return Ask(meals::CancelMeal, caller, request);
  }

  v1::ListMealBookingsResponse Bookings(const calls::Caller& caller) {
    return Must(Ask(meals::ListMealBookings, caller, v1::ListMealBookingsRequest{}));
  }

  v1::GetMenuResponse Menu(const std::string& station = "station-1") {
    return Must(Ask(meals::GetMenu, Kiosk("hall-1", station), v1::GetMenuRequest{}));
  }

  int64_t Count(const std::string& sql) {
    auto query = db_.Prepare(sql);
    query.Step();
    return query.Int(0);
  }

  void SetClock(time::Date date, int hour, int minute, int seconds_more = 0) {
    clock_.SetTo(time::InstantAt(date, time::TimeOfDay::At(hour, minute)) +
                 std::chrono::seconds(seconds_more));
  }

  const time::Date kTomorrow = kToday.AddDays(1);

 private:
  int people_ = 0;
};

}  // namespace chunhui::tests
