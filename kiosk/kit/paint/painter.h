// Our own painter of ImDrawData on the CPU: 64 px tiles whose content changed are painted again,
// nothing else. Deterministic to the pixel on every machine.
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/kit/paint/raster.h"
#include "kiosk/kit/paint/shape.h"
#include "kiosk/kit/panel.h"

namespace chunhui::kit {

constexpr int kTilePx = 64;

class Painter {
 public:
  Painter(int width_px, int height_px);

  // Brings `canvas` (which must still hold what the last call left in it) to this frame. Returns
  // the repainted rectangles, which do not overlap. Textures are read during the call only.
  std::vector<Rect> Paint(const ImDrawData& data, const Canvas32& canvas);
  void RepaintAll() { tiles_.clear(); }

 private:
  std::vector<uint64_t> HashTiles(const std::vector<Shape>& shapes) const;
  std::vector<Rect> ChangedRects(const std::vector<uint64_t>& tiles) const;

  Rect screen_;
  int columns_;
  int rows_;
  std::vector<uint64_t> tiles_;  // of the frame in the canvas; empty: nothing is known
};

// All of one frame into a canvas whose content does not matter.
void PaintWhole(const std::vector<Shape>& shapes, const Canvas32& canvas, const Rect& area);

}  // namespace chunhui::kit
