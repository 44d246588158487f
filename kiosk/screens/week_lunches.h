// Which lunches "Monday to Friday" means today.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "chunhui/v1/meals.pb.h"
#include "core/time/instant.h"

namespace chunhui::screens {

// One dish for each open lunch of the week (Monday to Friday) with most of them, the earlier week
// of equals: the usual dish where it is cooked, else the kitchen's first that is left.
std::vector<v1::MenuDish> WeekLunches(const std::vector<v1::MenuDish>& menu, time::Instant now,
                                      const std::string& usual_name);
// Fewer days are booked one by one.
inline constexpr size_t kWeekDaysMin = 2;

}  // namespace chunhui::screens
