// One dish as it is to be booked: picture, when, what it costs, eat here or take away.
#pragma once

#include <string>

#include "chunhui/v1/meals.pb.h"
#include "kiosk/kit/ui.h"

namespace chunhui::screens {

struct DishSheet {
  const v1::MenuDish& dish;
  const v1::MealQuote* quote = nullptr;  // nullptr: not known who pays
  std::string when;                      // "明天（11月23日 星期一）午饭"
  std::string when_brief;                // "明天午饭", where room is short
};

// What the two ways to eat need at the foot of the sheet.
float DishWaysHeight(const kit::Ui& ui, float width);
// What the sheet's words need at the least: dish, meal, what is to be paid.
float DishWordsHeightLeast(const kit::Ui& ui, const DishSheet& sheet, float width);
// Fills the page. The two ways to eat change `take_away`; ids "meals.eat_here", "meals.take_away".
void DrawDishSheet(kit::Ui& ui, kit::Box page, const DishSheet& sheet, bool& take_away);

}  // namespace chunhui::screens
