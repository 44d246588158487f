#include "kiosk/kit/fade.h"

#include <algorithm>

namespace chunhui::kit {
namespace {

constexpr uint32_t kWhole = 256;

std::vector<uint32_t> CopyOf(const Canvas32& shown, int width, int height) {
  std::vector<uint32_t> copy(static_cast<size_t>(width) * static_cast<size_t>(height));
  for (int y = 0; y < height; ++y) {
    std::copy_n(shown.Row(y), width, copy.data() + static_cast<size_t>(y) * width);
  }
  return copy;
}

// Two colour channels at a time.
uint32_t Between(uint32_t from, uint32_t to, uint32_t part) {
  constexpr uint32_t kRedAndBlue = 0x00FF00FFU;
  const uint32_t rest = kWhole - part;
  const uint32_t red_blue = ((from & kRedAndBlue) * rest + (to & kRedAndBlue) * part) >> 8U;
  const uint32_t green =
      ((from >> 8U & kRedAndBlue) * rest + (to >> 8U & kRedAndBlue) * part) & ~kRedAndBlue;
  return (red_blue & kRedAndBlue) | green;
}

}  // namespace

void Fade::Begin(int64_t now_ms, const Canvas32& shown) {
  before_ = CopyOf(shown, width_, height_);
  // The painter goes on from what it has painted so far: aside, or on the glass.
  if (!running()) after_ = before_;
  begun_ms_ = now_ms;
}

Canvas32 Fade::target() { return {after_.data(), static_cast<size_t>(width_) * sizeof(uint32_t)}; }

std::vector<Rect> Fade::Show(int64_t now_ms, const std::vector<Rect>& painted,
                             const Canvas32& shown) {
  changed_.insert(changed_.end(), painted.begin(), painted.end());
  // The first step shows at once.
  const int64_t shown_ms = std::clamp(now_ms - *begun_ms_ + kFadeStepMs, kFadeStepMs, kFadeMs);
  const bool over = now_ms - *begun_ms_ >= kFadeMs;
  const uint32_t part = over ? kWhole : static_cast<uint32_t>(kWhole * shown_ms / kFadeMs);
  for (const Rect& rect : changed_) Mix(rect, part, shown);
  std::vector<Rect> rects = changed_;
  if (over) Stop();
  return rects;
}

void Fade::Mix(const Rect& rect, uint32_t part, const Canvas32& shown) const {
  for (int y = rect.y; y < rect.y + rect.h; ++y) {
    const size_t begin = static_cast<size_t>(y) * static_cast<size_t>(width_);
    const uint32_t* before = before_.data() + begin;
    const uint32_t* after = after_.data() + begin;
    uint32_t* out = shown.Row(y);
    for (int x = rect.x; x < rect.x + rect.w; ++x) out[x] = Between(before[x], after[x], part);
  }
}

void Fade::Stop() {
  begun_ms_.reset();
  before_ = {};
  after_ = {};
  changed_ = {};
}

}  // namespace chunhui::kit
