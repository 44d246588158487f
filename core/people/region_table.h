// The table behind regions.h, generated. Private to this room.
#pragma once

#include <array>
#include <cstdint>

namespace chunhui::people {

inline constexpr int kRegionCodes = 4262;

// In ascending order.
extern const std::array<int32_t, kRegionCodes> kRegionTable;

}  // namespace chunhui::people
