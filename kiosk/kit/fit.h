// Whether a page holds what was drawn on it. A page that does not is drawn again with smaller
// letters (Stage::Frame), whatever names and sentences the office sends.
#pragma once

#include "kiosk/kit/record.h"

namespace chunhui::kit {

// Words within what they stand on, nothing over anything else, targets of their least size and
// distance, all of it on the panel and above the fixed keys. `reach_top_mm`: no target above it.
bool Fits(const Record& record, float reach_top_mm);

}  // namespace chunhui::kit
