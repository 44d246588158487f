// One page turning calmly into the next: for a moment the glass shows a mixture of both. The
// painter paints the new page aside meanwhile. Holds pixels only while it runs.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "kiosk/kit/paint/painter.h"
#include "kiosk/kit/panel.h"

namespace chunhui::kit {

constexpr int64_t kFadeMs = 120;  // EXPERIENCE: at most 150
constexpr int64_t kFadeStepMs = 20;

class Fade {
 public:
  Fade(int width_px, int height_px) : width_(width_px), height_(height_px) {}

  bool running() const { return begun_ms_.has_value(); }
  // From what these pixels show now. While another one runs, from its mixture.
  void Begin(int64_t now_ms, const Canvas32& shown);
  // Where to paint while it runs.
  Canvas32 target();
  // Brings `shown` to the mixture of this moment and returns what changed. `painted` is what has
  // just been painted aside. After kFadeMs the new page stands alone and the fade is over.
  std::vector<Rect> Show(int64_t now_ms, const std::vector<Rect>& painted, const Canvas32& shown);
  void Stop();

 private:
  void Mix(const Rect& rect, uint32_t part, const Canvas32& shown) const;

  const int width_;
  const int height_;
  std::optional<int64_t> begun_ms_;
  std::vector<uint32_t> before_;
  std::vector<uint32_t> after_;
  std::vector<Rect> changed_;
};

}  // namespace chunhui::kit
