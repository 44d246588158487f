#include "kiosk/window.h"

#include <SDL.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>

namespace chunhui::kiosk {
namespace {

constexpr int kAroundFitPx = 80;  // room for a desktop's bars
// SDL takes two quick strokes of one key for one that is held; a hand's key repeats much later.
constexpr int64_t kHeldKeyMs = 150;

[[noreturn]] void Fail(const char* what) {
  throw std::runtime_error(std::string(what) + ": " + SDL_GetError());
}

kit::RawTouch FingerOf(const SDL_TouchFingerEvent& event, kit::TouchKind kind) {
  return {0, kind, false, event.touchId, event.fingerId, event.x, event.y};
}

std::optional<kit::RawTouch> MouseOf(const SDL_MouseButtonEvent& event, kit::TouchKind kind) {
  if (event.button != SDL_BUTTON_LEFT) return {};
  const auto x = static_cast<float>(event.x);
  const auto y = static_cast<float>(event.y);
  return kit::RawTouch{0, kind, true, event.which, event.button, x, y};
}

std::optional<kit::RawTouch> MouseOf(const SDL_MouseMotionEvent& event) {
  if ((event.state & SDL_BUTTON_LMASK) == 0) return {};
  const auto x = static_cast<float>(event.x);
  const auto y = static_cast<float>(event.y);
  return kit::RawTouch{0, kit::TouchKind::kMove, true, event.which, SDL_BUTTON_LEFT, x, y};
}

// A mouse is a finger while its left button is down. The time is left to the caller.
std::optional<kit::RawTouch> RawTouchOf(const SDL_Event& event) {
  switch (event.type) {
    case SDL_FINGERDOWN:
      return FingerOf(event.tfinger, kit::TouchKind::kDown);
    case SDL_FINGERMOTION:
      return FingerOf(event.tfinger, kit::TouchKind::kMove);
    case SDL_FINGERUP:
      return FingerOf(event.tfinger, kit::TouchKind::kUp);
    case SDL_MOUSEBUTTONDOWN:
      return MouseOf(event.button, kit::TouchKind::kDown);
    case SDL_MOUSEMOTION:
      return MouseOf(event.motion);
    case SDL_MOUSEBUTTONUP:
      return MouseOf(event.button, kit::TouchKind::kUp);
    default:
      return {};
  }
}

// What an upper-case reader types, too.
char LetterOrDigit(int key) {
  if (key >= SDLK_KP_1 && key <= SDLK_KP_9) return static_cast<char>('1' + (key - SDLK_KP_1));
  if (key == SDLK_KP_0) return '0';
  if (key >= '0' && key <= '9') return static_cast<char>(key);
  if (key >= 'a' && key <= 'z') return static_cast<char>(key - 'a' + 'A');
  return 0;
}

std::map<int, kit::PadKey> PadOf(const PadKeyNames& names) {
  std::map<int, kit::PadKey> pad;
  const auto add = [&pad](const char* key, const std::string& name, kit::PadKey means) {
    const SDL_Scancode scancode = SDL_GetScancodeFromName(name.c_str());
    if (scancode == SDL_SCANCODE_UNKNOWN) {
      throw ConfigError(std::string("keys.") + key + ": SDL knows no key called '" + name + "'");
    }
    pad[scancode] = means;
  };
  add("next", names.next, kit::PadKey::kNext);
  add("previous", names.previous, kit::PadKey::kPrevious);
  add("choose", names.choose, kit::PadKey::kChoose);
  add("help", names.help, kit::PadKey::kHelp);
  return pad;
}

}  // namespace

int64_t NowMs() {
  static const auto start = std::chrono::steady_clock::now();
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                               start)
      .count();
}

void Waker::Wake() {
  const uint32_t type = event_type_;
  if (type == 0 || waiting_.exchange(true)) return;
  SDL_Event event{};
  event.type = type;
  SDL_PushEvent(&event);
}

Window::Window(const kit::Panel& panel, WindowSize size, Waker& waker, const PadKeyNames& keys)
    : panel_(panel), waker_(waker), pad_(PadOf(keys)) {
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
  // Nobody composes accents here, and reading X11's table of them is a tenth of the start.
  setenv("XCOMPOSEFILE", "/dev/null", 0);
  if (SDL_Init(SDL_INIT_VIDEO) != 0) Fail("no display");
  const std::string driver = SDL_GetCurrentVideoDriver();
  if (driver == "x11") SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  waker_.Open(SDL_RegisterEvents(1));
  SDL_Rect display{};
  SDL_GetDisplayBounds(0, &display);
  if (size == WindowSize::kFit) {
    const float across = static_cast<float>(display.w) / static_cast<float>(panel.width_px);
    const float down =
        static_cast<float>(display.h - kAroundFitPx) / static_cast<float>(panel.height_px);
    scale_ = std::min({across, down, 1.0F});
  }
  const bool whole = display.w == panel.width_px && display.h == panel.height_px;
  const auto scaled = [this](int px) { return static_cast<int>(static_cast<float>(px) * scale_); };
  window_ = SDL_CreateWindow("春晖 Chunhui", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                             scaled(panel.width_px), scaled(panel.height_px),
                             whole ? static_cast<Uint32>(SDL_WINDOW_BORDERLESS) : 0U);
  if (!window_) Fail("no window");
}

