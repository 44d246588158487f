// The region codes of GB/T 2260 that stand at the beginning of identity numbers.
#pragma once

namespace chunhui::people {

// The first two digits: 11-15, 21-23, 31-37, 41-46, 50-54, 61-65, 71, 81-83.
bool IsProvince(int two_digits);

// True when the six digits are, or ever were, a county's code. Half of the codes of older people
// are gone from today's list, and lists have gaps: a warning at most.
bool IsKnownRegion(int six_digits);

}  // namespace chunhui::people
