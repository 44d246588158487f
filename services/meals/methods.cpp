// Binds the names of the contract to the functions, with who may call them.
#include "services/meals/diners.h"
#include "services/meals/meals.h"

namespace chunhui::meals {

void AddMealsMethods(calls::MethodTable& table) {
  using calls::OnVisit;
  const std::string service = "/chunhui.v1.MealService/";
  for (calls::Method& method : std::vector<calls::Method>{
           calls::Read(service + "GetMenu", calls::AnyDevice(), GetMenu),
           calls::Write(service + "QuoteMeals", OnVisit(), QuoteMeals),
           calls::Write(service + "BookMeal", OnVisit(), BookMeal),
           calls::Write(service + "CancelMeal", calls::OnVisitOrByStaff(kMealStaff), CancelMeal),
           calls::Write(service + "ListMealBookings", OnVisit(), ListMealBookings),
           calls::Write(service + "GetUsualMeal", OnVisit(), GetUsualMeal),
           calls::Read(service + "GetKitchenSheet", calls::ByStaff(kMealStaff), GetKitchenSheet),
           calls::Write(service + "PublishMenu", calls::ByStaff(kMealStaff), PublishMenu),
       }) {
    table.methods.push_back(std::move(method));
  }
}

}  // namespace chunhui::meals
