// An invented centre to play with: menus, events and notices from a day on. Nobody in it is real.
#pragma once

#include "chunhui/v1/content.pb.h"
#include "chunhui/v1/events.pb.h"
#include "chunhui/v1/meals.pb.h"
#include "chunhui/v1/pension.pb.h"
#include "core/time/date.h"

namespace chunhui::practice {

inline constexpr int kPlayEvents = 5;

// Row 0 to 4 of the kitchen's list, `day` days after the first; the fourth is sold out.
v1::MenuDish PlayDish(time::Date first, int day, size_t row);
v1::GetMenuResponse PlayMenu(time::Date first);
v1::MealQuote PlayQuote(const v1::MenuDish& dish);
// 1 to 5; the second is full.
v1::Event PlayEvent(time::Date first, int number);
v1::ListEventsResponse PlayEvents(time::Date first);
v1::ListNoticesResponse PlayNotices(time::Date first);
v1::GetPensionStatusResponse PlayPension(time::Date first);

}  // namespace chunhui::practice
