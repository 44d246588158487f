#include "kiosk/kit/text/glyphs.h"

#include <gtest/gtest.h>

#include <numeric>

#include "kiosk/kit/text/emoji.h"
#include "kiosk/kit/text/icons.h"
#include "kiosk/kit/text/scale.h"
#include "kiosk/kit/text/utf8.h"

namespace chunhui::kit {
namespace {

int64_t InkOf(const Glyph& glyph) {
  if (glyph.page == nullptr) return 0;
  int64_t ink = 0;
  for (int y = 0; y < glyph.source.h; ++y) {
    const auto row = glyph.page->alpha.begin() +
                     (glyph.source.y + y) * static_cast<int64_t>(glyph.page->width) +
                     glyph.source.x;
    ink += std::accumulate(row, row + glyph.source.w, int64_t{0});
  }
  return ink;
}

TEST(Utf8Test, CodePointsBeyond16BitsComeBackUnchanged) {
  const std::string names = "王𬭎 𠅤 é";
  const std::u32string points = Decode(names);
  EXPECT_EQ(points.size(), 6U);
  EXPECT_EQ(points[1], U'\U0002CB4E');
  EXPECT_EQ(Encode(points), names);
}

TEST(Utf8Test, BytesThatAreNoTextBecomeReplacementCharacters) {
  EXPECT_EQ(Decode("a\xFF\xC3"), U"a\uFFFD\uFFFD");
  EXPECT_EQ(Decode(""), U"");
}

TEST(GlyphsTest, CommonAndRareNamesAllHaveInkInBothWeights) {
  GlyphCache glyphs(DebianFonts());
  for (const Weight weight : {Weight::kMedium, Weight::kBold}) {
    for (const char32_t point : U"郭韩邓冯曹堃喆赟龘犇㛃䶮𬭎𫖯㑇𠅤0123Wy") {
      if (point == 0) continue;
      EXPECT_TRUE(glyphs.Knows(weight, point)) << static_cast<uint32_t>(point);
      EXPECT_GT(InkOf(glyphs.Get(weight, 48, point)), 0) << static_cast<uint32_t>(point);
    }
  }
}

TEST(GlyphsTest, ARareNameComesFromAFallbackFontAndIsAsWideAsItsNeighbours) {
  GlyphCache glyphs(DebianFonts());
  for (const char32_t point : {U'\U0002A6D6', U'\U0002F81B', U'\U00031350'}) {
    const Glyph& rare = glyphs.Get(Weight::kBold, 60, point);
    EXPECT_NEAR(rare.advance, 60, 1);
    EXPECT_NEAR(rare.source.h, 56, 10);
  }
}

TEST(GlyphsTest, BoldHasMoreInkThanMedium) {
  GlyphCache glyphs(DebianFonts());
  const int64_t medium = InkOf(glyphs.Get(Weight::kMedium, 48, U'饭'));
  EXPECT_GT(InkOf(glyphs.Get(Weight::kBold, 48, U'饭')), medium * 11 / 10);
}

TEST(GlyphsTest, ACharacterNoFontHasBecomesABoxNotACrash) {
  GlyphCache glyphs(DebianFonts());
  EXPECT_FALSE(glyphs.Knows(Weight::kMedium, U'\U0010FFFD'));
  EXPECT_GT(InkOf(glyphs.Get(Weight::kMedium, 40, U'\U0010FFFD')), 0);
}

TEST(GlyphsTest, ForgettingWipesEveryPage) {
  GlyphCache glyphs(DebianFonts());
  glyphs.Get(Weight::kBold, 40, U'王');
  glyphs.Forget();
  EXPECT_EQ(glyphs.page_count(), 0U);
  EXPECT_GT(InkOf(glyphs.Get(Weight::kBold, 40, U'王')), 0);
}

TEST(GlyphsTest, ManySizesFlowOverSeveralPagesWithoutOverlap) {
  GlyphCache glyphs(DebianFonts());
  const int64_t before = InkOf(glyphs.Get(Weight::kBold, 90, U'春'));
  for (int em = 100; em < 280; em += 3) glyphs.Get(Weight::kBold, em, U'晖');
  EXPECT_GT(glyphs.page_count(), 1U);
  EXPECT_EQ(InkOf(glyphs.Get(Weight::kBold, 90, U'春')), before);
}

TEST(GlyphsTest, CornersOfARingJoinToOneCircle) {
  GlyphCache glyphs(DebianFonts());
  const int64_t first = InkOf(glyphs.Corner(Quarter::kTopLeft, 24, 3));
  EXPECT_EQ(InkOf(glyphs.Corner(Quarter::kBottomRight, 24, 3)), first);
  EXPECT_LT(first, InkOf(glyphs.Corner(Quarter::kTopLeft, 24, 0)) / 2);
  EXPECT_NEAR(InkOf(glyphs.Corner(Quarter::kTopRight, 40, 0)) / 255.0, 3.1416 * 1600 / 4, 12);
}

TEST(IconsTest, EveryIconWeNameIsInTheFont) {
  GlyphCache glyphs(DebianFonts());
  for (const std::string_view name : IconNames()) {
    EXPECT_TRUE(glyphs.Knows(Weight::kIcon, IconPoint(name))) << name;
  }
}

TEST(IconsTest, AnUnknownIconIsABug) {
  EXPECT_THROW(IconPoint("pan_tool"), std::logic_error);
  EXPECT_THROW(IconPoint(""), std::logic_error);
}

TEST(EmojiTest, DishesAreColouredPicturesOfTheWantedSize) {
  EmojiCache emoji(DebianFonts().emoji);
  for (const char* dish : {"🍚", "🍲", "🍜", "🥟", "📜"}) {
    const Texture* const picture = emoji.Get(dish, 120, false);
    ASSERT_NE(picture, nullptr) << dish;
    EXPECT_EQ(std::max(picture->width, picture->height), 120);
    EXPECT_TRUE(picture->colored());
  }
}

TEST(EmojiTest, AMutedPictureIsPaler) {
  EmojiCache emoji(DebianFonts().emoji);
  const auto alpha = [](const Texture& picture) {
    int64_t sum = 0;
    for (const uint32_t argb : picture.argb) sum += argb >> 24;
    return sum;
  };
  EXPECT_LT(alpha(*emoji.Get("🍚", 80, true)), alpha(*emoji.Get("🍚", 80, false)) * 7 / 10);
}

TEST(EmojiTest, WhatIsNoPictureDrawsNothing) {
  EmojiCache emoji(DebianFonts().emoji);
  EXPECT_EQ(emoji.Get("饭", 80, false), nullptr);
  EXPECT_EQ(emoji.Get("", 80, false), nullptr);
}

TEST(ScaleTest, APlainPictureStaysPlainAtAnySize) {
  const ColorBitmap plain{40, 40, std::vector<uint32_t>(1600, 0xFF336699)};
  for (const int size : {20, 40, 90}) {
    const ColorBitmap scaled = Scaled(plain, size, size);
    EXPECT_EQ(scaled.argb[static_cast<size_t>(size * (size / 2) + size / 2)], 0xFF336699U) << size;
  }
}

}  // namespace
}  // namespace chunhui::kit
