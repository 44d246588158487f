// What is said while somebody types a number.
#include "kiosk/screens/number_hints.h"

#include <gtest/gtest.h>

namespace chunhui::screens {
namespace {

constexpr time::Date kToday{2026, 11, 22};

class NumberHints : public ::testing::Test {
 protected:
  std::string Id(const std::string& typed) const { return IdHintSoFar(words_, typed, kToday); }
  std::string Phone(const std::string& typed) const { return PhoneHintSoFar(words_, typed); }

  const kit::Words words_ = kit::Words::Load(CHUNHUI_SOURCE_DIR "/assets/words", "zh-CN");
  const std::string province_ = words_.Text("who.fault.province");
  const std::string date_ = words_.Text("who.fault.date");
};

TEST_F(NumberHints, AGoodNumberIsNeverDoubtedAtAnyDigit) {
  for (const std::string number : {"110199194302280011", "440199193602291187", "110199430228001"}) {
    for (size_t length = 0; length <= std::min<size_t>(number.size(), 17); ++length) {
      EXPECT_EQ(Id(number.substr(0, length)), "") << number.substr(0, length);
    }
  }
  EXPECT_EQ(Id("110199194302280011"), "");
}

TEST_F(NumberHints, AProvinceThatIsNoneIsSaidAtTheSecondDigit) {
  EXPECT_EQ(Id("1"), "");
  EXPECT_EQ(Id("17"), province_);
  EXPECT_EQ(Id("91"), "");
  EXPECT_EQ(Id("911"), "");
  EXPECT_EQ(Id("977"), province_);
}

TEST_F(NumberHints, ABirthdayThatCannotBeIsSaidAtItsLastDigit) {
  EXPECT_EQ(Id("1101991943023"), "");
  EXPECT_EQ(Id("11019919430230"), date_);
  EXPECT_EQ(Id("11019920261230"), date_) << "not born yet";
}

TEST_F(NumberHints, TheWholeNumberIsCheckedWithItsLastDigit) {
  EXPECT_EQ(Id("110199194302280012"), words_.Text("who.fault.check"));
  EXPECT_EQ(Id("1101991943X"), words_.Text("who.fault.character", {{"position", 11}}));
}

TEST_F(NumberHints, APhoneIsDoubtedOnlyWhenNothingCanMendIt) {
  for (const char* typed : {"", "1", "13", "13900000001", "0", "01082345678"}) {
    EXPECT_EQ(Phone(typed), "") << typed;
  }
  for (const char* typed : {"12", "5", "139000000012"}) EXPECT_NE(Phone(typed), "") << typed;
}

TEST_F(NumberHints, DigitsStandInGroups) {
  EXPECT_EQ(GroupedId("110199194302280011"), "110199 1943 0228 0011");
  EXPECT_EQ(GroupedId("1101991"), "110199 1");
  EXPECT_EQ(GroupedId(""), "");
  EXPECT_EQ(GroupedPhone("13900000001"), "139 0000 0001");
  EXPECT_EQ(GroupedPhone("01082345678"), "01082345678");
}

}  // namespace
}  // namespace chunhui::screens
