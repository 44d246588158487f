#include "kiosk/window.h"

#include <SDL.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>

namespace chunhui::kiosk {
namespace {

constexpr int kAroundFitPx = 80;  // room for a desktop's bars
constexpr int64_t kMouse = -1;
// SDL takes two quick strokes of one key for one that is held; a hand's key repeats much later.
constexpr int64_t kHeldKeyMs = 150;

[[noreturn]] void Fail(const char* what) {
  throw std::runtime_error(std::string(what) + ": " + SDL_GetError());
}

// What an upper-case reader types, too.
char LetterOrDigit(int key) {
  if (key >= SDLK_KP_1 && key <= SDLK_KP_9) return static_cast<char>('1' + (key - SDLK_KP_1));
  if (key == SDLK_KP_0) return '0';
  if (key >= '0' && key <= '9') return static_cast<char>(key);
  if (key >= 'a' && key <= 'z') return static_cast<char>(key - 'a' + 'A');
  return 0;
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

Window::Window(const kit::Panel& panel, WindowSize size, Waker& waker)
    : panel_(panel), waker_(waker) {
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
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

void Window::Handle(const SDL_Event& event, app::App& app) {
  const auto finger = [&](kit::TouchKind kind) {
    Touch(app, event.tfinger.fingerId, kind, event.tfinger.x * static_cast<float>(panel_.width_px),
          event.tfinger.y * static_cast<float>(panel_.height_px));
  };
  const auto mouse = [&](kit::TouchKind kind, int x, int y) {
    Touch(app, kMouse, kind, static_cast<float>(x) / scale_, static_cast<float>(y) / scale_);
  };
  switch (event.type) {
    case SDL_QUIT:
      open_ = false;
      return;
    case SDL_WINDOWEVENT:
      if (event.window.event == SDL_WINDOWEVENT_EXPOSED) app.stage().RepaintAll();
      return;
    case SDL_FINGERDOWN:
      return finger(kit::TouchKind::kDown);
    case SDL_FINGERMOTION:
      return finger(kit::TouchKind::kMove);
    case SDL_FINGERUP:
      return finger(kit::TouchKind::kUp);
    case SDL_MOUSEBUTTONDOWN:
      if (event.button.button == SDL_BUTTON_LEFT) {
        mouse(kit::TouchKind::kDown, event.button.x, event.button.y);
      }
      return;
    case SDL_MOUSEMOTION:
      if (event.motion.state & SDL_BUTTON_LMASK) {
        mouse(kit::TouchKind::kMove, event.motion.x, event.motion.y);
      }
      return;
    case SDL_MOUSEBUTTONUP:
      if (event.button.button == SDL_BUTTON_LEFT) {
        mouse(kit::TouchKind::kUp, event.button.x, event.button.y);
      }
      return;
    case SDL_KEYDOWN:
      if (event.key.repeat == 0) key_down_ms_ = NowMs();
      if (NowMs() - key_down_ms_ < kHeldKeyMs) HandleKey(event.key.keysym.sym, app);
      return;
    default:
      return;
  }
}

void Window::HandleKey(int key, app::App& app) {
  if (key == SDLK_RETURN || key == SDLK_KP_ENTER) return app.HandleKey(devices::kEnter, NowMs());
  if (key == SDLK_BACKSPACE) return app.HandleKey('\b', NowMs());
  if (const char typed = LetterOrDigit(key); typed != 0) app.HandleKey(typed, NowMs());
}

void Window::Touch(app::App& app, int64_t finger, kit::TouchKind kind, float x_px, float y_px) {
  app.HandleTouch({finger, kind, x_px, y_px, NowMs()});
}

}  // namespace chunhui::kiosk
