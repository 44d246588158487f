#include "kiosk/kit/paint/raster.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "kiosk/kit/paint/blend.h"

namespace chunhui::kit {
namespace {

void PaintFill(const Canvas32& canvas, const Shape& shape, const Rect& area) {
  for (int y = area.y; y < area.y + area.h; ++y) {
    uint32_t* const row = canvas.Row(y) + area.x;
    if (shape.alpha == 255) {
      std::fill_n(row, area.w, shape.rgb);
    } else {
      for (int x = 0; x < area.w; ++x) row[x] = Blend(row[x], shape.rgb, shape.alpha);
    }
  }
}

void PaintMask(const Canvas32& canvas, const Shape& shape, const Rect& area) {
  const Texture& texture = *shape.texture;
  for (int y = area.y; y < area.y + area.h; ++y) {
    uint32_t* const row = canvas.Row(y);
    const uint8_t* const coverage =
        texture.alpha.data() + static_cast<ptrdiff_t>(y + shape.dy) * texture.width + shape.dx;
    for (int x = area.x; x < area.x + area.w; ++x) {
      const uint32_t alpha = coverage[x];
      if (alpha == 0) continue;
      if (alpha == 255 && shape.alpha == 255) {
        row[x] = shape.rgb;
      } else {
        row[x] = Blend(row[x], shape.rgb, shape.alpha == 255 ? alpha : alpha * shape.alpha / 255);
      }
    }
  }
}

void PaintPicture(const Canvas32& canvas, const Shape& shape, const Rect& area) {
  const Texture& texture = *shape.texture;
  for (int y = area.y; y < area.y + area.h; ++y) {
    uint32_t* const row = canvas.Row(y);
    const uint32_t* const source =
        texture.argb.data() + static_cast<ptrdiff_t>(y + shape.dy) * texture.width + shape.dx;
    for (int x = area.x; x < area.x + area.w; ++x) {
      const uint32_t over = BlendPremultiplied(row[x], source[x]);
      row[x] = shape.alpha == 255 ? over : Blend(row[x], over, shape.alpha);
    }
  }
}

// Where the line through two corners crosses this height; the same for both triangles of an edge.
float CrossingX(const Corner* p, const Corner* q, float y) {
  if (p->y > q->y || (p->y == q->y && p->x > q->x)) std::swap(p, q);
  return p->x + (q->x - p->x) * (y - p->y) / (q->y - p->y);
}

// The pixels of one row whose centres lie inside the triangle.
std::pair<int, int> Span(const Shape& shape, int y) {
  const float middle = static_cast<float>(y) + 0.5F;
  float left = 1e9F;
  float right = -1e9F;
  for (int i = 0; i < 3; ++i) {
    const Corner& p = shape.corners[i];
    const Corner& q = shape.corners[(i + 1) % 3];
    if ((p.y <= middle) == (q.y <= middle)) continue;
    const float x = CrossingX(&p, &q, middle);
    left = std::min(left, x);
    right = std::max(right, x);
  }
  if (left > right) return {0, 0};
  return {static_cast<int>(std::ceil(left - 0.5F)), static_cast<int>(std::ceil(right - 0.5F))};
}

// A corner value spread over the triangle: value = at_origin + x * per_x + y * per_y.
struct Plane {
  float at_origin = 0;
  float per_x = 0;
  float per_y = 0;

  Plane(const Shape& shape, std::array<float, 3> v) {
    const Corner& a = shape.corners[0];
    const Corner& b = shape.corners[1];
    const Corner& c = shape.corners[2];
    const float area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    if (area != 0) {
      per_x = ((v[1] - v[0]) * (c.y - a.y) - (v[2] - v[0]) * (b.y - a.y)) / area;
      per_y = ((v[2] - v[0]) * (b.x - a.x) - (v[1] - v[0]) * (c.x - a.x)) / area;
    }
    at_origin = v[0] - a.x * per_x - a.y * per_y;
  }

  uint32_t At(float x, float y) const {
    return static_cast<uint32_t>(
        std::clamp(at_origin + x * per_x + y * per_y + 0.5F, 0.0F, 255.0F));
  }
};

Plane ChannelPlane(const Shape& shape, int shift) {
  std::array<float, 3> values{};
  for (size_t i = 0; i < 3; ++i) {
    values[i] = static_cast<float>(shape.corners[i].abgr >> shift & 0xFF);
  }
  return {shape, values};
}

void PaintTriangle(const Canvas32& canvas, const Shape& shape, const Rect& area) {
  const Plane red = ChannelPlane(shape, 0);
  const Plane green = ChannelPlane(shape, 8);
  const Plane blue = ChannelPlane(shape, 16);
  const Plane alpha = ChannelPlane(shape, 24);
  const bool plain = shape.corners[0].abgr == shape.corners[1].abgr &&
                     shape.corners[1].abgr == shape.corners[2].abgr;
  const uint32_t abgr = shape.corners[0].abgr;
  const uint32_t rgb = (abgr & 0xFF) << 16 | (abgr & 0xFF00) | (abgr >> 16 & 0xFF);
  for (int y = area.y; y < area.y + area.h; ++y) {
    const auto [left, right] = Span(shape, y);
    uint32_t* const row = canvas.Row(y);
    const int end = std::min(right, area.x + area.w);
    for (int x = std::max(left, area.x); x < end; ++x) {
      if (plain) {
        row[x] = Blend(row[x], rgb, abgr >> 24);
        continue;
      }
      const float px = static_cast<float>(x) + 0.5F;
      const float py = static_cast<float>(y) + 0.5F;
      const uint32_t color = red.At(px, py) << 16 | green.At(px, py) << 8 | blue.At(px, py);
      row[x] = Blend(row[x], color, alpha.At(px, py));
    }
  }
}

}  // namespace

void PaintShape(const Canvas32& canvas, const Shape& shape, const Rect& clip) {
  const Rect area = Intersect(shape.bounds, clip);
  if (IsEmpty(area)) return;
  switch (shape.kind) {
    case ShapeKind::kFill:
      return PaintFill(canvas, shape, area);
    case ShapeKind::kMask:
      return PaintMask(canvas, shape, area);
    case ShapeKind::kPicture:
      return PaintPicture(canvas, shape, area);
    case ShapeKind::kTriangle:
      return PaintTriangle(canvas, shape, area);
  }
}

}  // namespace chunhui::kit
