#include "tests/support/screen_probe.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>

#include <chrono>
#include <stdexcept>
#include <thread>

namespace chunhui::tests {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kDisplayPatience{10};
constexpr std::chrono::seconds kPicturePatience{30};
constexpr std::chrono::microseconds kPollEvery{200};

}  // namespace

void ScreenProbe::Closer::operator()(Display* display) const { XCloseDisplay(display); }

ScreenProbe::ScreenProbe(const std::string& display) {
  const auto limit = Clock::now() + kDisplayPatience;
  while (!display_) {
    display_.reset(XOpenDisplay(display.c_str()));
    if (display_) break;
    if (Clock::now() > limit) throw std::runtime_error("no display " + display);
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

template <typename Condition>
void ScreenProbe::Until(const char* what, Condition condition) {
  const auto limit = Clock::now() + kPicturePatience;
  while (!condition()) {
    if (Clock::now() > limit) throw std::runtime_error(what);
    std::this_thread::sleep_for(kPollEvery);
  }
}

void ScreenProbe::UntilEquals(int x, int y, uint32_t colour) {
  Until("the picture never came", [&] { return Pixel(x, y) == colour; });
}

void ScreenProbe::UntilDiffers(int x, int y, uint32_t colour) {
  Until("the picture never changed", [&] { return Pixel(x, y) != colour; });
}

void ScreenProbe::MovePointer(int x, int y) {
  XTestFakeMotionEvent(display_.get(), -1, x, y, CurrentTime);
  XSync(display_.get(), False);
}

void ScreenProbe::Button(bool down) {
  XTestFakeButtonEvent(display_.get(), 1, down ? True : False, CurrentTime);
  XSync(display_.get(), False);
}

void ScreenProbe::Type(const std::string& keys) {
  for (const char key : keys) {
    // The symbols of Latin letters and digits are their ASCII codes.
    const KeySym symbol = key == '\n' ? XK_Return : static_cast<KeySym>(key);
    const KeyCode code = XKeysymToKeycode(display_.get(), symbol);
    XTestFakeKeyEvent(display_.get(), code, True, CurrentTime);
    XTestFakeKeyEvent(display_.get(), code, False, CurrentTime);
  }
  XSync(display_.get(), False);
}

void ScreenProbe::CloseWindows() {
  Window root = 0, parent = 0;
  Window* windows = nullptr;
  unsigned count = 0;
  XQueryTree(display_.get(), DefaultRootWindow(display_.get()), &root, &parent, &windows, &count);
  for (unsigned i = 0; i < count; ++i) {
    XEvent event{};
    event.xclient.type = ClientMessage;
    event.xclient.window = windows[i];
    event.xclient.message_type = XInternAtom(display_.get(), "WM_PROTOCOLS", False);
    event.xclient.format = 32;
    event.xclient.data.l[0] =
        static_cast<long>(XInternAtom(display_.get(), "WM_DELETE_WINDOW", False));
    XSendEvent(display_.get(), windows[i], False, NoEventMask, &event);
  }
  XFree(windows);
  XSync(display_.get(), False);
}

}  // namespace chunhui::tests
