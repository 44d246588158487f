#include "core/people/regions.h"

#include <algorithm>

#include "core/people/region_table.h"

namespace chunhui::people {

bool IsProvince(int two_digits) {
  switch (two_digits / 10) {
    case 1:
      return two_digits >= 11 && two_digits <= 15;
    case 2:
      return two_digits >= 21 && two_digits <= 23;
    case 3:
      return two_digits >= 31 && two_digits <= 37;
    case 4:
      return two_digits >= 41 && two_digits <= 46;
    case 5:
      return two_digits >= 50 && two_digits <= 54;
    case 6:
      return two_digits >= 61 && two_digits <= 65;
    case 7:
      return two_digits == 71;
    case 8:
      return two_digits >= 81 && two_digits <= 83;
    default:
      return false;
  }
}

bool IsKnownRegion(int six_digits) {
  return std::binary_search(kRegionTable.begin(), kRegionTable.end(), six_digits);
}

}  // namespace chunhui::people
