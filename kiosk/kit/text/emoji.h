// Colour pictures of dishes and events from the emoji font, scaled once and kept.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "kiosk/kit/paint/texture.h"
#include "kiosk/kit/text/face.h"

namespace chunhui::kit {

class EmojiCache {
 public:
  explicit EmojiCache(const FontFile& font) : face_(library_, font) {}

  // A picture whose longer side is `size_px`; muted ones are paler (sold out). nullptr when the
  // font has none: then nothing is drawn, which is better than a wrong picture.
  const Texture* Get(std::string_view emoji, int size_px, bool muted);

 private:
  FontLibrary library_;
  Face face_;
  uint64_t generation_ = uint64_t{1} << 32;  // apart from the glyph pages' numbers
  std::map<std::pair<std::string, int>, std::unique_ptr<Texture>, std::less<>> pictures_;
};

}  // namespace chunhui::kit
