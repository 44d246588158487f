// Publishing a menu: everything is checked before anything is written.
#include <set>
#include <tuple>

#include "services/fleet/fleet.h"
#include "services/meals/diners.h"
#include "services/meals/dish_input.h"
#include "services/meals/meals.h"

namespace chunhui::meals {
namespace {

constexpr int kDishesMax = 500;

// A row of the request that changes something.
struct Change {
  Dish dish;
  bool is_new = false;
};

bool IsSame(const Dish& now, const Dish& wanted) {
  const auto fields = [](const Dish& dish) {
    return std::tie(dish.sides, dish.price_fen, dish.picture, dish.diet_tags, dish.portions,
                    dish.name_en, dish.sides_en);
  };
  return fields(now) == fields(wanted);
}

std::optional<calls::Refusal> CheckRows(const DishInputs& inputs) {
  if (inputs.empty() || inputs.size() > kDishesMax) {
    return calls::Malformed("dishes", "1 to 500 dishes");
  }
  std::set<std::tuple<int64_t, int, std::string>> seen;
  for (int i = 0; i < inputs.size(); ++i) {
    if (auto refusal = CheckForm(inputs[i], i)) return refusal;
    const Dish dish = ToDish(inputs[i], "");
    if (!seen.emplace(dish.date.ToYyyymmdd(), dish.period, dish.name).second) {
      return calls::Malformed(FieldOf(i, "name"), "twice on the same day and meal");
    }
  }
  return std::nullopt;
}

calls::Outcome<std::vector<Change>> Compare(store::Db& db, const std::string& station_id,
                                            const DishInputs& inputs) {
  std::vector<Change> changes;
  for (int i = 0; i < inputs.size(); ++i) {
    Dish wanted = ToDish(inputs[i], station_id);
    const auto now = FindDishNamed(db, station_id, wanted.date, wanted.period, wanted.name);
    if (now && IsSame(*now, wanted)) continue;
    if (now && wanted.portions < now->taken) {
      calls::Refusal refusal =
          calls::Refuse(v1::REASON_WRONG_STATE, "more portions are booked than that");
      refusal.field = FieldOf(i, "portions");
      return refusal;
    }
    if (now) wanted.dish_id = now->dish_id;
    changes.push_back({std::move(wanted), !now});
  }
  return changes;
}

// After what the kitchen has listed for that meal already.
void Add(calls::Call& call, const Dish& dish) {
  call.db().Run(
      "INSERT INTO menu_dishes (dish_id, station_id, date, period, rank, name, sides, price_fen,"
      " picture, diet_tags, portions, name_en, sides_en)"
      " SELECT ?1, ?2, ?3, ?4, coalesce(max(rank), 0) + 1, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12"
      " FROM menu_dishes WHERE station_id = ?2 AND date = ?3 AND period = ?4",
      call.NewId(), dish.station_id, dish.date.ToYyyymmdd(), dish.period, dish.name, dish.sides,
      dish.price_fen, dish.picture, dish.diet_tags, dish.portions, dish.name_en, dish.sides_en);
}

void Update(store::Db& db, const Dish& dish) {
  db.Run(
      "UPDATE menu_dishes SET sides = ?, price_fen = ?, picture = ?, diet_tags = ?, portions = ?,"
      " name_en = ?, sides_en = ? WHERE dish_id = ?",
      dish.sides, dish.price_fen, dish.picture, dish.diet_tags, dish.portions, dish.name_en,
      dish.sides_en, dish.dish_id);
}

}  // namespace

calls::Outcome<v1::PublishMenuResponse> PublishDishes(calls::Call& call,
                                                      const std::string& station_id,
                                                      const DishInputs& dishes, bool dry_run) {
  if (auto refusal = CheckRows(dishes)) return *refusal;
  const auto changes = Compare(call.db(), station_id, dishes);
  if (!changes.ok()) return changes.refusal();
  v1::PublishMenuResponse response;
  for (const Change& change : changes.value()) {
    change.is_new ? response.set_added(response.added() + 1)
                  : response.set_updated(response.updated() + 1);
    if (dry_run) continue;
    change.is_new ? Add(call, change.dish) : Update(call.db(), change.dish);
  }
  if (dry_run || changes.value().empty()) return response;
  v1::FollowResponse news;
  news.set_menu_changed(true);
  fleet::Announce(call, station_id, "", std::move(news));
  return response;
}

calls::Outcome<v1::PublishMenuResponse> PublishMenu(calls::Call& call,
                                                    const v1::PublishMenuRequest& request) {
  const std::string station_id = call.StationOr(request.station_id());
  if (!IsMealStaffOf(call, station_id)) return calls::NotAllowed("not staff of this station");
  call.Audit({.subject = "menu:" + station_id});
  return PublishDishes(call, station_id, request.dishes(), request.dry_run());
}

}  // namespace chunhui::meals
