// Grey pictures at two pixels a millimetre of glass, and what old eyes make of them. Test code: no
// vision library is needed for this.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace chunhui::tests {

constexpr float kGreyPxPerMm = 2;

struct Grey {
  int width = 0;
  int height = 0;
  std::vector<float> values;  // 0 black to 1 white, as the eye counts (gamma-coded)

  float At(int x, int y) const {
    return values[static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x)];
  }
};

// From 0x00RRGGBB, each value the mean of the area it covers.
Grey ToGrey(const std::vector<uint32_t>& pixels, int width, int height, float px_per_mm);

struct OldEyes {
  const char* name;
  double blur_mm;   // σ of a Gaussian on the glass
  double contrast;  // what is left of it; a grey veil covers the rest
};
constexpr OldEyes kCataract{"blur 0.74 mm, contrast 0.60", 0.74, 0.6};
constexpr OldEyes kLowContrast{"blur 0.50 mm, contrast 0.35", 0.5, 0.35};

// Blurs, veils and adds a fine grain that is always the same: without it no contrast, however low,
// would make reading harder for a machine.
Grey SeenBy(const OldEyes& eyes, const Grey& glass);

struct Region {
  int x = 0, y = 0, w = 0, h = 0;
};
// How alike two pictures of the same size are, 0 to 1: the correlation, whichever is the darker.
// Outside `there` nothing is compared; `there` lies in `seen`, the part from (0, 0) in `drawn`.
double Likeness(const Grey& seen, const Region& there, const Grey& drawn);

}  // namespace chunhui::tests
