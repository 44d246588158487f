// The menu: what everybody may look at, and how the kitchen puts it there.
#include <functional>

#include "tests/services/meals_town.h"

namespace chunhui::tests {
namespace {

class MealsMenu : public MealsTown {
 protected:
  v1::PublishMenuRequest RequestWith(const v1::MenuDishInput& input) {
    v1::PublishMenuRequest request;
    *request.add_dishes() = input;
    return request;
  }
};

TEST_F(MealsMenu, ShowsSevenDaysInTheOrderOfTheKitchen) {
  Must(Publish({DishInput(kTomorrow, kDinner, "面条"), DishInput(kTomorrow, kLunch, "清蒸鲈鱼"),
                DishInput(kTomorrow, kLunch, "白菜豆腐"), DishInput(kToday, kDinner, "小米粥"),
                DishInput(kToday.AddDays(6), kLunch, "红烧肉"),
                DishInput(kToday.AddDays(7), kLunch, "太远"),
                DishInput(kToday.AddDays(-1), kLunch, "昨天")}));
  std::string names;
  const auto menu = Menu();
  for (const auto& dish : menu.dishes()) names += dish.name() + " ";
  EXPECT_EQ(names, "小米粥 清蒸鲈鱼 白菜豆腐 面条 红烧肉 ");
}

TEST_F(MealsMenu, TellsEverythingAboutADish) {
  v1::MenuDishInput input = DishInput(kTomorrow, kLunch, "清蒸鲈鱼", 1350, 8);
  input.set_sides("米饭、时蔬");
  input.set_name_en("Steamed bass");
  input.set_sides_en("Rice, greens");
  input.add_diet_tags(v1::DIET_TAG_SOFT);
  input.add_diet_tags(v1::DIET_TAG_LOW_SALT);
  const std::string id = Dish(input);
  const v1::MenuDish dish = Menu().dishes(0);
  EXPECT_EQ(dish.menu_dish_id(), id);
  EXPECT_EQ(dish.sides() + dish.name_en() + dish.sides_en(), "米饭、时蔬Steamed bassRice, greens");
  EXPECT_EQ(dish.price_fen(), 1350);
  EXPECT_EQ(dish.portions_left(), 8);
  EXPECT_EQ(dish.picture(), "🍚");
  ASSERT_EQ(dish.diet_tags_size(), 2);
  EXPECT_EQ(dish.diet_tags(0), v1::DIET_TAG_LOW_SALT);
  EXPECT_EQ(dish.booking_closes_at().seconds(),
            time::ToUnixMs(time::InstantAt(kToday, time::TimeOfDay::At(16, 0))) / 1000);
}

TEST_F(MealsMenu, IsThatOfTheKioskOwnStation) {
  Dish(DishInput(kTomorrow, kLunch, "清蒸鲈鱼"));
  EXPECT_EQ(Menu("station-2").dishes_size(), 0);
}

TEST_F(MealsMenu, RefusesDaysThatDoNotExistOrAreTooMany) {
  v1::GetMenuRequest request;
  request.set_days(32);
  EXPECT_EQ(FieldOf(Ask(meals::GetMenu, Kiosk(), request)), "days");
  request.set_days(31);
  *request.mutable_from() = WireDate({2026, 2, 30});
  EXPECT_EQ(FieldOf(Ask(meals::GetMenu, Kiosk(), request)), "from");
}

TEST_F(MealsMenu, NamesTheFieldOfEveryWrongRow) {
  const auto good = DishInput(kTomorrow, kLunch, "鲈鱼");
  const std::vector<std::pair<std::string, std::function<void(v1::MenuDishInput&)>>> wrongs = {
      {"date", [](auto& dish) { dish.clear_date(); }},
      {"date", [](auto& dish) { dish.mutable_date()->set_day(31); }},
      {"period", [](auto& dish) { dish.clear_period(); }},
      {"period", [](auto& dish) { dish.set_period(static_cast<v1::MealPeriod>(9)); }},
      {"name", [](auto& dish) { dish.clear_name(); }},
      {"name", [](auto& dish) { dish.set_name("  "); }},
      {"name", [](auto& dish) { dish.set_name("鱼\n肉"); }},
      {"name", [](auto& dish) { dish.set_name(std::string(26, 'x')); }},
      {"sides", [](auto& dish) { dish.set_sides(std::string(61, 'x')); }},
      {"price_fen", [](auto& dish) { dish.set_price_fen(0); }},
      {"price_fen", [](auto& dish) { dish.set_price_fen(-1); }},
      {"price_fen", [](auto& dish) { dish.set_price_fen(100'001); }},
      {"picture", [](auto& dish) { dish.set_picture("not an emoji"); }},
      {"diet_tags", [](auto& dish) { dish.add_diet_tags(v1::DIET_TAG_UNSPECIFIED); }},
      {"diet_tags", [](auto& dish) { dish.add_diet_tags(static_cast<v1::DietTag>(77)); }},
      {"portions", [](auto& dish) { dish.set_portions(-1); }},
      {"portions", [](auto& dish) { dish.set_portions(10'001); }},
      {"name_en", [](auto& dish) { dish.set_name_en(std::string(61, 'x')); }},
      {"sides_en", [](auto& dish) { dish.set_sides_en(std::string(121, 'x')); }}};
  for (const auto& [field, spoil] : wrongs) {
    v1::MenuDishInput wrong = DishInput(kTomorrow, kLunch, "豆腐");
    spoil(wrong);
    const auto outcome = Publish({good, wrong});
    EXPECT_EQ(ReasonOf(outcome), v1::REASON_MALFORMED) << field;
    EXPECT_EQ(FieldOf(outcome), "dishes[1]." + field);
  }
  EXPECT_EQ(Count("SELECT count(*) FROM menu_dishes"), 0);
}

TEST_F(MealsMenu, RefusesNoDishesTooManyAndTheSameTwice) {
  EXPECT_EQ(FieldOf(Publish({})), "dishes");
  std::vector<v1::MenuDishInput> many;
  for (int i = 0; i < 501; ++i) {
    many.push_back(DishInput(kTomorrow, kLunch, "菜" + std::to_string(i)));
  }
  EXPECT_EQ(FieldOf(Publish(many)), "dishes");
  many.resize(500);
  EXPECT_EQ(Must(Publish(many, /*dry_run=*/true)).added(), 500);
  EXPECT_EQ(FieldOf(Publish({many[3], many[4], many[3]})), "dishes[2].name");
}

TEST_F(MealsMenu, ADryRunCountsAndChangesNothing) {
  EXPECT_EQ(Must(Publish({DishInput(kTomorrow, kLunch, "鲈鱼")}, /*dry_run=*/true)).added(), 1);
  EXPECT_EQ(Count("SELECT count(*) FROM menu_dishes"), 0);
  EXPECT_EQ(Count("SELECT count(*) FROM updates"), 0);
}

TEST_F(MealsMenu, APublishedDishKeepsItsIdAndItsBookings) {
  const std::string dish = Dish(DishInput(kTomorrow, kLunch, "鲈鱼", 1200, 5));
  Must(Book(PersonAged(50), dish, 1200));
  const auto again = Must(Publish({DishInput(kTomorrow, kLunch, "鲈鱼", 1500, 6)}));
  EXPECT_EQ(again.added(), 0);
  EXPECT_EQ(again.updated(), 1);
  EXPECT_EQ(Menu().dishes(0).menu_dish_id(), dish);
  EXPECT_EQ(Menu().dishes(0).price_fen(), 1500);
  EXPECT_EQ(Menu().dishes(0).portions_left(), 5);
}

TEST_F(MealsMenu, NoDishGetsFewerPortionsThanAreBooked) {
  const std::string dish = Dish(DishInput(kTomorrow, kLunch, "鲈鱼", 1200, 5));
  Must(Book(PersonAged(50), dish, 1200));
  Must(Book(PersonAged(51), dish, 1200));
  const auto outcome = Publish({DishInput(kTomorrow, kLunch, "豆腐", 800, 5),
                                DishInput(kTomorrow, kLunch, "鲈鱼", 1200, 1)});
  EXPECT_EQ(ReasonOf(outcome), v1::REASON_WRONG_STATE);
  EXPECT_EQ(FieldOf(outcome), "dishes[1].portions");
  EXPECT_EQ(Menu().dishes_size(), 1);
  Must(Publish({DishInput(kTomorrow, kLunch, "鲈鱼", 1200, 2)}));
  EXPECT_EQ(Menu().dishes(0).portions_left(), 0);
}

TEST_F(MealsMenu, KiosksOfTheStationAreToldOnlyOfRealChanges) {
  const auto fish = DishInput(kTomorrow, kLunch, "鲈鱼");
  Must(Publish({fish}));
  EXPECT_EQ(Must(Publish({fish})).updated(), 0);
  EXPECT_EQ(Count("SELECT count(*) FROM updates WHERE station_id = 'station-1'"), 1);
  EXPECT_EQ(Count("SELECT count(*) FROM updates"), 1);
}

TEST_F(MealsMenu, IsPublishedOnlyByStaffOfThatStation) {
  const auto request = RequestWith(DishInput(kTomorrow, kLunch, "鲈鱼"));
  const auto cook = [this](v1::Role role, const std::string& where) {
    return WithStaff(Desk(), role, where);
  };
  using meals::PublishMenu;
  EXPECT_EQ(ReasonOf(Ask(PublishMenu, Desk(), request)), v1::REASON_NOT_ALLOWED);
  EXPECT_EQ(ReasonOf(Ask(PublishMenu, cook(v1::ROLE_VOLUNTEER, "city"), request)),
            v1::REASON_NOT_ALLOWED);
  EXPECT_EQ(ReasonOf(Ask(PublishMenu, cook(v1::ROLE_KITCHEN, "station-2"), request)),
            v1::REASON_NOT_ALLOWED);
  EXPECT_EQ(Must(Ask(PublishMenu, cook(v1::ROLE_KITCHEN, "east"), request)).added(), 1);
  EXPECT_EQ(last_audit_.at(0).subject, "menu:station-1");
}

}  // namespace
}  // namespace chunhui::tests
