// Binds the names of the contract to the functions, with who may call them.
#include "services/meals/meals.h"

namespace chunhui::meals {
namespace {

constexpr calls::Rights kByMealStaff =
    calls::ByStaff({v1::ROLE_STAFF, v1::ROLE_KITCHEN, v1::ROLE_STATION_LEAD, v1::ROLE_ADMIN});

}  // namespace

void AddMealsMethods(calls::MethodTable& table) {
  using calls::OnVisit;
  const std::string service = "/chunhui.v1.MealService/";
  calls::Rights visit_or_staff = kByMealStaff;
  visit_or_staff.visit = true;
  for (calls::Method& method : std::vector<calls::Method>{
           calls::Read(service + "GetMenu", calls::AnyDevice(), GetMenu),
           calls::Write(service + "QuoteMeals", OnVisit(), QuoteMeals),
           calls::Write(service + "BookMeal", OnVisit(), BookMeal),
           calls::Write(service + "CancelMeal", visit_or_staff, CancelMeal),
           calls::Write(service + "ListMealBookings", OnVisit(), ListMealBookings),
           calls::Write(service + "GetUsualMeal", OnVisit(), GetUsualMeal),
           calls::Read(service + "GetKitchenSheet", kByMealStaff, GetKitchenSheet),
           calls::Write(service + "PublishMenu", kByMealStaff, PublishMenu),
       }) {
    table.methods.push_back(std::move(method));
  }
}

}  // namespace chunhui::meals
