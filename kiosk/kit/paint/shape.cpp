#include "kiosk/kit/paint/shape.h"

#include <imgui.h>

#include <algorithm>
#include <bit>
#include <cmath>

namespace chunhui::kit {
namespace {

uint64_t Fold(uint64_t hash, uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29);
}

// The bits, not rounded values: shapes that could differ in one pixel must differ in their hash.
uint64_t FoldFloats(uint64_t hash, float one, float other) {
  return Fold(hash, uint64_t{std::bit_cast<uint32_t>(one)} << 32 | std::bit_cast<uint32_t>(other));
}

uint64_t FoldRect(uint64_t hash, const Rect& rect) {
  const auto pair = [](int one, int other) {
    return uint64_t{static_cast<uint32_t>(one)} << 32 | static_cast<uint32_t>(other);
  };
  return Fold(Fold(hash, pair(rect.x, rect.y)), pair(rect.w, rect.h));
}

uint32_t RgbOf(ImU32 abgr) { return (abgr & 0xFF) << 16 | (abgr & 0xFF00) | (abgr >> 16 & 0xFF); }

bool IsWhole(float value) { return value == std::floor(value); }

Corner CornerOf(const ImDrawVert& vertex) {
  return {vertex.pos.x, vertex.pos.y, vertex.uv.x, vertex.uv.y, vertex.col};
}

// ImGui's PrimRect and PrimRectUV write a, (b.x, a.y), b, (a.x, b.y) with indices 0 1 2 0 2 3.
bool IsPixelQuad(const ImDrawVert* v, const ImDrawIdx* index) {
  if (index[3] != index[0] || index[4] != index[2]) return false;
  const ImDrawVert& a = v[index[0]];
  const ImDrawVert& b = v[index[1]];
  const ImDrawVert& c = v[index[2]];
  const ImDrawVert& d = v[index[5]];
  return a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y && d.pos.x == a.pos.x &&
         a.col == b.col && b.col == c.col && c.col == d.col && IsWhole(a.pos.x) &&
         IsWhole(a.pos.y) && IsWhole(c.pos.x) && IsWhole(c.pos.y) && a.pos.x < c.pos.x &&
         a.pos.y < c.pos.y;
}

class Collector {
 public:
  explicit Collector(const Rect& screen) : screen_(screen) {}

  void Add(const ImDrawList& list) {
    for (const ImDrawCmd& command : list.CmdBuffer) {
      if (command.UserCallback != nullptr) continue;
      SetClip(command.ClipRect);
      texture_ = static_cast<const Texture*>(command.GetTexID());
      AddElements(list.VtxBuffer.Data + command.VtxOffset, list.IdxBuffer.Data + command.IdxOffset,
                  static_cast<int>(command.ElemCount));
    }
  }

  std::vector<Shape> Take() { return std::move(shapes_); }

 private:
  void SetClip(const ImVec4& clip) {
    const Rect rect{static_cast<int>(clip.x), static_cast<int>(clip.y),
                    static_cast<int>(clip.z - clip.x), static_cast<int>(clip.w - clip.y)};
    clip_ = Intersect(rect, screen_);
  }

  void AddElements(const ImDrawVert* vertices, const ImDrawIdx* indices, int count) {
    for (int i = 0; i < count;) {
      if (i + 6 <= count && IsPixelQuad(vertices, indices + i)) {
        AddQuad(vertices[indices[i]], vertices[indices[i + 2]]);
        i += 6;
      } else {
        AddTriangle(vertices + indices[i], vertices + indices[i + 1], vertices + indices[i + 2]);
        i += 3;
      }
    }
  }

  void AddQuad(const ImDrawVert& first, const ImDrawVert& last) {
    Shape shape;
    const Rect quad{static_cast<int>(first.pos.x), static_cast<int>(first.pos.y),
                    static_cast<int>(last.pos.x - first.pos.x),
                    static_cast<int>(last.pos.y - first.pos.y)};
    shape.bounds = Intersect(quad, clip_);
    shape.rgb = RgbOf(first.col);
    shape.alpha = static_cast<uint8_t>(first.col >> 24);
    if (IsEmpty(shape.bounds) || shape.alpha == 0) return;
    shape.hash = Fold(FoldRect(1, shape.bounds), first.col);
    if (texture_ != nullptr) Place(shape, first, quad);
    shapes_.push_back(shape);
  }

  void Place(Shape& shape, const ImDrawVert& first, const Rect& quad) {
    shape.kind = texture_->colored() ? ShapeKind::kPicture : ShapeKind::kMask;
    shape.texture = texture_;
    const auto left = std::lround(first.uv.x * static_cast<float>(texture_->width));
    const auto top = std::lround(first.uv.y * static_cast<float>(texture_->height));
    shape.dx = static_cast<int>(left) - quad.x;
    shape.dy = static_cast<int>(top) - quad.y;
    shape.hash = Fold(Fold(shape.hash, texture_->generation),
                      static_cast<uint64_t>(shape.dx) << 32 ^ static_cast<uint64_t>(shape.dy));
  }

  void AddTriangle(const ImDrawVert* a, const ImDrawVert* b, const ImDrawVert* c) {
    Shape shape;
    shape.kind = ShapeKind::kTriangle;
    const auto [left, right] = std::minmax({a->pos.x, b->pos.x, c->pos.x});
    const auto [top, bottom] = std::minmax({a->pos.y, b->pos.y, c->pos.y});
    const int x = static_cast<int>(std::floor(left));
    const int y = static_cast<int>(std::floor(top));
    shape.bounds = Intersect(
        {x, y, static_cast<int>(std::ceil(right)) - x, static_cast<int>(std::ceil(bottom)) - y},
        clip_);
    if (IsEmpty(shape.bounds) || (a->col | b->col | c->col) >> 24 == 0) return;
    shape.hash = FoldRect(3, shape.bounds);
    const ImDrawVert* const vertices[3] = {a, b, c};
    for (int i = 0; i < 3; ++i) {
      shape.corners[i] = CornerOf(*vertices[i]);
      shape.hash =
          Fold(FoldFloats(shape.hash, vertices[i]->pos.x, vertices[i]->pos.y), vertices[i]->col);
    }
    shapes_.push_back(shape);
  }

  Rect screen_;
  Rect clip_;
  const Texture* texture_ = nullptr;
  std::vector<Shape> shapes_;
};

}  // namespace

Rect Intersect(const Rect& one, const Rect& other) {
  const int left = std::max(one.x, other.x);
  const int top = std::max(one.y, other.y);
  const int right = std::min(one.x + one.w, other.x + other.w);
  const int bottom = std::min(one.y + one.h, other.y + other.h);
  return {left, top, right - left, bottom - top};
}

std::vector<Shape> ShapesOf(const ImDrawData& data, const Rect& screen) {
  Collector collector(screen);
  for (int i = 0; i < data.CmdListsCount; ++i) collector.Add(*data.CmdLists[i]);
  return collector.Take();
}

}  // namespace chunhui::kit
