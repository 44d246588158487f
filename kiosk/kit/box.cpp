#include "kiosk/kit/box.h"

#include <algorithm>

namespace chunhui::kit {
namespace {

float Clamped(float wanted, float there) { return std::clamp(wanted, 0.0F, std::max(there, 0.0F)); }

float PartOf(float whole, int count, float gap) {
  return std::max(0.0F, (whole - gap * static_cast<float>(count - 1)) / static_cast<float>(count));
}

}  // namespace

bool Box::Contains(float px, float py) const {
  return px >= x && px < right() && py >= y && py < bottom();
}

bool Box::Contains(const Box& other) const {
  return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
}

Box Box::TakeTop(float height, float gap) {
  const Box strip{x, y, w, Clamped(height, h)};
  const float gone = Clamped(strip.h + gap, h);
  y += gone;
  h -= gone;
  return strip;
}

Box Box::TakeBottom(float height, float gap) {
  const float strip_height = Clamped(height, h);
  const Box strip{x, bottom() - strip_height, w, strip_height};
  h -= Clamped(strip_height + gap, h);
  return strip;
}

Box Box::TakeLeft(float width, float gap) {
  const Box strip{x, y, Clamped(width, w), h};
  const float gone = Clamped(strip.w + gap, w);
  x += gone;
  w -= gone;
  return strip;
}

Box Box::TakeRight(float width, float gap) {
  const float strip_width = Clamped(width, w);
  const Box strip{right() - strip_width, y, strip_width, h};
  w -= Clamped(strip_width + gap, w);
  return strip;
}

std::vector<Box> Box::Rows(int count, float gap) const { return Grid(1, count, gap); }

std::vector<Box> Box::Columns(int count, float gap) const { return Grid(count, 1, gap); }

std::vector<Box> Box::Grid(int columns, int rows, float gap) const {
  std::vector<Box> cells;
  if (columns < 1 || rows < 1) return cells;
  const float width = PartOf(w, columns, gap);
  const float height = PartOf(h, rows, gap);
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      cells.push_back({x + static_cast<float>(column) * (width + gap),
                       y + static_cast<float>(row) * (height + gap), width, height});
    }
  }
  return cells;
}

Box Box::Inset(float horizontal, float vertical) const {
  const float dx = std::min(horizontal, w / 2);
  const float dy = std::min(vertical, h / 2);
  return {x + dx, y + dy, w - 2 * dx, h - 2 * dy};
}

Box Box::Centered(float width, float height) const {
  const float cw = Clamped(width, w);
  const float ch = Clamped(height, h);
  return {x + (w - cw) / 2, y + (h - ch) / 2, cw, ch};
}

}  // namespace chunhui::kit
