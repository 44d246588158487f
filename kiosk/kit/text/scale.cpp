#include "kiosk/kit/text/scale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace chunhui::kit {
namespace {

using Channels = std::array<float, 4>;

float Mitchell(float x) {
  x = std::abs(x);
  if (x < 1) return (7 * x * x * x - 12 * x * x + 16.0F / 3) / 6;
  if (x < 2) return (-7.0F / 3 * x * x * x + 12 * x * x - 20 * x + 32.0F / 3) / 6;
  return 0;
}

struct Tap {
  int first = 0;
  std::vector<float> weights;
};

// For each new pixel: which old ones it sums up and by how much.
std::vector<Tap> Taps(int old_size, int new_size) {
  const float step = static_cast<float>(old_size) / static_cast<float>(new_size);
  const float reach = std::max(1.0F, step);
  std::vector<Tap> taps;
  for (int i = 0; i < new_size; ++i) {
    const float middle = (static_cast<float>(i) + 0.5F) * step - 0.5F;
    Tap tap{static_cast<int>(std::ceil(middle - 2 * reach)), {}};
    const int last = static_cast<int>(std::floor(middle + 2 * reach));
    float sum = 0;
    for (int j = tap.first; j <= last; ++j) {
      tap.weights.push_back(Mitchell((static_cast<float>(j) - middle) / reach));
      sum += tap.weights.back();
    }
    for (float& weight : tap.weights) weight /= sum;
    taps.push_back(std::move(tap));
  }
  return taps;
}

Channels Split(uint32_t argb) {
  Channels channels{};
  for (size_t i = 0; i < 4; ++i) channels[i] = static_cast<float>(argb >> (8 * i) & 0xFF);
  return channels;
}

uint32_t Join(const Channels& channels) {
  uint32_t argb = 0;
  const float alpha = std::clamp(channels[3], 0.0F, 255.0F);
  for (size_t i = 0; i < 4; ++i) {
    argb |= static_cast<uint32_t>(std::lround(std::clamp(channels[i], 0.0F, alpha))) << (8 * i);
  }
  return argb;
}

// One direction: `at(i)` reads old pixel i, clear outside the picture.
template <typename At>
Channels Sum(const Tap& tap, int size, At at) {
  Channels sum{};
  for (size_t k = 0; k < tap.weights.size(); ++k) {
    const int i = tap.first + static_cast<int>(k);
    if (i < 0 || i >= size) continue;
    const Channels& value = at(i);
    for (size_t c = 0; c < 4; ++c) sum[c] += tap.weights[k] * value[c];
  }
  return sum;
}

}  // namespace

ColorBitmap Scaled(const ColorBitmap& picture, int width, int height) {
  std::vector<Channels> source;
  for (const uint32_t argb : picture.argb) source.push_back(Split(argb));
  std::vector<Channels> wide;
  const std::vector<Tap> across = Taps(picture.width, width);
  for (int y = 0; y < picture.height; ++y) {
    for (const Tap& tap : across) {
      wide.push_back(Sum(tap, picture.width, [&](int x) -> const Channels& {
        return source[static_cast<size_t>(y * picture.width + x)];
      }));
    }
  }
  ColorBitmap result{width, height, {}};
  for (const Tap& tap : Taps(picture.height, height)) {
    for (int x = 0; x < width; ++x) {
      result.argb.push_back(Join(Sum(tap, picture.height, [&](int y) -> const Channels& {
        return wide[static_cast<size_t>(y * width + x)];
      })));
    }
  }
  return result;
}

}  // namespace chunhui::kit
