// Looks at pixels, presses buttons and types on an X display, as a person in front of it would.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

struct _XDisplay;

namespace chunhui::tests {

class ScreenProbe {
 public:
  // Waits up to 10 s for the display (":99"). Throws std::runtime_error.
  explicit ScreenProbe(const std::string& display);

  // 0xRRGGBB at a pixel of the root window.
  uint32_t Pixel(int x, int y);
  // Return once the pixel has, or no longer has, the colour; throw after 30 s.
  void UntilEquals(int x, int y, uint32_t colour);
  void UntilDiffers(int x, int y, uint32_t colour);
  void MovePointer(int x, int y);
  void Button(bool down);
  // Presses and lets go of the keys of letters and digits; '\n' is Enter.
  void Type(const std::string& keys);
  // Asks every window on the display to close, as its close button does.
  void CloseWindows();

 private:
  template <typename Condition>
  void Until(const char* what, Condition condition);

  struct Closer {
    void operator()(_XDisplay* display) const;
  };
  std::unique_ptr<_XDisplay, Closer> display_;
};

}  // namespace chunhui::tests
