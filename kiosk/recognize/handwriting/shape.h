// The shape of one written character as numbers: how much line runs in which of eight directions in
// which of 8x8 fields, seen twice: sized by where the ink lies, and with crowded parts given more
// room. The order of the strokes, and where the pen was lifted, leave no trace in it.
#pragma once

#include <array>

#include "kiosk/recognize/handwriting/ink.h"

namespace chunhui::recognize {

inline constexpr int kShapeFields = 8;      // along each side
inline constexpr int kShapeDirections = 8;  // 45 degrees each
inline constexpr int kShapeViewSize = kShapeFields * kShapeFields * kShapeDirections;
inline constexpr int kShapeSize = 2 * kShapeViewSize;

// Index ((view * 8 + row) * 8 + column) * 8 + direction; the squares of each view sum to 1, or are
// all zero for no ink.
using Shape = std::array<float, kShapeSize>;

Shape ShapeOf(const Ink& ink);

}  // namespace chunhui::recognize
