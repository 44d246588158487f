#include "kiosk/kit/paint/painter.h"

#include <imgui.h>

#include <algorithm>

namespace chunhui::kit {
namespace {

bool Covers(const Shape& shape, const Rect& area) {
  return shape.kind == ShapeKind::kFill && shape.alpha == 255 &&
         Intersect(shape.bounds, area) == area;
}

}  // namespace

Painter::Painter(int width_px, int height_px)
    : screen_{0, 0, width_px, height_px},
      columns_((width_px + kTilePx - 1) / kTilePx),
      rows_((height_px + kTilePx - 1) / kTilePx) {}

std::vector<uint64_t> Painter::HashTiles(const std::vector<Shape>& shapes) const {
  std::vector<uint64_t> tiles(static_cast<size_t>(columns_) * static_cast<size_t>(rows_), 1);
  for (const Shape& shape : shapes) {
    const int last_column = (shape.bounds.x + shape.bounds.w - 1) / kTilePx;
    const int last_row = (shape.bounds.y + shape.bounds.h - 1) / kTilePx;
    for (int row = shape.bounds.y / kTilePx; row <= last_row; ++row) {
      for (int column = shape.bounds.x / kTilePx; column <= last_column; ++column) {
        uint64_t& tile = tiles[static_cast<size_t>(row * columns_ + column)];
        tile = (tile ^ shape.hash) * 0x9E3779B97F4A7C15ULL;
        tile ^= tile >> 32;
      }
    }
  }
  return tiles;
}

// Runs of changed tiles along a row, joined with a run above that is as wide.
std::vector<Rect> Painter::ChangedRects(const std::vector<uint64_t>& tiles) const {
  std::vector<Rect> rects;
  const auto join = [&rects](const Rect& run) {
    for (Rect& rect : rects) {
      if (rect.x == run.x && rect.w == run.w && rect.y + rect.h == run.y) {
        rect.h += run.h;
        return;
      }
    }
    rects.push_back(run);
  };
  for (int row = 0; row < rows_; ++row) {
    int first = 0;
    for (int column = 0; column <= columns_; ++column) {
      const auto index = static_cast<size_t>(row * columns_ + column);
      if (column < columns_ && (tiles_.empty() || tiles_[index] != tiles[index])) continue;
      if (column > first) {
        join({first * kTilePx, row * kTilePx, (column - first) * kTilePx, kTilePx});
      }
      first = column + 1;
    }
  }
  for (Rect& rect : rects) rect = Intersect(rect, screen_);
  return rects;
}

std::vector<Rect> Painter::Paint(const ImDrawData& data, const Canvas32& canvas) {
  const std::vector<Shape> shapes = ShapesOf(data, screen_);
  std::vector<uint64_t> tiles = HashTiles(shapes);
  const std::vector<Rect> rects = ChangedRects(tiles);
  for (const Rect& rect : rects) PaintWhole(shapes, canvas, rect);
  tiles_ = std::move(tiles);
  return rects;
}

void PaintWhole(const std::vector<Shape>& shapes, const Canvas32& canvas, const Rect& area) {
  // What lies under an opaque fill of the whole area need not be painted.
  auto first = std::find_if(shapes.rbegin(), shapes.rend(),
                            [&](const Shape& shape) { return Covers(shape, area); });
  if (first == shapes.rend()) {
    const Shape black{.kind = ShapeKind::kFill, .bounds = area};
    PaintShape(canvas, black, area);
  }
  const auto begin = first == shapes.rend() ? shapes.begin() : std::prev(first.base());
  for (auto shape = begin; shape != shapes.end(); ++shape) PaintShape(canvas, *shape, area);
}

}  // namespace chunhui::kit
