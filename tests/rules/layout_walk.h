// Walks every state of every screen, and of what the app itself draws, in every look, on panels
// upright and lying, and holds each against the rules. What `./chunhui check layout` and the rule
// tests share.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/app/examples/every_state.h"
#include "kiosk/kit/stage.h"
#include "tests/rules/screen_rules.h"

namespace chunhui::tests {

struct WalkWish {
  std::filesystem::path words_folder;
  std::vector<kit::Panel> panels{kit::kPortraitPanel, kit::kLandscapePanel};
  std::vector<std::string> languages{"zh-CN", "en"};
  std::vector<int> steps{0, 1, 2, 3};
  std::vector<kit::ThemeName> themes{kit::ThemeName::kWarm, kit::ThemeName::kDark,
                                     kit::ThemeName::kContrast, kit::ThemeName::kQuiet};
  std::vector<bool> low_modes{false, true};
  int paint_every = 1;  // of the combinations that look different; 0: no pixels at all
  Limits limits = {};
};

struct WalkResult {
  size_t screens = 0;  // and parts of the app's own
  size_t states = 0;
  size_t combinations = 0;
  std::vector<std::string> violations;  // one line each: where, then what
  // Where a page did not hold the visitor's letters and has smaller ones: where, and by how many
  // steps.
  std::vector<std::string> smaller;
};

// Every combination is drawn, and every further page of its lists and texts. A screen, or a part of
// the app's own, that `states` has none of is a violation, unless `some` of them were picked.
WalkResult WalkLayouts(const std::vector<app::State>& states, const WalkWish& wish,
                       bool some = false);

// Upright and lying, of this many inches from corner to corner: 15.6, 21.5, 27 or 32. Empty for
// another number.
std::vector<kit::Panel> PanelsOf(const std::string& inches);

}  // namespace chunhui::tests
