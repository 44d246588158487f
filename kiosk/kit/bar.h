// Where the fixed keys stand: the same places on every screen of a panel, language and text step.
#pragma once

#include <array>

#include "kiosk/kit/frame.h"

namespace chunhui::kit {

constexpr size_t kBarSlots = 5;  // back, home, bigger, listen, help

struct BarPlan {
  Box band;                         // the whole bar
  std::array<Box, kBarSlots> keys;  // each ≥ 20 mm, ≥ 6 mm apart
  bool icon_beside = false;         // a wide panel: icon before the words
  bool help_beside = false;         // the same for help, which may have a row of its own
};

BarPlan PlanBar(UiFrame& frame);

}  // namespace chunhui::kit
