// What the kitchen wants on the menu: its form, and how it becomes a dish.
#pragma once

#include <optional>
#include <string>

#include "services/calls/outcome.h"
#include "services/meals/dish.h"

namespace chunhui::meals {

// What is wrong with the form of one row; the field is named like "dishes[2].price_fen".
std::optional<calls::Refusal> CheckForm(const v1::MenuDishInput& input, int index);

// "dishes[2].price_fen"
std::string FieldOf(int index, const char* name);

// `input` must have passed CheckForm. Without an id, and nothing taken.
Dish ToDish(const v1::MenuDishInput& input, const std::string& station_id);

}  // namespace chunhui::meals
