// Looks at pixels and presses buttons on an X display, as a person in front of it would.
#pragma once

#include <X11/Xlib.h>

#include <cstdint>
#include <memory>
#include <string>

namespace chunhui::bench {

class ScreenProbe {
 public:
  // Waits up to 10 s for the display (":99"). Throws std::runtime_error.
  explicit ScreenProbe(const std::string& display);

  // 0xRRGGBB at a pixel of the root window.
  uint32_t Pixel(int x, int y);
  // Milliseconds from `since_ms` (bench::NowMs) until the pixel differs from / equals the colour;
  // throws after 30 s.
  double UntilEquals(int x, int y, uint32_t colour, double since_ms);
  double UntilDiffers(int x, int y, uint32_t colour, double since_ms);
  void MovePointer(int x, int y);
  void Button(bool down);

 private:
  struct Closer {
    void operator()(Display* display) const { XCloseDisplay(display); }
  };
  std::unique_ptr<Display, Closer> display_;
};

}  // namespace chunhui::bench
