// Puts one shape into pixels. What a pixel gets never depends on the clip, so that a tile painted
// alone equals the same tile of a whole page.
#pragma once

#include <cstddef>
#include <cstdint>

#include "kiosk/kit/paint/shape.h"

namespace chunhui::kit {

struct Canvas32 {  // 0x00RRGGBB
  uint32_t* data = nullptr;
  size_t pitch_bytes = 0;

  uint32_t* Row(int y) const {
    return reinterpret_cast<uint32_t*>(reinterpret_cast<uint8_t*>(data) +
                                       static_cast<size_t>(y) * pitch_bytes);
  }
};

void PaintShape(const Canvas32& canvas, const Shape& shape, const Rect& clip);

}  // namespace chunhui::kit
