// What every screen must keep, checked from the record of what was drawn and from the painted
// pixels. Numbers: EXPERIENCE. Knows no screen by name but for the rules' few exceptions.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "kiosk/kit/record.h"
#include "kiosk/kit/words.h"

namespace chunhui::tests {

// Lengths in millimetres. Raising (or lowering) one must make a walk over all screens fail.
struct Limits {
  float target = kit::kTargetMin;
  float main_target = kit::kMainTargetMin;
  float main_target_small = 25;  // on panels under `small_panel`
  float small_panel = 508;       // 20 inches, diagonal
  float gap = kit::kGapMin;
  float em = 7;
  double contrast_warm = 10;  // text of the default theme
  double contrast_text = 7;   // of the others
  double contrast_shape = 3;  // edges and icons
  int han_per_line = kit::kHanPerLineMax;
  int choices = 6;
  float reach_share = 0.6F;  // low mode: the lower part of an upright panel
};

// One sentence for each promise that is broken; empty when all is well. `low_mode`: it was asked
// for, so no target may stand above the reach.
std::vector<std::string> BrokenRules(const kit::Record& record, const Limits& limits = {},
                                     bool low_mode = false);

// Every item says something aloud, in the language of these words.
std::vector<std::string> BrokenVoice(const kit::Record& record, const kit::Words& words);

// 0x00RRGGBB, row by row, as wide as the record's panel.
using Painted = std::vector<uint32_t>;
// Contrast as painted: of all words, icons and edges; and that the record tells the true colours.
std::vector<std::string> BrokenPaint(const kit::Record& record, const Painted& painted,
                                     const Limits& limits = {});

// Help, back and home stand at the same boxes on every screen of a panel, language and text step.
class FixedKeys {
 public:
  std::vector<std::string> Broken(const kit::Record& record);

 private:
  using Place = std::tuple<std::string, std::string, int, long, long>;
  std::map<Place, kit::Box> first_;  // where each was seen first
};

}  // namespace chunhui::tests
