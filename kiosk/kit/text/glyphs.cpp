#include "kiosk/kit/text/glyphs.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace chunhui::kit {
namespace {

constexpr int kPagePx = 1024;
constexpr uint64_t kCornerKey = uint64_t{1} << 63;

std::vector<std::unique_ptr<Face>> Faces(const FontLibrary& library,
                                         const std::vector<FontFile>& files) {
  std::vector<std::unique_ptr<Face>> faces;
  for (const FontFile& file : files) faces.push_back(std::make_unique<Face>(library, file));
  return faces;
}

Face* FirstWith(const std::vector<std::unique_ptr<Face>>& faces, char32_t point) {
  for (const auto& face : faces) {
    if (face->Has(point)) return face.get();
  }
  return nullptr;
}

// The fallback fonts are book types with thin strokes: beside our weights a character of few
// strokes needs some ink, one of thirty would become a blot.
float EmboldenPx(Weight weight, int em_px, const GlyphBitmap& thin) {
  const auto em = static_cast<float>(em_px);
  const float ink = std::accumulate(thin.alpha.begin(), thin.alpha.end(), 0.0F) / 255;
  const float room = std::clamp((0.36F - ink / (em * em)) / 0.22F, 0.0F, 1.0F);
  return room * em / (weight == Weight::kBold ? 16.0F : 32.0F);
}

GlyphBitmap CornerBitmap(Quarter quarter, int radius, int thickness) {
  GlyphBitmap bitmap;
  bitmap.width = radius;
  bitmap.height = radius;
  const auto outer = static_cast<float>(radius);
  const auto inner = static_cast<float>(radius - thickness);
  const bool right = quarter == Quarter::kTopRight || quarter == Quarter::kBottomRight;
  const bool bottom = quarter == Quarter::kBottomLeft || quarter == Quarter::kBottomRight;
  const auto from_centre = [radius](int at, bool mirrored) {
    return static_cast<float>(mirrored ? at : radius - 1 - at) + 0.5F;
  };
  for (int y = 0; y < radius; ++y) {
    for (int x = 0; x < radius; ++x) {
      const float distance = std::hypot(from_centre(x, right), from_centre(y, bottom));
      float cover = std::clamp(outer - distance + 0.5F, 0.0F, 1.0F);
      if (thickness > 0) cover -= std::clamp(inner - distance + 0.5F, 0.0F, 1.0F);
      bitmap.alpha.push_back(static_cast<uint8_t>(std::lround(std::max(cover, 0.0F) * 255)));
    }
  }
  return bitmap;
}

}  // namespace

GlyphCache::GlyphCache(FontFiles fonts)
    : medium_(Faces(library_, fonts.medium)),
      bold_(Faces(library_, fonts.bold)),
      rare_(Faces(library_, fonts.rare)),
      icons_(library_, fonts.icons) {}

GlyphCache::Chosen GlyphCache::Choose(Weight weight, char32_t point) {
  if (weight == Weight::kIcon) return {&icons_, false};
  const auto& main = weight == Weight::kBold ? bold_ : medium_;
  if (Face* const face = FirstWith(main, point)) return {face, false};
  if (Face* const face = FirstWith(rare_, point)) return {face, true};
  if (Face* const face = FirstWith(main, U' ')) return {face, false};
  throw std::runtime_error("no font for Chinese text: is the package fonts-noto-cjk installed?");
}

bool GlyphCache::Knows(Weight weight, char32_t point) {
  if (weight == Weight::kIcon) return icons_.Has(point);
  return FirstWith(weight == Weight::kBold ? bold_ : medium_, point) != nullptr ||
         FirstWith(rare_, point) != nullptr;
}

const Glyph& GlyphCache::Get(Weight weight, int em_px, char32_t point) {
  const uint64_t key = static_cast<uint64_t>(weight) << 40 | static_cast<uint64_t>(em_px) << 24 |
                       static_cast<uint64_t>(point);
  const auto found = glyphs_.find(key);
  if (found != glyphs_.end()) return found->second;
  const Chosen chosen = Choose(weight, point);
  rested_ = false;
  GlyphBitmap bitmap = chosen.face->Render(point, em_px, 0);
  if (chosen.rare) {
    bitmap = chosen.face->Render(point, em_px, EmboldenPx(weight, em_px, bitmap));
  }
  return Keep(key, bitmap);
}

const Glyph& GlyphCache::Corner(Quarter quarter, int radius_px, int thickness_px) {
  const uint64_t key = kCornerKey | static_cast<uint64_t>(quarter) << 40 |
                       static_cast<uint64_t>(radius_px) << 16 | static_cast<uint64_t>(thickness_px);
  const auto found = glyphs_.find(key);
  if (found != glyphs_.end()) return found->second;
  return Keep(key, CornerBitmap(quarter, radius_px, thickness_px));
}

const Glyph& GlyphCache::Keep(uint64_t key, const GlyphBitmap& bitmap) {
  Glyph glyph;
  glyph.left = bitmap.left;
  glyph.top = bitmap.top;
  glyph.advance = bitmap.advance;
  if (bitmap.width > 0 && bitmap.height > 0) {
    glyph.source = Allot(bitmap.width, bitmap.height);
    Texture& page = *pages_.back();
    glyph.page = &page;
    for (int y = 0; y < bitmap.height; ++y) {
      std::copy_n(bitmap.alpha.begin() + static_cast<ptrdiff_t>(y) * bitmap.width, bitmap.width,
                  page.alpha.begin() + static_cast<ptrdiff_t>(glyph.source.y + y) * page.width +
                      glyph.source.x);
    }
  }
  return glyphs_.emplace(key, glyph).first->second;
}

// Shelves from the top: glyphs of one screen are of few heights, so little is lost.
Rect GlyphCache::Allot(int width, int height) {
  const auto page_px = [this] { return pages_.empty() ? 0 : pages_.back()->width; };
  if (shelf_x_ + width > page_px()) {
    shelf_x_ = 0;
    shelf_y_ += shelf_height_;
    shelf_height_ = 0;
  }
  if (width > page_px() || shelf_y_ + height > page_px()) AddPage(std::max(width, height));
  const Rect rect{shelf_x_, shelf_y_, width, height};
  shelf_x_ += width;
  shelf_height_ = std::max(shelf_height_, height);
  return rect;
}

void GlyphCache::AddPage(int least_px) {
  auto page = std::make_unique<Texture>();
  page->width = std::max(kPagePx, least_px);
  page->height = page->width;
  page->alpha.resize(static_cast<size_t>(page->width) * static_cast<size_t>(page->height));
  page->generation = ++generation_;
  pages_.push_back(std::move(page));
  shelf_x_ = shelf_y_ = shelf_height_ = 0;
}

void GlyphCache::Rest() {
  if (rested_) return;
  rested_ = true;
  for (const auto* faces : {&medium_, &bold_, &rare_}) {
    for (const auto& face : *faces) face->Rest();
  }
}

void GlyphCache::Forget() {
  glyphs_.clear();
  for (const auto& page : pages_) std::fill(page->alpha.begin(), page->alpha.end(), uint8_t{0});
  pages_.clear();
  shelf_x_ = shelf_y_ = shelf_height_ = 0;
}

}  // namespace chunhui::kit
