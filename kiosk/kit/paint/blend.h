// The arithmetic of one pixel. Pixels are 0x00RRGGBB; exact at alpha 0 and 255, so that painting
// twice differs from painting once in no pixel.
#pragma once

#include <cstdint>

namespace chunhui::kit {

// `color` over `below` at alpha 0..255.
inline uint32_t Blend(uint32_t below, uint32_t color, uint32_t alpha) {
  const uint32_t share = alpha + (alpha >> 7);  // 0..256
  const uint32_t rest = 256 - share;
  const uint32_t red_blue = ((below & 0xFF00FF) * rest + (color & 0xFF00FF) * share) >> 8;
  const uint32_t green = ((below & 0x00FF00) * rest + (color & 0x00FF00) * share) >> 8;
  return (red_blue & 0xFF00FF) | (green & 0x00FF00);
}

// A premultiplied ARGB pixel over `below`.
inline uint32_t BlendPremultiplied(uint32_t below, uint32_t argb) {
  const uint32_t alpha = argb >> 24;
  const uint32_t rest = 256 - (alpha + (alpha >> 7));
  const uint32_t red_blue = (((below & 0xFF00FF) * rest) >> 8) & 0xFF00FF;
  const uint32_t green = (((below & 0x00FF00) * rest) >> 8) & 0x00FF00;
  return (red_blue | green) + (argb & 0xFFFFFF);
}

}  // namespace chunhui::kit
