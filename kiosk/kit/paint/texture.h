// Pictures the painter can place: coverage (glyphs, corners) or colour (emoji, photos).
#pragma once

#include <cstdint>
#include <vector>

namespace chunhui::kit {

// Either `alpha` or `argb` holds width × height values. What a place once shows stays there: the
// painter compares where a quad reads, not the pixels. Writing anew takes a new `generation`.
struct Texture {
  int width = 0;
  int height = 0;
  std::vector<uint8_t> alpha;
  std::vector<uint32_t> argb;  // alpha in the top byte, colours premultiplied
  uint64_t generation = 0;     // unique among all textures of a stage

  bool colored() const { return !argb.empty(); }
};

}  // namespace chunhui::kit
