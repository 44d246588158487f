// What an ImDrawData comes down to before painting: rectangles and triangles with whole-pixel
// bounds, in painting order.
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/kit/paint/texture.h"
#include "kiosk/kit/panel.h"

struct ImDrawData;

namespace chunhui::kit {

struct Corner {
  float x = 0;
  float y = 0;
  float u = 0;
  float v = 0;
  uint32_t abgr = 0;  // as ImGui packs it
};

enum class ShapeKind { kFill, kMask, kPicture, kTriangle };

struct Shape {
  ShapeKind kind = ShapeKind::kFill;
  Rect bounds;                       // clipped; never empty
  const Texture* texture = nullptr;  // of kMask and kPicture
  int dx = 0;                        // texture pixel = screen pixel + (dx, dy), scale one
  int dy = 0;
  uint32_t rgb = 0;  // of kFill and kMask
  uint8_t alpha = 255;
  Corner corners[3];  // of kTriangle: plain colours, textures are not sampled
  uint64_t hash = 0;
};

// Quads with a texture must be aligned to whole pixels and drawn at scale one, as the kit's canvas
// draws them; everything else becomes triangles in plain colour.
std::vector<Shape> ShapesOf(const ImDrawData& data, const Rect& screen);

Rect Intersect(const Rect& one, const Rect& other);
inline bool IsEmpty(const Rect& rect) { return rect.w <= 0 || rect.h <= 0; }

}  // namespace chunhui::kit
