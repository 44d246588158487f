#include "kiosk/kit/color.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace chunhui::kit {
namespace {

double Linear(uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double Luminance(Color color) {
  return 0.2126 * Linear(color.r) + 0.7152 * Linear(color.g) + 0.0722 * Linear(color.b);
}

}  // namespace

std::string Hex(Color color) {
  char text[8];
  std::snprintf(text, sizeof text, "#%02X%02X%02X", color.r, color.g, color.b);
  return text;
}

double Contrast(Color one, Color other) {
  const double a = Luminance(one) + 0.05;
  const double b = Luminance(other) + 0.05;
  return std::max(a, b) / std::min(a, b);
}

Color Mix(Color from, Color to, float share) {
  const auto mixed = [share](uint8_t a, uint8_t b) {
    return static_cast<uint8_t>(std::lround(a + (b - a) * share));
  };
  return {mixed(from.r, to.r), mixed(from.g, to.g), mixed(from.b, to.b)};
}

}  // namespace chunhui::kit
