// Looking at the menu: needs no visit and touches nobody's record.
#include "services/calls/wire.h"
#include "services/meals/dish.h"
#include "services/meals/meals.h"

namespace chunhui::meals {
namespace {

constexpr int kDaysStandard = 7;
constexpr int kDaysMax = 31;

}  // namespace

calls::Outcome<v1::GetMenuResponse> GetMenu(calls::Call& call, const v1::GetMenuRequest& request) {
  const auto from = request.has_from() ? calls::FromWire(request.from()) : call.today();
  if (!from) return calls::Malformed("from", "no such day");
  if (request.days() < 0 || request.days() > kDaysMax) {
    return calls::Malformed("days", "1 to 31, or 0 for 7");
  }
  const int days = request.days() == 0 ? kDaysStandard : request.days();
  const CutOffs cut_offs(call.db(), PathOf(call.db(), call.station_id()));
  v1::GetMenuResponse response;
  for (const Dish& dish :
       DishesBetween(call.db(), call.station_id(), *from, from->AddDays(days - 1))) {
    *response.add_dishes() = ToWire(dish, cut_offs);
  }
  return response;
}

}  // namespace chunhui::meals
