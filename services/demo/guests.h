// The first visits of the demo town: some residents book tomorrow's lunch and sign up for events,
// so that lists, counts and a waiting list are there to be seen.
#pragma once

#include <string>
#include <vector>

#include "core/time/date.h"
#include "services/demo/town.h"
#include "services/demo/town_caller.h"

namespace chunhui::demo {

// Residents who come; fewer when fewer have a card.
inline constexpr size_t kGuestsMax = 40;

// `kiosk` stands at `station_id`. The first guests take the scarce dish (see menus.h).
void LetGuestsCome(TownCaller& kiosk, const Town& town, const std::string& station_id,
                   const std::vector<v1::ResidentInput>& residents, time::Date today);

}  // namespace chunhui::demo
