// From what a reader says to a number that may be believed.
#include "kiosk/recognize/digits/printed_number.h"

#include <gtest/gtest.h>

#include "core/people/id_number.h"

namespace chunhui::recognize {
namespace {

constexpr IdRules kRules{{2026, 11, 22}, true};
constexpr IdRules kRealTown{{2026, 11, 22}, false};

TEST(PrintedNumber, RightNumberIsReadAndBlanksAreDropped) {
  EXPECT_EQ(PrintedIdNumber("110199194302280011", kRules), "110199194302280011");
  EXPECT_EQ(PrintedIdNumber(" 110199 19430228 0011\n", kRules), "110199194302280011");
}

TEST(PrintedNumber, CountyThatNobodyHasCountsOnlyInTheDemoTown) {
  EXPECT_FALSE(PrintedIdNumber("110199194302280011", kRealTown));
}

TEST(PrintedNumber, EverySingleWrongDigitIsRefused) {
  const std::string right = "110199194302280011";
  for (size_t i = 0; i < right.size(); ++i) {
    for (char digit = '0'; digit <= '9'; ++digit) {
      std::string wrong = right;
      wrong[i] = digit;
      EXPECT_EQ(PrintedIdNumber(wrong, kRules).has_value(), wrong == right) << wrong;
    }
  }
}

TEST(PrintedNumber, MissingCheckDigitIsNeverFilledIn) {
  EXPECT_FALSE(PrintedIdNumber("11019919430228001", kRules));
  EXPECT_FALSE(PrintedIdNumber("1101991943022800111", kRules));
}

// 15 digits are old numbers that a person may type; no card that is valid today shows one.
TEST(PrintedNumber, OldShortNumbersAreNotUpgraded) {
  EXPECT_FALSE(PrintedIdNumber("110199430228001", kRules));
}

TEST(PrintedNumber, LettersAreNotTakenForDigits) {
  EXPECT_FALSE(PrintedIdNumber("I10199194302280011", kRules));
  EXPECT_FALSE(PrintedIdNumber("11O199194302280011", kRules));
}

TEST(PrintedNumber, UnknownRegionIsRefusedThoughTheCheckDigitIsRight) {
  const std::string seventeen = "11019819430228001";
  const std::string number = seventeen + *people::IdCheckCharacter(seventeen);
  EXPECT_TRUE(people::ReadIdNumber(number, kRules.today));
  EXPECT_FALSE(PrintedIdNumber(number, kRules));
}

TEST(PrintedNumber, BirthInTheFutureIsRefused) {
  const std::string seventeen = "11019920261123001";
  EXPECT_FALSE(PrintedIdNumber(seventeen + *people::IdCheckCharacter(seventeen), kRules));
}

TEST(PrintedNumber, ServiceNumbersNeedTheirLuhnDigit) {
  EXPECT_EQ(PrintedServiceNumber("8111 2224 0021"), "811122240021");
  EXPECT_FALSE(PrintedServiceNumber("8111 2224 0022"));
  EXPECT_FALSE(PrintedServiceNumber("711122240021"));
  EXPECT_FALSE(PrintedServiceNumber("81112224002"));
}

TEST(PrintedNumber, CodesOfServiceCardsCarryNothingElse) {
  EXPECT_EQ(ServiceNumberOfCode("CHUNHUI:SVC:811122240021"), "811122240021");
  EXPECT_EQ(ServiceNumberOfCode("811122240021"), "811122240021");
  EXPECT_FALSE(ServiceNumberOfCode("CHUNHUI:SVC:811122240021 "));
  EXPECT_FALSE(ServiceNumberOfCode("http://example.org/811122240021"));
  EXPECT_FALSE(ServiceNumberOfCode(""));
}

}  // namespace
}  // namespace chunhui::recognize
