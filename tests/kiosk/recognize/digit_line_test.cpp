// From columns to characters, without a picture.
#include "kiosk/recognize/digits/digit_line.h"

#include <gtest/gtest.h>

#include <cmath>

namespace chunhui::recognize {
namespace {

// Columns in which nothing stands, and characters put into them.
class Columns {
 public:
  Columns() {
    for (auto& column : scores_) Say(column, kBlank, 0.99);
  }

  void Put(int column, char character, double certainty) {
    const size_t index = character == 'X' ? 10 : static_cast<size_t>(character - '0');
    for (const int at : {column, column + 1}) {
      Say(scores_[static_cast<size_t>(at)], index, certainty);
    }
  }

  void PutLine(int first, int step, const std::string& text) {
    for (size_t i = 0; i < text.size(); ++i) Put(first + static_cast<int>(i) * step, text[i], 0.9);
  }

  const ColumnScores& scores() const { return scores_; }

 private:
  static void Say(std::array<float, kClasses>& column, size_t index, double certainty) {
    column.fill(static_cast<float>(std::log((1 - certainty) / (kClasses - 1))));
    column[index] = static_cast<float>(std::log(certainty));
  }

  ColumnScores scores_;
};

TEST(DigitLine, EighteenCharactersAreReadWhereverTheyStand) {
  for (const int first : {2, 8, 14}) {
    Columns columns;
    columns.PutLine(first, 5, "11019919430228001X");
    const auto line = FindLine(columns.scores(), kIdLine);
    ASSERT_TRUE(line) << first;
    EXPECT_EQ(line->text(), "11019919430228001X");
    EXPECT_GT(line->margin(), 3);
  }
}

TEST(DigitLine, LongerNumberIsNotCutToSize) {
  Columns columns;
  columns.PutLine(3, 5, "1101991943022800117");
  EXPECT_FALSE(FindLine(columns.scores(), kIdLine));
}

TEST(DigitLine, ShorterNumberIsNotFilledUp) {
  Columns columns;
  columns.PutLine(10, 5, "11019919430228001");
  EXPECT_FALSE(FindLine(columns.scores(), kIdLine));
}

TEST(DigitLine, FaintCharacterIsFoundBetweenItsNeighbours) {
  Columns columns;
  columns.PutLine(8, 5, "110199194302280011");
  columns.Put(8 + 5 * 5, '9', 0.3);
  const auto line = FindLine(columns.scores(), kIdLine);
  ASSERT_TRUE(line);
  EXPECT_EQ(line->text(), "110199194302280011");
}

TEST(DigitLine, TwelveDigitsStandInGroupsOfFour) {
  Columns columns;
  columns.PutLine(4, 6, "8111");
  columns.PutLine(34, 6, "2224");
  columns.PutLine(64, 6, "0021");
  const auto line = FindLine(columns.scores(), kServiceLine);
  ASSERT_TRUE(line);
  EXPECT_EQ(line->text(), "811122240021");
}

TEST(DigitLine, OnlyTheLastOfEighteenMayBeX) {
  Columns columns;
  columns.PutLine(8, 5, "1X019919430228001X");
  const auto line = FindLine(columns.scores(), kIdLine);
  ASSERT_TRUE(line);
  EXPECT_NE(line->text()[1], 'X');
  EXPECT_EQ(line->text().back(), 'X');
}

TEST(DigitLine, EmptyColumnsAreNoLine) {
  EXPECT_FALSE(FindLine(Columns().scores(), kIdLine));
  EXPECT_FALSE(FindLine(Columns().scores(), kServiceLine));
}

TEST(DigitLine, TwoLooksThatDifferAreLessSure) {
  Columns one, other;
  one.PutLine(8, 5, "110199194302280011");
  other.PutLine(8, 5, "110199194302280017");
  const auto a = FindLine(one.scores(), kIdLine), b = FindLine(other.scores(), kIdLine);
  ASSERT_TRUE(a && b);
  EXPECT_LT(Fused({*a, *b}).margin(), a->margin());
  EXPECT_GT(Fused({*a, *a}).margin(), a->margin());
}

}  // namespace
}  // namespace chunhui::recognize
