// The kiosk in a window of SDL: touches and keys in, pixels out. Sleeps until something happens.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "kiosk/app/app.h"
#include "kiosk/config.h"
#include "kiosk/kit/touch_trace.h"
#include "kiosk/witness.h"

struct SDL_Window;
struct SDL_Surface;
union SDL_Event;

namespace chunhui::kiosk {

enum class WindowSize {
  kPanel,  // pixel by pixel; fills the display when it has the panel's size
  kFit,    // the whole panel shown smaller where the display is smaller
};

// Any thread: wakes the loop. Works before the window is there.
class Waker {
 public:
  void Wake();
  void Open(uint32_t event_type) { event_type_ = event_type; }
  void Taken() { waiting_ = false; }

 private:
  std::atomic<uint32_t> event_type_ = 0;
  std::atomic<bool> waiting_ = false;
};

class Window {
 public:
  // Throws std::runtime_error when SDL finds no display, ConfigError for a key it does not know.
  Window(const kit::Panel& panel, WindowSize size, Waker& waker, const PadKeyNames& keys = {});
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;
  ~Window();

  // From now on every touch is written there, as SDL tells it. Demo town only. Throws
  // std::runtime_error.
  void TraceTouches(const std::filesystem::path& file);
  // Until the window is closed. `shown` is called once, when the first frame is on the glass.
  void Run(app::App& app, Witness& witness, const std::function<void()>& shown);

 private:
  void Show(app::App& app);
  void Present(const std::vector<kit::Rect>& rects);
  void WaitAndHandle(app::App& app);
  void Handle(const SDL_Event& event, app::App& app);
  void HandleKey(int key, app::App& app);
  // True when it was a touch.
  bool HandleTouch(const SDL_Event& event, app::App& app);
  // True when the key belongs to the tactile pad.
  bool HandlePad(int scancode, app::App& app);
  void Touch(app::App& app, int64_t finger, kit::TouchKind kind, float x_px, float y_px);

  const kit::Panel panel_;
  std::optional<kit::TouchTraceWriter> trace_;
  Waker& waker_;
  SDL_Window* window_ = nullptr;
  // The panel's own pixels, used when the window is smaller or has another form of pixels.
  SDL_Surface* pixels_ = nullptr;
  std::map<int, kit::PadKey> pad_;  // by SDL scancode
  float scale_ = 1;                 // window pixels per panel pixel
  bool open_ = true;
  int64_t key_down_ms_ = 0;  // the last key that was not down before
};

// Milliseconds since the program started, as touch events count them.
int64_t NowMs();

}  // namespace chunhui::kiosk
