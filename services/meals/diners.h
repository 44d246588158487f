// Whose meals a call may touch.
#pragma once

#include <string>

#include "services/calls/call.h"
#include "services/calls/outcome.h"
#include "services/meals/meals.h"
#include "services/residents/residents.h"

namespace chunhui::meals {

// Who may see the kitchen's sheet, publish menus and cancel after the cut-off.
inline constexpr auto kMealStaff = {v1::ROLE_STAFF, v1::ROLE_KITCHEN, v1::ROLE_STATION_LEAD,
                                    v1::ROLE_ADMIN};

// True when a signed-in member of kMealStaff is responsible for this station.
bool IsMealStaffOf(calls::Call& call, const std::string& station_id);

// The resident, unless the record is closed (RESIDENT_CLOSED) or not there (UNKNOWN).
calls::Outcome<residents::Resident> FindDiner(calls::Call& call, const std::string& resident_id);

// A visit begun with a typed number touches only what it has made itself.
bool OnlyThisVisit(const calls::Visit& visit);

}  // namespace chunhui::meals
