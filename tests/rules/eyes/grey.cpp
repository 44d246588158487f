#include "tests/rules/eyes/grey.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace chunhui::tests {
namespace {

constexpr double kVeilGrey = 0.5;
constexpr double kGrain = 0.02;  // five of 255 grey levels
constexpr uint32_t kGrainSeed = 74;

double LumaOf(uint32_t pixel) {
  return (0.299 * (pixel >> 16 & 0xFF) + 0.587 * (pixel >> 8 & 0xFF) + 0.114 * (pixel & 0xFF)) /
         255;
}

std::vector<double> Bell(double sigma) {
  const int reach = std::max(1, static_cast<int>(std::ceil(3 * sigma)));
  std::vector<double> weights;
  double sum = 0;
  for (int i = -reach; i <= reach; ++i) {
    weights.push_back(std::exp(-0.5 * i * i / (sigma * sigma)));
    sum += weights.back();
  }
  for (double& weight : weights) weight /= sum;
  return weights;
}

// Along one direction; beyond the edge the edge goes on.
Grey Blurred(const Grey& grey, const std::vector<double>& bell, int dx, int dy) {
  const int reach = static_cast<int>(bell.size() / 2);
  Grey blurred = grey;
  for (int y = 0; y < grey.height; ++y) {
    for (int x = 0; x < grey.width; ++x) {
      double sum = 0;
      for (int i = -reach; i <= reach; ++i) {
        const int from_x = std::clamp(x + i * dx, 0, grey.width - 1);
        const int from_y = std::clamp(y + i * dy, 0, grey.height - 1);
        sum += bell[static_cast<size_t>(i + reach)] * static_cast<double>(grey.At(from_x, from_y));
      }
      blurred.values[static_cast<size_t>(y) * static_cast<size_t>(grey.width) +
                     static_cast<size_t>(x)] = static_cast<float>(sum);
    }
  }
  return blurred;
}

}  // namespace

Grey ToGrey(const std::vector<uint32_t>& pixels, int width, int height, float px_per_mm) {
  const float step = px_per_mm / kGreyPxPerMm;
  Grey grey{static_cast<int>(static_cast<float>(width) / step),
            static_cast<int>(static_cast<float>(height) / step),
            {}};
  grey.values.reserve(static_cast<size_t>(grey.width) * static_cast<size_t>(grey.height));
  for (int y = 0; y < grey.height; ++y) {
    const int top = static_cast<int>(static_cast<float>(y) * step);
    const int bottom = std::min(height, static_cast<int>(static_cast<float>(y + 1) * step));
    for (int x = 0; x < grey.width; ++x) {
      const int left = static_cast<int>(static_cast<float>(x) * step);
      const int right = std::min(width, static_cast<int>(static_cast<float>(x + 1) * step));
      double sum = 0;
      for (int py = top; py < bottom; ++py) {
        for (int px = left; px < right; ++px) {
          sum += LumaOf(pixels[static_cast<size_t>(py) * static_cast<size_t>(width) +
                               static_cast<size_t>(px)]);
        }
      }
      grey.values.push_back(static_cast<float>(sum / ((bottom - top) * (right - left))));
    }
  }
  return grey;
}

Grey SeenBy(const OldEyes& eyes, const Grey& glass) {
  const std::vector<double> bell = Bell(eyes.blur_mm * static_cast<double>(kGreyPxPerMm));
  Grey seen = Blurred(Blurred(glass, bell, 1, 0), bell, 0, 1);
  std::mt19937 random(kGrainSeed);
  std::normal_distribution<double> grain(0, kGrain);
  for (float& value : seen.values) {
    const double veiled =
        eyes.contrast * static_cast<double>(value) + (1 - eyes.contrast) * kVeilGrey;
    value = static_cast<float>(std::clamp(veiled + grain(random), 0.0, 1.0));
  }
  return seen;
}

double Likeness(const Grey& seen, const Region& there, const Grey& drawn) {
  const int w = std::min({there.w, drawn.width, seen.width - there.x});
  const int h = std::min({there.h, drawn.height, seen.height - there.y});
  if (w <= 0 || h <= 0) return 0;
  double a = 0, b = 0, aa = 0, bb = 0, ab = 0;
  for (int y = 0; y < h; ++y) {
    const float* one =
        &seen.values[static_cast<size_t>(there.y + y) * static_cast<size_t>(seen.width) +
                     static_cast<size_t>(there.x)];
    const float* two = &drawn.values[static_cast<size_t>(y) * static_cast<size_t>(drawn.width)];
    for (int x = 0; x < w; ++x) {
      const auto p = static_cast<double>(one[x]);
      const auto q = static_cast<double>(two[x]);
      a += p;
      b += q;
      aa += p * p;
      bb += q * q;
      ab += p * q;
    }
  }
  const double n = static_cast<double>(w) * h;
  const double spread = (aa - a * a / n) * (bb - b * b / n);
  return spread <= 1e-12 ? 0 : std::abs(ab - a * b / n) / std::sqrt(spread);
}

}  // namespace chunhui::tests
