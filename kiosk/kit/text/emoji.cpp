#include "kiosk/kit/text/emoji.h"

#include <algorithm>
#include <cmath>

#include "kiosk/kit/text/scale.h"
#include "kiosk/kit/text/utf8.h"

namespace chunhui::kit {
namespace {

// Five eighths as strong: a premultiplied picture pales by shrinking all four channels alike.
uint32_t Paled(uint32_t argb) { return (argb >> 1 & 0x7F7F7F7F) + (argb >> 3 & 0x1F1F1F1F); }

}  // namespace

const Texture* EmojiCache::Get(std::string_view emoji, int size_px, bool muted) {
  const std::pair<std::string, int> key{std::string(emoji), muted ? -size_px : size_px};
  const auto found = pictures_.find(key);
  if (found != pictures_.end()) return found->second.get();
  std::unique_ptr<Texture>& kept = pictures_[key];
  const std::u32string points = Decode(emoji);
  if (points.empty() || size_px < 1) return nullptr;
  const auto bitmap = face_.RenderColor(points.front());
  if (!bitmap) return nullptr;
  const float scale =
      static_cast<float>(size_px) / static_cast<float>(std::max(bitmap->width, bitmap->height));
  const auto scaled = [scale](int px) {
    return std::max(1, static_cast<int>(std::lround(static_cast<float>(px) * scale)));
  };
  ColorBitmap picture = Scaled(*bitmap, scaled(bitmap->width), scaled(bitmap->height));
  if (muted) std::transform(picture.argb.begin(), picture.argb.end(), picture.argb.begin(), Paled);
  kept = std::make_unique<Texture>();
  kept->width = picture.width;
  kept->height = picture.height;
  kept->argb = std::move(picture.argb);
  kept->generation = ++generation_;
  return kept.get();
}

}  // namespace chunhui::kit
