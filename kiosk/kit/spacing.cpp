#include "kiosk/kit/spacing.h"

#include <cmath>

namespace chunhui::kit {
namespace {

constexpr Spacing kRoomy{};
constexpr Spacing kClose{.margin = 8,
                         .header_top = 6,
                         .above_bar = 6,
                         .gap = kGapMin,
                         .title_above = 1,
                         .title_below = 4,
                         .title_below_lying = 3,
                         .padding = 6,
                         .main_target = 25,
                         .main_button = 40,
                         .second_button = 30,
                         .pages = 24,
                         .in_bar = kGapMin};

}  // namespace

bool IsSmall(const Panel& panel) {
  return std::hypot(panel.width_mm(), panel.height_mm()) < kSmallPanelMm;
}

const Spacing& SpacingOf(const Panel& panel) { return IsSmall(panel) ? kClose : kRoomy; }

}  // namespace chunhui::kit
