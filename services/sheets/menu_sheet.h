// A menu as the kitchen keeps it in a spreadsheet.
#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "chunhui/v1/meals.pb.h"
#include "services/sheets/sheet.h"

namespace chunhui::sheets {

// One row, its dish, and the line it came from.
struct MenuLine {
  int line = 0;
  v1::MenuDishInput dish;
};

struct MenuSheet {
  std::vector<MenuLine> dishes;
  std::vector<RowProblem> problems;  // of rows that could not be read; they are not in `dishes`
};

// Columns: date 日期, meal 餐次, name 菜名, sides 配菜, price 价格 (yuan), portions 份数, picture
// 图, diet 饮食, name_en, sides_en. With `with_dates` false there is no date column (a list of
// dishes).
MenuSheet ReadMenuSheet(std::string_view bytes, bool with_dates = true);

}  // namespace chunhui::sheets
