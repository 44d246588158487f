// Every glyph drawn so far, as coverage in shared pages: characters in two weights with fallback
// for rare names, icons, and round corners. UI thread only.
#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "kiosk/kit/paint/texture.h"
#include "kiosk/kit/panel.h"
#include "kiosk/kit/text/face.h"

namespace chunhui::kit {

enum class Weight : uint8_t { kMedium, kBold, kIcon };

enum class Quarter : uint8_t { kTopLeft, kTopRight, kBottomLeft, kBottomRight };

struct Glyph {
  const Texture* page = nullptr;  // nullptr: nothing to draw (a space)
  Rect source;                    // in the page
  int left = 0;                   // from pen to source
  int top = 0;                    // from baseline up to source
  float advance = 0;              // px
};

class GlyphCache {
 public:
  explicit GlyphCache(FontFiles fonts);

  // The font chain's glyph; a character no font has becomes the main font's "missing" box. Throws
  // std::runtime_error when not even the main font can be opened.
  const Glyph& Get(Weight weight, int em_px, char32_t point);
  // Whether any font has it.
  bool Knows(Weight weight, char32_t point);

  // A quarter of a disc; with a thickness only its outer ring.
  const Glyph& Corner(Quarter quarter, int radius_px, int thickness_px);

  // Gives the font files back to the system until a new glyph is needed: 13 MB of a start.
  void Rest();
  // Drops every glyph and wipes the pages.
  void Forget();
  size_t page_count() const { return pages_.size(); }

 private:
  struct Chosen {
    Face* face = nullptr;
    bool rare = false;
  };
  Chosen Choose(Weight weight, char32_t point);
  const Glyph& Keep(uint64_t key, const GlyphBitmap& bitmap);
  Rect Allot(int width, int height);
  void AddPage(int least_px);

  FontLibrary library_;
  std::vector<std::unique_ptr<Face>> medium_;
  std::vector<std::unique_ptr<Face>> bold_;
  std::vector<std::unique_ptr<Face>> rare_;
  Face icons_;
  std::vector<std::unique_ptr<Texture>> pages_;  // the last one is being filled
  int shelf_x_ = 0;
  int shelf_y_ = 0;
  int shelf_height_ = 0;
  uint64_t generation_ = 0;
  bool rested_ = true;  // no glyph was rendered since the last rest
  std::unordered_map<uint64_t, Glyph> glyphs_;
};

}  // namespace chunhui::kit
