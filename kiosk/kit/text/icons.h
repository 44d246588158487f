// Icons by the names Material Icons gives them.
#pragma once

#include <string_view>
#include <vector>

namespace chunhui::kit {

// Throws std::logic_error for a name that is not in our table (text/icons.cpp): a bug in a screen.
char32_t IconPoint(std::string_view name);
std::vector<std::string_view> IconNames();

}  // namespace chunhui::kit
