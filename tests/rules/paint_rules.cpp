// The rules about painted pixels: what the eye gets, whatever the record says.
#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/kit/color.h"
#include "tests/rules/broken.h"
#include "tests/rules/screen_rules.h"

namespace chunhui::tests {
namespace {

using kit::Box;
using kit::Color;
using kit::Item;
using kit::Record;
using kit::Rect;

struct Tone {
  uint32_t rgb = 0;
  int pixels = 0;
};

// Colours of a rectangle and how often each is there. Glyphs have few colours but for their rims,
// so a small table with a place for each hash is enough: rims that do not fit are left out.
class Tones {
 public:
  void Add(uint32_t rgb, int pixels) {
    size_t at = (rgb * 0x9E3779B1U) >> 23;
    for (int tries = 0; tries < 8; ++tries, at = (at + 1) % table_.size()) {
      Tone& tone = table_[at];
      if (tone.pixels > 0 && tone.rgb != rgb) continue;
      tone.rgb = rgb;
      tone.pixels += pixels;
      break;
    }
    all_ += pixels;
  }
  Tone Commonest() const {
    return *std::max_element(table_.begin(), table_.end(), [](const Tone& one, const Tone& other) {
      return one.pixels < other.pixels;
    });
  }
  // What stands out most from `ground`, of all that is more than a rim.
  double Contrast(Color ground, double share_min, Color& ink) const {
    const int least = std::max(6, static_cast<int>(all_ * share_min));
    double best = 1;
    for (const Tone& tone : table_) {
      if (tone.pixels < least) continue;
      const double contrast = kit::Contrast(kit::Rgb(tone.rgb), ground);
      if (contrast <= best) continue;
      best = contrast;
      ink = kit::Rgb(tone.rgb);
    }
    return best;
  }

 private:
  std::array<Tone, 512> table_{};
  int all_ = 0;
};

class Picture {
 public:
  Picture(const Record& record, const Painted& painted) : panel_(record.panel), painted_(painted) {}

  // Every second row: strokes are higher than that.
  Tones Of(const Box& box) const {
    const Rect rect = Within(panel_.Snap(box));
    Tones tones;
    for (int y = rect.y; y < rect.y + rect.h; y += 2) {
      const uint32_t* row = painted_.data() + static_cast<size_t>(y) * panel_.width_px;
      int from = rect.x;
      for (int x = rect.x + 1; x <= rect.x + rect.w; ++x) {
        if (x < rect.x + rect.w && row[x] == row[from]) continue;
        tones.Add(row[from] & 0xFFFFFFU, x - from);
        from = x;
      }
    }
    return tones;
  }

  Color At(float x_mm, float y_mm) const {
    const int x = std::clamp(static_cast<int>(x_mm * panel_.px_per_mm), 0, panel_.width_px - 1);
    const int y = std::clamp(static_cast<int>(y_mm * panel_.px_per_mm), 0, panel_.height_px - 1);
    return kit::Rgb(painted_[static_cast<size_t>(y) * panel_.width_px + x] & 0xFFFFFFU);
  }
  float pixel_mm() const { return 1 / panel_.px_per_mm; }

 private:
  Rect Within(Rect rect) const {
    const int right = std::min(rect.x + rect.w, panel_.width_px);
    const int bottom = std::min(rect.y + rect.h, panel_.height_px);
    rect.x = std::max(rect.x, 0);
    rect.y = std::max(rect.y, 0);
    return {rect.x, rect.y, std::max(0, right - rect.x), std::max(0, bottom - rect.y)};
  }

  const kit::Panel& panel_;
  const Painted& painted_;
};

void CheckInk(const Picture& picture, const Item& item, double least, Broken& broken) {
  constexpr double kInkShare = 0.004;  // a lonely full stop in a wide box has less
  const Tones tones = picture.Of(item.written);
  const Color ground = kit::Rgb(tones.Commonest().rgb);
  Color ink = ground;
  const double contrast = tones.Contrast(ground, kInkShare, ink);
  if (contrast < least) {
    Tell(broken, {Named(item), " is painted with too little contrast: ", InTenths(contrast), " ",
                  kit::Hex(ink), " on ", kit::Hex(ground)});
  }
  if (!(ground == item.background) || !(ink == item.text)) {
    Tell(broken, {Named(item), " is painted ", kit::Hex(ink), " on ", kit::Hex(ground),
                  " but recorded as ", kit::Hex(item.text), " on ", kit::Hex(item.background)});
  }
}

// Within 2 mm from outside to inside something stands out: an edge, or the plate itself.
void CheckEdge(const Picture& picture, const Item& item, const Limits& limits, Broken& broken) {
  constexpr float kOutside = 1;
  constexpr float kInside = 2;
  const float y = item.box.y + item.box.h * 0.5F;
  const Color outside = picture.At(item.box.x - kOutside, y);
  double best = 1;
  for (float x = -kOutside; x < kInside; x += picture.pixel_mm()) {
    best = std::max(best, kit::Contrast(picture.At(item.box.x + x, y), outside));
  }
  if (best < limits.contrast_shape) {
    Tell(broken, {Named(item), " has no edge one sees: ", InTenths(best)});
  }
}

void CheckMark(const Picture& picture, const Box& box, const Limits& limits, Broken& broken) {
  constexpr double kIconShare = 0.02;
  const Tones tones = picture.Of(box);
  Color ink;
  const double contrast = tones.Contrast(kit::Rgb(tones.Commonest().rgb), kIconShare, ink);
  if (contrast < limits.contrast_shape) {
    Tell(broken, {"an icon at ", InTenths(box.x), ",", InTenths(box.y),
                  " is painted with too little contrast: ", InTenths(contrast)});
  }
}

}  // namespace

std::vector<std::string> BrokenPaint(const Record& record, const Painted& painted,
                                     const Limits& limits) {
  Broken broken;
  const Picture picture(record, painted);
  const double least =
      record.theme == kit::ThemeName::kWarm ? limits.contrast_warm : limits.contrast_text;
  for (const Item& item : record.items) {
    if (item.written.h > 0 && !item.lines.empty()) CheckInk(picture, item, least, broken);
    if (IsButton(item) || item.role == kit::ItemRole::kInput)
      CheckEdge(picture, item, limits, broken);
  }
  for (const kit::Mark& mark : record.marks) {
    if (mark.drawing) CheckMark(picture, mark.box, limits, broken);
  }
  return broken;
}

}  // namespace chunhui::tests