Window::~Window() {
  waker_.Open(0);
  SDL_FreeSurface(pixels_);
  if (window_) SDL_DestroyWindow(window_);
  SDL_Quit();
}

void Window::Run(app::App& app, Witness& witness, const std::function<void()>& shown) {
  bool first = true;
  while (open_) {
    const bool again = app.Frame(NowMs());
    witness.See(app.stage(), NowMs());
    Show(app);
    if (first) shown();
    first = false;
    if (!again) WaitAndHandle(app);
  }
}

void Window::Show(app::App& app) {
  SDL_Surface* surface = SDL_GetWindowSurface(window_);
  if (!surface) Fail("no window surface");
  const bool direct = scale_ == 1 && surface->format->format == SDL_PIXELFORMAT_RGB888 &&
                      surface->w == panel_.width_px && surface->h == panel_.height_px;
  if (!direct && !pixels_) {
    pixels_ = SDL_CreateRGBSurfaceWithFormat(0, panel_.width_px, panel_.height_px, 32,
                                             SDL_PIXELFORMAT_RGB888);
    if (!pixels_) Fail("no pixels");
    app.stage().RepaintAll();
  }
  SDL_Surface* target = direct ? surface : pixels_;
  const std::vector<kit::Rect> rects = app.stage().Paint(
      {static_cast<uint32_t*>(target->pixels), static_cast<size_t>(target->pitch)});
  if (rects.empty()) return;
  if (!direct) {
    SDL_BlitScaled(pixels_, nullptr, surface, nullptr);
    SDL_UpdateWindowSurface(window_);
    return;
  }
  Present(rects);
}

void Window::Present(const std::vector<kit::Rect>& rects) {
  std::vector<SDL_Rect> changed;
  for (const kit::Rect& rect : rects) changed.push_back({rect.x, rect.y, rect.w, rect.h});
  SDL_UpdateWindowSurfaceRects(window_, changed.data(), static_cast<int>(changed.size()));
}

void Window::WaitAndHandle(app::App& app) {
  const int64_t wait_ms = std::clamp<int64_t>(app.wake_at_ms() - NowMs(), 0, 60'000);
  SDL_Event event;
  if (SDL_WaitEventTimeout(&event, static_cast<int>(wait_ms)) == 0) return;
  do {
    Handle(event, app);
  } while (SDL_PollEvent(&event) != 0);
  waker_.Taken();
}

void Window::TraceTouches(const std::filesystem::path& file) {
  trace_.emplace(file, kit::TraceHead{panel_, scale_});
}

void Window::Handle(const SDL_Event& event, app::App& app) {
  if (HandleTouch(event, app)) return;
  switch (event.type) {
    case SDL_QUIT:
      open_ = false;
      return;
    case SDL_WINDOWEVENT:
      if (event.window.event == SDL_WINDOWEVENT_EXPOSED) app.stage().RepaintAll();
      return;
    case SDL_KEYDOWN:
      if (event.key.repeat == 0) key_down_ms_ = NowMs();
      if (event.key.repeat == 0 && HandlePad(event.key.keysym.scancode, app)) return;
      if (NowMs() - key_down_ms_ < kHeldKeyMs) HandleKey(event.key.keysym.sym, app);
      return;
    default:
      return;
  }
}

bool Window::HandleTouch(const SDL_Event& event, app::App& app) {
  std::optional<kit::RawTouch> raw = RawTouchOf(event);
  if (!raw) return false;
  raw->time_ms = NowMs();
  if (trace_) trace_->Write(*raw);
  app.HandleTouch(kit::ToTouchEvent(*raw, {panel_, scale_}));
  return true;
}

bool Window::HandlePad(int scancode, app::App& app) {
  const auto key = pad_.find(scancode);
  if (key == pad_.end()) return false;
  app.HandlePad(key->second, NowMs());
  return true;
}

void Window::HandleKey(int key, app::App& app) {
  if (key == SDLK_RETURN || key == SDLK_KP_ENTER) return app.HandleKey(devices::kEnter, NowMs());
  if (key == SDLK_BACKSPACE) return app.HandleKey('\b', NowMs());
  if (const char typed = LetterOrDigit(key); typed != 0) app.HandleKey(typed, NowMs());
}

}  // namespace chunhui::kiosk
