#include "kiosk/recognize/handwriting/ink.h"

#include <gtest/gtest.h>

namespace chunhui::recognize {
namespace {

TEST(StrokeFile, ALineHoldsALabelAndAllItsStrokes) {
  const auto written = ReadInkLine("十 2 2 100 400 900 400.5 2 500 100 500 900");
  ASSERT_TRUE(written);
  EXPECT_EQ(written->label, "十");
  ASSERT_EQ(written->ink.size(), 2U);
  EXPECT_EQ(written->ink[0][1].y, 400.5F);
  EXPECT_EQ(written->ink[1][1].y, 900);
}

TEST(StrokeFile, ALineComesBackAsItWasWritten) {
  const std::string line = "? 2 1 -5 7 3 0 0 1 1 2 2";
  const auto written = ReadInkLine(line);
  ASSERT_TRUE(written);
  EXPECT_EQ(InkLine(*written), line);
}

TEST(StrokeFile, CountsThatDoNotFitAreRefused) {
  for (const char* line :
       {"", "十", "十 0", "十 -1 2 1 1 2 2", "十 2 2 1 1 2 2", "十 1 2 1 1 2", "十 1 2 1 1 2 2 3",
        "十 1 0", "十 201 1 1 1", "十 1 99999999999 1 1", "十 1 20001 1 1"}) {
    EXPECT_FALSE(ReadInkLine(line)) << line;
  }
}

TEST(StrokeFile, OnlyFiniteNumbersOfSensibleSizeCount) {
  for (const char* line : {"十 1 1 nan 1", "十 1 1 inf 1", "十 1 1 1e9 1", "十 1 1 x 1",
                           "十 1 1 1 1e99", "十 1.5 1 1 1", "十 1 1 1 1\n十"}) {
    EXPECT_FALSE(ReadInkLine(line)) << line;
  }
}

}  // namespace
}  // namespace chunhui::recognize
