// What a finger writes on a sheet: lines instead of taps.
#pragma once

#include <vector>

namespace chunhui::kit {

struct Spot {  // mm from the sheet's upper left corner
  float x = 0;
  float y = 0;
};

using WrittenLine = std::vector<Spot>;

}  // namespace chunhui::kit
