#include "tests/bench/screen_probe.h"

#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>

#include <stdexcept>
#include <thread>

#include "tests/bench/figure.h"

namespace chunhui::bench {
namespace {

constexpr double kPatienceMs = 30'000;
constexpr std::chrono::microseconds kPollEvery{200};

}  // namespace

ScreenProbe::ScreenProbe(const std::string& display) {
  const double start = NowMs();
  while (!display_) {
    display_.reset(XOpenDisplay(display.c_str()));
    if (display_) break;
    if (NowMs() - start > 10'000) throw std::runtime_error("no display " + display);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

uint32_t ScreenProbe::Pixel(int x, int y) {
  XImage* image =
      XGetImage(display_.get(), DefaultRootWindow(display_.get()), x, y, 1, 1, AllPlanes, ZPixmap);
  if (!image) throw std::runtime_error("cannot read a pixel");
  const auto pixel = static_cast<uint32_t>(XGetPixel(image, 0, 0)) & 0xFFFFFF;
  XDestroyImage(image);
  return pixel;
}

double ScreenProbe::UntilEquals(int x, int y, uint32_t colour, double since_ms) {
  while (Pixel(x, y) != colour) {
    if (NowMs() - since_ms > kPatienceMs) throw std::runtime_error("the picture never came");
    std::this_thread::sleep_for(kPollEvery);
  }
  return NowMs() - since_ms;
}

double ScreenProbe::UntilDiffers(int x, int y, uint32_t colour, double since_ms) {
  while (Pixel(x, y) == colour) {
    if (NowMs() - since_ms > kPatienceMs) throw std::runtime_error("the picture never changed");
    std::this_thread::sleep_for(kPollEvery);
  }
  return NowMs() - since_ms;
}

void ScreenProbe::MovePointer(int x, int y) {
  XTestFakeMotionEvent(display_.get(), -1, x, y, CurrentTime);
  XSync(display_.get(), False);
}

void ScreenProbe::Button(bool down) {
  XTestFakeButtonEvent(display_.get(), 1, down ? True : False, CurrentTime);
  XSync(display_.get(), False);
}

}  // namespace chunhui::bench
