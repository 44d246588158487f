// The kitchen's sheet: what to cook, and for how many.
#include "tests/services/meals_town.h"

namespace chunhui::tests {
namespace {

class MealsKitchen : public MealsTown {
 protected:
  calls::Outcome<v1::GetKitchenSheetResponse> Sheet(const calls::Caller& caller,
                                                    const std::string& station = "") {
    v1::GetKitchenSheetRequest request;
    request.set_station_id(station);
    return Ask(meals::GetKitchenSheet, caller, request);
  }
  const calls::Caller cook_ = WithStaff(Desk(), v1::ROLE_KITCHEN);
};

TEST_F(MealsKitchen, CountsTomorrowByDishAndInAll) {
  const std::string fish = Dish(DishInput(kTomorrow, kLunch, "鲈鱼", 1000, 5));
  const std::string tofu = Dish(DishInput(kTomorrow, kLunch, "豆腐", 500, 5));
  const std::string porridge = Dish(DishInput(kTomorrow, kBreakfast, "粥", 300, 5));
  Dish(DishInput(kToday.AddDays(2), kLunch, "后天", 1000, 5));
  const std::string visitor = PersonAged(50);
  Must(Book(visitor, fish, 1000));
  Must(Book(visitor, porridge, 300));
  const auto cancelled = Must(Book(PersonAged(51), tofu, 500));
  Must(Cancel(WithStaff(Desk(), v1::ROLE_STAFF), cancelled.booking().booking_id()));
  v1::BookMealRequest away;
  away.set_menu_dish_id(fish);
  away.set_shown_pay_fen(1000);
  away.set_take_away(true);
  Must(Ask(meals::BookMeal, OnVisit(Kiosk(), PersonAged(52)), away));

  const auto sheet = Must(Sheet(cook_));
  std::string lines;
  for (const auto& line : sheet.lines()) {
    lines += line.name() + " " + std::to_string(line.booked()) + "/" +
             std::to_string(line.portions()) + " away " + std::to_string(line.take_away()) + "; ";
  }
  EXPECT_EQ(lines, "粥 1/5 away 0; 鲈鱼 2/5 away 1; 豆腐 0/5 away 0; ");
  EXPECT_EQ(sheet.total(), 3);
  EXPECT_EQ(sheet.date().day(), kTomorrow.day);
}

TEST_F(MealsKitchen, IsForStaffOfThatStation) {
  Dish(DishInput(kTomorrow, kLunch, "鲈鱼"));
  EXPECT_EQ(ReasonOf(Sheet(Kiosk())), v1::REASON_NOT_ALLOWED);
  EXPECT_EQ(ReasonOf(Sheet(cook_, "station-2")), v1::REASON_NOT_ALLOWED);
  EXPECT_EQ(ReasonOf(Sheet(WithStaff(Desk(), v1::ROLE_AUDITOR, "city"))), v1::REASON_NOT_ALLOWED);
  EXPECT_EQ(
      Must(Sheet(WithStaff(Desk("hq", "city"), v1::ROLE_ADMIN, "city"), "station-1")).lines_size(),
      1);
}

TEST_F(MealsKitchen, RefusesADayThatDoesNotExist) {
  v1::GetKitchenSheetRequest request;
  *request.mutable_date() = WireDate({2026, 13, 1});
  EXPECT_EQ(FieldOf(Ask(meals::GetKitchenSheet, cook_, request)), "date");
}

}  // namespace
}  // namespace chunhui::tests
