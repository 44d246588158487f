#include "core/people/name.h"

#include <vector>

#include "core/people/address.h"
#include "core/people/text.h"

namespace chunhui::people {
namespace {

TEST(Name, EveryKindOfDotBecomesTheOneOfTheStandard) {
  for (const char* typed :
       {"阿依古丽·买买提", "阿依古丽•买买提", "阿依古丽・买买提", "阿依古丽．买买提",
        "阿依古丽.买买提", "阿依古丽‧买买提", "阿依古丽●买买提", " 阿依古丽 · 买买提 ",
        "阿依古丽··买买提", "·阿依古丽·买买提·"}) {
    EXPECT_EQ(NormaliseName(typed), "阿依古丽·买买提") << typed;
  }
}

TEST(Name, BlanksInHanNamesAreDroppedAndInOthersKeptOnce) {
  EXPECT_EQ(NormaliseName("　王　兰 "), "王兰");
  EXPECT_EQ(NormaliseName("MARY   ANN\tSMITH"), "MARY ANN SMITH");
  EXPECT_EQ(NormaliseName("ＭＡＲＹ"), "MARY");
  EXPECT_EQ(NormaliseName("O’Neil-Li"), "O'Neil-Li");
}

TEST(Name, RareCharactersBeyondTheBmpAreNames) {
  for (const char* name : {"王𬭎", "李𠅤", "张𮯰", "〇", "䶮", "陈\U0002EBF0", "\uE863"}) {
    EXPECT_EQ(NormaliseName(name), name);
  }
}

TEST(Name, LongNamesFitAndAbsurdOnesDoNot) {
  std::string name;
  for (int i = 0; i < 25; ++i) name += "买";
  EXPECT_EQ(NormaliseName(name), name);
  for (int i = 25; i < kNameCharactersMax; ++i) name += "买";
  EXPECT_TRUE(NormaliseName(name));
  EXPECT_FALSE(NormaliseName(name + "买"));
}

TEST(Name, WhatIsNoNameIsRefused) {
  for (const std::string& typed :
       {std::string(), std::string("   "), std::string("··"), std::string("王2"),
        std::string("王\n兰;"), std::string("王<b>"), std::string("王\x01兰"),
        std::string("\xff\xfe"), std::string("😀"), std::string("王\0兰", 7)}) {
    EXPECT_FALSE(NormaliseName(typed)) << typed;
  }
}

TEST(Name, OneFormForLettersWithMarks) { EXPECT_EQ(NormaliseName("Jose\u0301"), "Jos\u00e9"); }

TEST(Name, OwnersSeeAllButTheMiddle) {
  EXPECT_EQ(MaskNameForOwner("王秀兰"), "王*兰");
  EXPECT_EQ(MaskNameForOwner("王兰"), "王*");
  EXPECT_EQ(MaskNameForOwner("王"), "王");
  EXPECT_EQ(MaskNameForOwner("欧阳明兰"), "欧阳*兰");
  EXPECT_EQ(MaskNameForOwner("欧阳兰"), "欧阳*");
  EXPECT_EQ(MaskNameForOwner("扎西顿珠"), "扎**珠");
  EXPECT_EQ(MaskNameForOwner("阿依古丽·买买提"), "阿***·**提");
  EXPECT_EQ(MaskNameForOwner("MARY SMITH"), "M*** ****H");
  EXPECT_EQ(MaskNameForOwner(""), "");
}

TEST(Name, OthersSeeTheSurnameAndTwoStars) {
  EXPECT_EQ(MaskNameForOthers("王秀兰"), "王**");
  EXPECT_EQ(MaskNameForOthers("王兰"), "王**");
  EXPECT_EQ(MaskNameForOthers("欧阳明兰"), "欧阳**");
  EXPECT_EQ(MaskNameForOthers("阿依古丽·买买提"), "阿**");
  EXPECT_EQ(MaskNameForOthers("𬭎小兰"), "𬭎**");
}

TEST(Name, MasksCutBetweenCharactersOnly) {
  for (const char* name : {"𬭎𠅤𬭎", "王𬭎", "𬭎", "阿𬭎·𠅤提"}) {
    EXPECT_TRUE(IsValidUtf8(MaskNameForOwner(name))) << name;
    EXPECT_TRUE(IsValidUtf8(MaskNameForOthers(name))) << name;
  }
  EXPECT_EQ(MaskNameForOwner("𬭎𠅤𬭎"), "𬭎*𬭎");
}

TEST(Name, CompoundSurnamesStayWhole) {
  EXPECT_EQ(SurnameOf("欧阳明兰"), "欧阳");
  EXPECT_EQ(SurnameOf("诸葛亮"), "诸葛");
  EXPECT_EQ(SurnameOf("欧阳"), "欧") << "a given name must follow";
  EXPECT_EQ(SurnameOf("王秀兰"), "王");
  EXPECT_EQ(SurnameOf("𠅤秀兰"), "𠅤");
}

TEST(Name, NamesWithoutASurnameWeKnowHaveNone) {
  for (const char* name : {"扎西顿珠", "阿依古丽·买买提", "MARY", "王", ""}) {
    EXPECT_EQ(SurnameOf(name), "") << name;
  }
}

TEST(Address, CourtesyGrowsWithAge) {
  EXPECT_EQ(PoliteAddress("王秀兰", Sex::kFemale, 59), "王女士");
  EXPECT_EQ(PoliteAddress("王秀兰", Sex::kFemale, 60), "王阿姨");
  EXPECT_EQ(PoliteAddress("李建国", Sex::kMale, 74), "李叔叔");
  EXPECT_EQ(PoliteAddress("李建国", Sex::kMale, 75), "李爷爷");
  EXPECT_EQ(PoliteAddress("欧阳明兰", Sex::kFemale, 80), "欧阳奶奶");
}

TEST(Address, OtherNamesAreSpokenInFull) {
  EXPECT_EQ(PoliteAddress("阿依古丽·买买提", Sex::kFemale, 80), "阿依古丽·买买提");
  EXPECT_EQ(PoliteAddress("扎西顿珠", Sex::kMale, 66), "扎西顿珠");
}

TEST(Text, CharactersAreCountedNotBytes) {
  EXPECT_EQ(CountCharacters(""), 0);
  EXPECT_EQ(CountCharacters("abc"), 3);
  EXPECT_EQ(CountCharacters("王𠅤"), 2);
}

TEST(Text, BrokenUtf8IsFound) {
  EXPECT_TRUE(IsValidUtf8("王𠅤·a"));
  for (const char* text :
       {"\x80", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe7\x8e", "\xff"}) {
    EXPECT_FALSE(IsValidUtf8(text));
  }
}

TEST(Text, CodePointsGoBothWays) {
  EXPECT_EQ(ToUtf8(ToCodePoints("王𠅤·a")), "王𠅤·a");
  EXPECT_EQ(ToUtf8(ToCodePoints("\xff")), "\uFFFD");
}

}  // namespace
}  // namespace chunhui::people
