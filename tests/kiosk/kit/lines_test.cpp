#include <gtest/gtest.h>

#include <random>

#include "kiosk/kit/text/engine.h"
#include "kiosk/kit/text/utf8.h"

namespace chunhui::kit {
namespace {

constexpr std::u32string_view kNeverFirst = U"，。、；：？！）》”";

std::u32string RandomSentence(std::mt19937& random, size_t length) {
  constexpr std::u32string_view kLetters =
      U"今天午饭吃什么您好请看镜头活动二楼书法班补贴老师知道了";
  std::u32string text;
  while (text.size() < length) {
    text += kLetters[random() % kLetters.size()];
    if (random() % 6 == 0) text += kNeverFirst[random() % kNeverFirst.size()];
    if (random() % 9 == 0) text += U" 12.60 ";
  }
  return text;
}

std::u32string WithoutBlanks(const std::u32string& text) {
  std::u32string result;
  for (const char32_t point : text) {
    if (point != U' ' && point != U'\n') result += point;
  }
  return result;
}

class LinesTest : public testing::Test {
 protected:
  std::vector<std::string> Wrap(std::string_view words, int ems) {
    std::vector<std::string> lines;
    for (const TextLine& line : text_.Wrap(words, Weight::kMedium, 40, ems * 40)) {
      lines.push_back(Encode(line.text));
    }
    return lines;
  }
  TextEngine text_{DebianFonts()};
};

using Lines = std::vector<std::string>;

TEST_F(LinesTest, WhatFitsStaysOnOneLine) { EXPECT_EQ(Wrap("今天吃什么", 5), Lines{"今天吃什么"}); }

TEST_F(LinesTest, NoLineEndsWithALonelyCharacter) {
  EXPECT_EQ(Wrap("今天您想吃点什么呢", 8).back().size(),
            Wrap("今天您想吃点什么呢", 8)[0].size() - 3);
}

TEST_F(LinesTest, ALineBreaksBehindACommaRatherThanInsideAWord) {
  EXPECT_EQ(Wrap("您先坐一会儿，不用一直按。", 8), (Lines{"您先坐一会儿，", "不用一直按。"}));
  EXPECT_EQ(Wrap("Tomorrow's lunch: which one?", 12), (Lines{"Tomorrow's lunch:", "which one?"}));
}

TEST_F(LinesTest, ALineFeedEndsALine) { EXPECT_EQ(Wrap("上午\n下午", 9), (Lines{"上午", "下午"})); }

TEST_F(LinesTest, ALongWordIsCutOnlyWhenNoLineHoldsIt) {
  const Lines lines = Wrap("Donaudampfschifffahrt", 4);
  EXPECT_GT(lines.size(), 1U);
}

TEST_F(LinesTest, NoLineIsLongerThan18HanCharacters) {
  const Lines lines = Wrap(std::string("春晖春晖春晖春晖春晖") + "春晖春晖春晖春晖春晖春晖", 60);
  for (const std::string& line : lines) EXPECT_LE(Decode(line).size(), 18U);
  EXPECT_EQ(lines.size(), 2U);
}

TEST_F(LinesTest, AnyTextKeepsItsLettersItsWidthAndItsPunctuation) {
  std::mt19937 random(22);
  for (int round = 0; round < 300; ++round) {
    const std::u32string text = RandomSentence(random, 3 + random() % 90);
    const int ems = 4 + static_cast<int>(random() % 15);
    std::u32string joined;
    const auto& lines = text_.Wrap(Encode(text), Weight::kMedium, 40, ems * 40);
    for (const TextLine& line : lines) {
      ASSERT_FALSE(line.text.empty());
      ASSERT_LE(line.width_px, static_cast<float>(ems * 40) + 0.01F) << Encode(text);
      if (!joined.empty()) {
        ASSERT_EQ(kNeverFirst.find(line.text.front()), std::u32string::npos) << Encode(text);
      }
      joined += line.text;
    }
    ASSERT_EQ(WithoutBlanks(joined), WithoutBlanks(text));
  }
}

TEST_F(LinesTest, ALastLineHoldsMoreThanOneCharacterWheneverItCan) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::u32string text;
    for (size_t i = 0; i < 6 + random() % 60; ++i) text += U"今天午饭吃什么您好"[random() % 9];
    const auto& lines = text_.Wrap(Encode(text), Weight::kMedium, 40, 40 * (3 + random() % 12));
    ASSERT_GT(lines.back().text.size(), 1U) << Encode(text);
  }
}

}  // namespace
}  // namespace chunhui::kit
