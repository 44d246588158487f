// Choosing line ends: as few lines as fit, even ones, none with a lonely last character.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "kiosk/kit/text/breaks.h"

namespace chunhui::kit {

struct LineRange {
  size_t begin = 0;  // code points, without the blanks at either end
  size_t end = 0;
};

// `advances` holds each code point's width; no line is wider than `width_max` unless a single
// character is. A word longer than a line is cut between two characters. A paragraph of up to three
// lines gets lines of like length; a longer one fills its lines.
std::vector<LineRange> ChooseLines(std::u32string_view text, const std::vector<Break>& breaks,
                                   const std::vector<float>& advances, float width_max);

}  // namespace chunhui::kit
