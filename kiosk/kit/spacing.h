// The room between things, in millimetres: VISUAL's rhythm, and a closer one for panels under 20
// inches, where the limits of EXPERIENCE (gaps ≥ 6 mm, main answers ≥ 25 mm there) leave it.
#pragma once

#include "kiosk/kit/panel.h"
#include "kiosk/kit/theme.h"

namespace chunhui::kit {

constexpr float kSmallPanelMm = 508;  // 20 inches from corner to corner

struct Spacing {
  float margin = kPageMargin;  // of the page
  float header_top = kHeaderTop;
  float above_bar = 7;  // from what can be tapped to the fixed keys' band
  float gap = kGap;
  float title_above = 5;  // of an upright page; a lying one has none
  float title_below = 9;
  float title_below_lying = 5;
  float padding = 8;  // of sheets
  float main_target = kMainTargetMin;
  float main_button = kMainButtonHeight;
  float second_button = kSecondButtonHeight;
  float pages = 34;  // the height of the keys to further pages
  float in_bar = 7;  // from the band's edges to its keys
};

bool IsSmall(const Panel& panel);
const Spacing& SpacingOf(const Panel& panel);

}  // namespace chunhui::kit
