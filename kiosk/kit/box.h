// Boxes in millimetres of glass: how every screen is laid out. Knows nothing of pixels or drawing.
#pragma once

#include <vector>

namespace chunhui::kit {

// A rectangle; x and y count from the panel's top left corner. Sizes are never negative: taking
// more than there is takes what is there.
struct Box {
  float x = 0;
  float y = 0;
  float w = 0;
  float h = 0;

  float right() const { return x + w; }
  float bottom() const { return y + h; }
  float center_x() const { return x + w / 2; }
  float center_y() const { return y + h / 2; }
  bool Contains(float px, float py) const;
  bool Contains(const Box& other) const;

  // Cut a strip off this box, which shrinks by the strip and by `gap` behind it; return the strip.
  Box TakeTop(float height, float gap = 0);
  Box TakeBottom(float height, float gap = 0);
  Box TakeLeft(float width, float gap = 0);
  Box TakeRight(float width, float gap = 0);

  // `count` equal parts with `gap` between them; `count` < 1 gives none.
  std::vector<Box> Rows(int count, float gap) const;
  std::vector<Box> Columns(int count, float gap) const;
  // Row by row, left to right.
  std::vector<Box> Grid(int columns, int rows, float gap) const;

  Box Inset(float all) const { return Inset(all, all); }
  Box Inset(float horizontal, float vertical) const;
  // A box of this size with the same centre, never larger than this one.
  Box Centered(float width, float height) const;
  Box Moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }

  bool operator==(const Box&) const = default;
};

}  // namespace chunhui::kit
