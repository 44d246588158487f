// What the card desk says: a card as a row, and why something was refused.
#pragma once

#include <string>

#include "chunhui/v1/residents.pb.h"
#include "kiosk/kit/ui.h"
#include "kiosk/kit/words.h"

namespace chunhui::staff_panel {

// "卡片 尾号0001", "能用，2026年3月起": of a card never more than its end. A card that is good can
// be tapped.
kit::CardLook CardRow(const kit::Words& words, const v1::ResidentCard& card);

// Key of the words for a refusal by the office; each names a next step and a code of its own.
const char* RefusalKey(v1::Reason reason);

}  // namespace chunhui::staff_panel
