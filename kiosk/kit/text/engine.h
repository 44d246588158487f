// Words to lines to glyphs. UI thread only.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "kiosk/kit/text/breaks.h"
#include "kiosk/kit/text/emoji.h"
#include "kiosk/kit/text/glyphs.h"
#include "kiosk/kit/text/lines.h"

namespace chunhui::kit {

struct TextLine {
  std::u32string text;
  float width_px = 0;
};

// The pen stands on the baseline; the em box is centred where a line's middle is at 0.38 em above.
constexpr float kBaselineBelowMiddle = 0.38F;

class TextEngine {
 public:
  explicit TextEngine(const FontFiles& fonts);

  float Width(std::u32string_view text, Weight weight, int em_px);
  // Lines no wider than `width_px` and no longer than 18 Han characters. The answer stays valid
  // until the next call of Wrap or Forget.
  const std::vector<TextLine>& Wrap(std::string_view words, Weight weight, int em_px, int width_px);

  GlyphCache& glyphs() { return glyphs_; }
  EmojiCache& emoji() { return emoji_; }
  // Drops all that was ever shown: names are personal.
  void Forget();

 private:
  using Key = std::tuple<std::string, Weight, int, int>;
  std::vector<TextLine> WrapAnew(std::string_view words, Weight weight, int em_px, int width_px);

  GlyphCache glyphs_;
  EmojiCache emoji_;
  BreakFinder finder_;
  std::map<Key, std::vector<TextLine>> wrapped_;
};

}  // namespace chunhui::kit
