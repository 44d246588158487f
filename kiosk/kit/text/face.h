// One font file, opened when its first glyph is asked for: mapped, not read, so that only the pages
// used cost memory. The only place besides the glyph caches that knows FreeType.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/kit/text/font_files.h"

struct FT_LibraryRec_;
struct FT_FaceRec_;

namespace chunhui::kit {

// Throws std::runtime_error when FreeType cannot start.
class FontLibrary {
 public:
  FontLibrary();
  ~FontLibrary();
  FontLibrary(const FontLibrary&) = delete;
  FontLibrary& operator=(const FontLibrary&) = delete;
  FT_LibraryRec_* get() const { return library_; }

 private:
  FT_LibraryRec_* library_ = nullptr;
};

struct GlyphBitmap {
  int left = 0;  // from pen to bitmap, right is positive
  int top = 0;   // from baseline to bitmap's top, up is positive
  int width = 0;
  int height = 0;
  float advance = 0;           // px
  std::vector<uint8_t> alpha;  // coverage, width × height
};

struct ColorBitmap {
  int width = 0;
  int height = 0;
  std::vector<uint32_t> argb;  // premultiplied
};

class Face {
 public:
  Face(const FontLibrary& library, FontFile file) : library_(library), file_(std::move(file)) {}
  ~Face();
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;

  // False when the file is missing, is no font, or has no such glyph.
  bool Has(char32_t point);
  // `embolden_px` thickens thin fonts beside a bold one. No hinting; grey coverage.
  GlyphBitmap Render(char32_t point, int em_px, float embolden_px);
  float Advance(char32_t point, int em_px);
  // The one size a colour font holds; nothing when it has no such picture.
  std::optional<ColorBitmap> RenderColor(char32_t point);
  // Gives the mapped pages back to the system; the next glyph fetches what it needs again.
  void Rest();

 private:
  bool Open();
  bool Load(char32_t point, int em_px, int flags);

  const FontLibrary& library_;
  FontFile file_;
  bool tried_ = false;
  void* mapping_ = nullptr;
  size_t mapping_size_ = 0;
  FT_FaceRec_* face_ = nullptr;
  int em_px_ = 0;
};

}  // namespace chunhui::kit
