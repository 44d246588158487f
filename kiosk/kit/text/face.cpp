#include "kiosk/kit/text/face.h"

#include <fcntl.h>
#include <ft2build.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmath>
#include <stdexcept>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

namespace chunhui::kit {

FontLibrary::FontLibrary() {
  if (FT_Init_FreeType(&library_) != 0) throw std::runtime_error("FreeType does not start");
}

FontLibrary::~FontLibrary() { FT_Done_FreeType(library_); }

Face::~Face() {
  if (face_ != nullptr) FT_Done_Face(face_);
  if (mapping_ != nullptr) munmap(mapping_, mapping_size_);
}

bool Face::Open() {
  if (tried_) return face_ != nullptr;
  tried_ = true;
  const int file = open(file_.path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  struct stat status {};
  if (fstat(file, &status) == 0 && status.st_size > 0) {
    mapping_size_ = static_cast<size_t>(status.st_size);
    void* const mapping = mmap(nullptr, mapping_size_, PROT_READ, MAP_PRIVATE, file, 0);
    if (mapping != MAP_FAILED) mapping_ = mapping;
  }
  close(file);
  if (mapping_ == nullptr) return false;
  const auto size = static_cast<FT_Long>(mapping_size_);
  if (FT_New_Memory_Face(library_.get(), static_cast<const FT_Byte*>(mapping_), size,
                         file_.face_index, &face_) != 0) {
    face_ = nullptr;
  }
  return face_ != nullptr;
}

void Face::Rest() {
  if (mapping_ != nullptr) madvise(mapping_, mapping_size_, MADV_DONTNEED);
}

bool Face::Has(char32_t point) { return Open() && FT_Get_Char_Index(face_, point) != 0; }

bool Face::Load(char32_t point, int em_px, int flags) {
  if (!Open()) return false;
  if (em_px != em_px_) {
    FT_Set_Pixel_Sizes(face_, 0, static_cast<FT_UInt>(em_px));
    em_px_ = em_px;
  }
  return FT_Load_Glyph(face_, FT_Get_Char_Index(face_, point), flags) == 0;
}

GlyphBitmap Face::Render(char32_t point, int em_px, float embolden_px) {
  GlyphBitmap result;
  if (!Load(point, em_px, FT_LOAD_NO_HINTING)) return result;
  FT_GlyphSlot slot = face_->glyph;
  result.advance = static_cast<float>(slot->linearHoriAdvance) / 65536.0F;
  if (embolden_px > 0 && slot->format == FT_GLYPH_FORMAT_OUTLINE) {
    const auto strength = static_cast<FT_Pos>(std::lround(embolden_px * 64));
    FT_Outline_Embolden(&slot->outline, strength);
    FT_Outline_Translate(&slot->outline, -strength / 2, -strength / 2);
  }
  if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0) return result;
  const FT_Bitmap& bitmap = slot->bitmap;
  result.left = slot->bitmap_left;
  result.top = slot->bitmap_top;
  result.width = static_cast<int>(bitmap.width);
  result.height = static_cast<int>(bitmap.rows);
  for (int y = 0; y < result.height; ++y) {
    const uint8_t* const row = bitmap.buffer + y * bitmap.pitch;
    result.alpha.insert(result.alpha.end(), row, row + result.width);
  }
  return result;
}

float Face::Advance(char32_t point, int em_px) {
  if (!Load(point, em_px, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP)) return 0;
  return static_cast<float>(face_->glyph->linearHoriAdvance) / 65536.0F;
}

std::optional<ColorBitmap> Face::RenderColor(char32_t point) {
  if (!Has(point) || face_->num_fixed_sizes < 1 || FT_Select_Size(face_, 0) != 0) return {};
  if (FT_Load_Char(face_, point, FT_LOAD_COLOR) != 0) return {};
  const FT_Bitmap& bitmap = face_->glyph->bitmap;
  if (bitmap.pixel_mode != FT_PIXEL_MODE_BGRA) return {};
  ColorBitmap result{static_cast<int>(bitmap.width), static_cast<int>(bitmap.rows), {}};
  for (int y = 0; y < result.height; ++y) {
    const uint8_t* pixel = bitmap.buffer + y * bitmap.pitch;
    for (int x = 0; x < result.width; ++x, pixel += 4) {
      result.argb.push_back(uint32_t{pixel[3]} << 24 | uint32_t{pixel[2]} << 16 |
                            uint32_t{pixel[1]} << 8 | pixel[0]);
    }
  }
  return result;
}

}  // namespace chunhui::kit
