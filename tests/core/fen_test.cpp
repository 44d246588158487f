#include "core/money/fen.h"

#include <limits>

namespace chunhui::money {
namespace {

TEST(Fen, YuanAlwaysHaveTwoDecimals) {
  EXPECT_EQ(FormatYuan(0), "0.00");
  EXPECT_EQ(FormatYuan(5), "0.05");
  EXPECT_EQ(FormatYuan(1260), "12.60");
  EXPECT_EQ(FormatYuan(100), "1.00");
  EXPECT_EQ(FormatYuan(-5), "-0.05");
  EXPECT_EQ(FormatYuan(-1234), "-12.34");
  EXPECT_EQ(FormatYuan(std::numeric_limits<int64_t>::min()), "-92233720368547758.08");
}

TEST(Fen, ShareIsRoundedHalfUp) {
  EXPECT_EQ(PercentOf(1350, 80), 1080);
  EXPECT_EQ(PercentOf(1, 50), 1);
  EXPECT_EQ(PercentOf(1, 49), 0);
  EXPECT_EQ(PercentOf(333, 50), 167);
  EXPECT_EQ(PercentOf(-333, 50), -167);
  EXPECT_EQ(PercentOf(kFenMax, 100), kFenMax);
}

TEST(Fen, DiscountRoundsThePriceOnce) {
  EXPECT_EQ(PercentOff(1350, 20), 1080);
  EXPECT_EQ(PercentOff(1299, 20), 1039);
  EXPECT_EQ(PercentOff(1, 50), 1);
  EXPECT_EQ(PercentOff(1200, 100), 0);
  EXPECT_EQ(PercentOff(1200, 0), 1200);
}

TEST(Fen, PricesAreReadAsWritten) {
  EXPECT_EQ(ParseYuan("12").fen, 1200);
  EXPECT_EQ(ParseYuan("12.5").fen, 1250);
  EXPECT_EQ(ParseYuan("12.50").fen, 1250);
  EXPECT_EQ(ParseYuan(" 0.05 ").fen, 5);
  EXPECT_EQ(ParseYuan("007").fen, 700);
  EXPECT_EQ(ParseYuan("100000000").fen, kFenMax);
}

TEST(Fen, BadPricesSayWhatIsWrong) {
  EXPECT_EQ(ParseYuan("").fault, YuanFault::kEmpty);
  EXPECT_EQ(ParseYuan("  ").fault, YuanFault::kEmpty);
  for (const char* text : {"-1", "+1", ".5", "5.", "1,000", "12元", "1.2.3", "abc", "1 2", "."}) {
    EXPECT_EQ(ParseYuan(text).fault, YuanFault::kNotANumber) << text;
    EXPECT_FALSE(ParseYuan(text).fen) << text;
  }
  EXPECT_EQ(ParseYuan("1.234").fault, YuanFault::kTooManyDecimals);
  EXPECT_EQ(ParseYuan("100000000.01").fault, YuanFault::kTooLarge);
  EXPECT_EQ(ParseYuan("99999999999999999999999999").fault, YuanFault::kTooLarge);
}

TEST(Fen, EveryPriceIsReadBackFromItsText) {
  for (int64_t fen = 0; fen < 20000; fen += 7) EXPECT_EQ(ParseYuan(FormatYuan(fen)).fen, fen);
}

}  // namespace
}  // namespace chunhui::money
