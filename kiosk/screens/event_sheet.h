// One event as a sheet: picture, when, where, places, age, and what it is about page by page.
#pragma once

#include "chunhui/v1/events.pb.h"
#include "core/time/date.h"
#include "kiosk/kit/ui.h"

namespace chunhui::screens {

kit::CardLook EventCard(const kit::Words& words, const v1::Event& event, time::Date today);
// Fills the page; `text_page` is turned here (ids "events.text.previous" and ".next").
void DrawEventSheet(kit::Ui& ui, kit::Box page, const v1::Event& event, time::Date today,
                    int& text_page);

}  // namespace chunhui::screens
