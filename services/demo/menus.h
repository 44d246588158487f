// Three weeks of menus out of a list of dishes: four different lunches a day, breakfast and dinner
// on some days.
#pragma once

#include <cstdint>
#include <vector>

#include "chunhui/v1/meals.pb.h"
#include "core/time/date.h"

namespace chunhui::demo {

inline constexpr int kMenuDays = 21;
inline constexpr int kLunchesADay = 4;
// Tomorrow's last lunch has only so many portions: it is sold out at once, so that this can be
// seen.
inline constexpr int kScarcePortions = 2;

// From today on. The same dishes, day and seed give the same menus.
std::vector<v1::MenuDishInput> PlanMenus(const std::vector<v1::MenuDishInput>& dishes,
                                         time::Date today, uint64_t seed);

}  // namespace chunhui::demo
