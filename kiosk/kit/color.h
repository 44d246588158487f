// Opaque colours and their contrast as WCAG 2 computes it.
#pragma once

#include <cstdint>
#include <string>

namespace chunhui::kit {

struct Color {
  uint8_t r = 0;
  uint8_t g = 0;
  uint8_t b = 0;
  bool operator==(const Color&) const = default;
};

// 0xRRGGBB as written in the design papers.
constexpr Color Rgb(uint32_t value) {
  return {static_cast<uint8_t>(value >> 16), static_cast<uint8_t>(value >> 8),
          static_cast<uint8_t>(value)};
}

std::string Hex(Color color);  // "#7A1713"
// Contrast ratio 1..21, the same whichever colour comes first.
double Contrast(Color one, Color other);
// `share` 0 gives `from`, 1 gives `to`.
Color Mix(Color from, Color to, float share);

}  // namespace chunhui::kit
