// A grey picture that somebody else owns: eight bits per pixel, rows `stride` bytes apart.
#pragma once

#include <cstdint>

namespace chunhui::recognize {

struct GreyView {
  const uint8_t* pixels = nullptr;
  int width = 0;
  int height = 0;
  int stride = 0;
};

}  // namespace chunhui::recognize
