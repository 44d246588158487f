#include "kiosk/kit/text/engine.h"

#include <algorithm>

#include "kiosk/kit/text/utf8.h"
#include "kiosk/kit/theme.h"

namespace chunhui::kit {
namespace {

constexpr size_t kWrappedMax = 500;

}  // namespace

TextEngine::TextEngine(const FontFiles& fonts) : glyphs_(fonts), emoji_(fonts.emoji) {}

float TextEngine::Width(std::u32string_view text, Weight weight, int em_px) {
  float width = 0;
  for (const char32_t point : text) width += glyphs_.Get(weight, em_px, point).advance;
  return width;
}

const std::vector<TextLine>& TextEngine::Wrap(std::string_view words, Weight weight, int em_px,
                                              int width_px) {
  Key key{std::string(words), weight, em_px, width_px};
  const auto found = wrapped_.find(key);
  if (found != wrapped_.end()) return found->second;
  if (wrapped_.size() >= kWrappedMax) wrapped_.clear();
  auto lines = WrapAnew(words, weight, em_px, width_px);
  return wrapped_.emplace(std::move(key), std::move(lines)).first->second;
}

std::vector<TextLine> TextEngine::WrapAnew(std::string_view words, Weight weight, int em_px,
                                           int width_px) {
  const std::u32string text = Decode(words);
  const int width_max = std::min(width_px, kHanPerLineMax * em_px);
  const float whole = Width(text, weight, em_px);
  // Most texts are one line: no break iterator, no dictionary.
  if (whole <= static_cast<float>(width_max) && text.find(U'\n') == std::u32string::npos) {
    return {{text, whole}};
  }
  std::vector<float> advances;
  for (const char32_t point : text) {
    advances.push_back(point == U'\n' ? 0 : glyphs_.Get(weight, em_px, point).advance);
  }
  std::vector<TextLine> lines;
  for (const LineRange& range :
       ChooseLines(text, finder_.Find(text), advances, static_cast<float>(width_max))) {
    TextLine line{text.substr(range.begin, range.end - range.begin), 0};
    line.width_px = Width(line.text, weight, em_px);
    lines.push_back(std::move(line));
  }
  return lines;
}

void TextEngine::Forget() {
  wrapped_.clear();
  glyphs_.Forget();
}

}  // namespace chunhui::kit
