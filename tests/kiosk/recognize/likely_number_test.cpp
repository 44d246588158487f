// The likeliest number that can be one, from scores set by hand.
#include "kiosk/recognize/digits/likely_number.h"

#include <gtest/gtest.h>

#include "kiosk/recognize/digits/printed_number.h"

namespace chunhui::recognize {
namespace {

constexpr const char* kNumber = "110199194302280011";
constexpr double kFar = -20;  // nats

// A line on which `text` is seen clearly.
DigitLine Seen(const std::string& text) {
  DigitLine line;
  for (const char c : text) {
    CharacterScores scores;
    scores.fill(kFar);
    scores[c == 'X' ? 10 : static_cast<size_t>(c - '0')] = 0;
    line.characters.push_back(scores);
  }
  return line;
}

// At `place` the net would rather see `first`; what stands there is `nats` behind.
DigitLine Doubtful(int place, char first, double nats) {
  DigitLine line = Seen(kNumber);
  CharacterScores& scores = line.characters[static_cast<size_t>(place)];
  for (double& score : scores) {
    if (score == 0) score = -nats;
  }
  scores[static_cast<size_t>(first - '0')] = 0;
  return line;
}

std::optional<std::string> Check(std::string_view line) {
  return PrintedIdNumber(line, {{2026, 11, 22}, true});
}

TEST(LikelyNumber, ClearNumberCostsNothingAndHasNoRival) {
  const DigitLine line = Seen(kNumber);
  const auto likely = FindLikelyNumber(line, Check);
  ASSERT_TRUE(likely);
  EXPECT_EQ(likely->number, kNumber);
  EXPECT_EQ(likely->cost, 0);
  EXPECT_TRUE(IsSure(*likely, line));
}

TEST(LikelyNumber, SecondChoiceIsTakenWhereTheFirstMakesNoNumber) {
  const DigitLine line = Doubtful(9, '6', 3);
  const auto likely = FindLikelyNumber(line, Check);
  ASSERT_TRUE(likely);
  EXPECT_EQ(likely->number, kNumber);
  EXPECT_DOUBLE_EQ(likely->cost, 3);
  EXPECT_TRUE(IsSure(*likely, line));
}

TEST(LikelyNumber, WhatCanHardlyBeSeenIsNotSure) {
  const DigitLine line = Doubtful(9, '6', 9);
  const auto likely = FindLikelyNumber(line, Check);
  ASSERT_TRUE(likely);
  EXPECT_FALSE(IsSure(*likely, line));
}

TEST(LikelyNumber, CheckDigitIsNeverFilledIn) {
  EXPECT_FALSE(FindLikelyNumber(Doubtful(17, '6', 1), Check));
}

TEST(LikelyNumber, DigitThatCannotBeSeenIsNotFilledIn) {
  DigitLine line = Seen(kNumber);
  line.characters[14].fill(kFar);
  line.characters[14][9] = 0;
  EXPECT_FALSE(FindLikelyNumber(line, Check));
}

TEST(LikelyNumber, TwoCharactersInDoubtAreNotSure) {
  DigitLine line = Doubtful(9, '6', 3);
  line.characters[3][7] = -3;
  const auto likely = FindLikelyNumber(line, Check);
  ASSERT_TRUE(likely);
  EXPECT_FALSE(IsSure(*likely, line));
}

TEST(LikelyNumber, TwoPossibleNumbersAreNotSure) {
  DigitLine line = Seen(kNumber);  // ...0011, and ...0281 is a right number as well
  line.characters[15][2] = -0.5;
  line.characters[16][8] = -0.5;
  const auto likely = FindLikelyNumber(line, Check);
  ASSERT_TRUE(likely);
  EXPECT_EQ(likely->number, kNumber);
  EXPECT_DOUBLE_EQ(likely->lead, 1);
  EXPECT_FALSE(IsSure(*likely, line));
}

}  // namespace
}  // namespace chunhui::recognize
