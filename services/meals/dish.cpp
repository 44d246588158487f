#include "services/meals/dish.h"

#include <algorithm>

#include "services/calls/wire.h"

namespace chunhui::meals {
namespace {

const std::string kSelect =
    "SELECT dish_id, station_id, date, period, name, sides, price_fen, picture, diet_tags, "
    "portions,"
    " sold + leased, name_en, sides_en FROM menu_dishes ";

Dish ReadDish(const store::Query& query) {
  Dish dish;
  dish.dish_id = query.Text(0);
  dish.station_id = query.Text(1);
  dish.date = time::Date::FromYyyymmdd(query.Int(2)).value();
  dish.period = static_cast<v1::MealPeriod>(query.Int(3));
  dish.name = query.Text(4);
  dish.sides = query.Text(5);
  dish.price_fen = query.Int(6);
  dish.picture = query.Text(7);
  dish.diet_tags = static_cast<unsigned>(query.Int(8));
  dish.portions = static_cast<int>(query.Int(9));
  dish.taken = static_cast<int>(query.Int(10));
  dish.name_en = query.Text(11);
  dish.sides_en = query.Text(12);
  return dish;
}

}  // namespace

std::optional<Dish> FindDish(store::Db& db, const std::string& dish_id) {
  auto query = db.Prepare(kSelect + "WHERE dish_id = ?", dish_id);
  if (!query.Step()) return std::nullopt;
  return ReadDish(query);
}

std::vector<Dish> DishesBetween(store::Db& db, const std::string& station_id, time::Date first,
                                time::Date last) {
  std::vector<Dish> dishes;
  auto query = db.Prepare(
      kSelect + "WHERE station_id = ? AND date BETWEEN ? AND ? ORDER BY date, period, rank, rowid",
      station_id, first.ToYyyymmdd(), last.ToYyyymmdd());
  while (query.Step()) dishes.push_back(ReadDish(query));
  return dishes;
}

std::optional<Dish> FindDishNamed(store::Db& db, const std::string& station_id, time::Date date,
                                  v1::MealPeriod period, const std::string& name) {
  auto query = db.Prepare(kSelect + "WHERE station_id = ? AND date = ? AND period = ? AND name = ?",
                          station_id, date.ToYyyymmdd(), period, name);
  if (!query.Step()) return std::nullopt;
  return ReadDish(query);
}

v1::MenuDish ToWire(const Dish& dish, const CutOffs& cut_offs) {
  v1::MenuDish wire;
  wire.set_menu_dish_id(dish.dish_id);
  *wire.mutable_date() = calls::ToWire(dish.date);
  wire.set_period(dish.period);
  wire.set_name(dish.name);
  wire.set_sides(dish.sides);
  wire.set_price_fen(dish.price_fen);
  wire.set_picture(dish.picture);
  for (int tag = 1; tag < v1::DietTag_ARRAYSIZE; ++tag) {
    if (dish.diet_tags & (1u << tag)) wire.add_diet_tags(static_cast<v1::DietTag>(tag));
  }
  wire.set_portions_left(std::max(0, dish.portions - dish.taken));
  *wire.mutable_booking_closes_at() = calls::ToWire(cut_offs.ClosesAt(dish.date, dish.period));
  wire.set_name_en(dish.name_en);
  wire.set_sides_en(dish.sides_en);
  return wire;
}

}  // namespace chunhui::meals
