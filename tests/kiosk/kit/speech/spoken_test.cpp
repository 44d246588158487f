// What is said for an item, and what never is.
#include "kiosk/kit/speech/spoken.h"

#include <gtest/gtest.h>

namespace chunhui::kit {
namespace {

class Spoken : public testing::Test {
 protected:
  std::string Say(Item item) { return SpokenWords(item, words_); }

  const Words words_ =
      Words::Load(std::filesystem::path(CHUNHUI_SOURCE_DIR) / "assets/words", "zh-CN");
};

TEST_F(Spoken, AnItemsOwnReadingGoesBeforeItsWords) {
  EXPECT_EQ(Say({.words = "请刷卡"}), "请刷卡");
  EXPECT_EQ(Say({.words = "请刷卡", .voice = "请把卡放在亮灯的地方。"}), "请把卡放在亮灯的地方。");
}

TEST_F(Spoken, CoveredWordsAreNotSaid) { EXPECT_EQ(Say({.words = "■■■", .personal = true}), ""); }

TEST_F(Spoken, WhatWasTypedIsCounted) {
  EXPECT_EQ(Say({.role = ItemRole::kInput, .words = "11019919430228001", .personal = true}),
            "按了17位");
  EXPECT_EQ(Say({.role = ItemRole::kInput, .words = "一共18位"}), "一共18位");
}

TEST_F(Spoken, LongNumbersAreNeverSaid) {
  for (const char* number : {"13912345678", "139 1234 5678", "139****5678", "010-12345678",
                             "110199194302280011", "11019919430228001X", "0011", "002X", "2011"}) {
    EXPECT_EQ(WithoutNumbers(std::string("请打") + number + "，谢谢", "屏幕上的号码"),
              "请打屏幕上的号码，谢谢");
  }
}

TEST_F(Spoken, PublicNumbersAmountsAndTimesAreSaid) {
  for (const char* words : {"急事打120", "掌上12333", "12.60元", "1234.50元", "14:05", "2026年",
                            "11月23日", "第3位", "1 / 2", "by May 8, 2027"}) {
    EXPECT_EQ(WithoutNumbers(words, "屏幕上的号码"), words);
  }
}

TEST_F(Spoken, LongTextsAreCutWhereOnePauses) {
  EXPECT_EQ(CutIntoSentences("您还在吗？还要用的话，请点一下屏幕。"),
            (std::vector<std::string>{"您还在吗？", "还要用的话，请点一下屏幕。"}));
  EXPECT_EQ(CutIntoSentences("At 9.30 am. Come!").size(), 2U);
  EXPECT_TRUE(CutIntoSentences(" \n").empty());
}

}  // namespace
}  // namespace chunhui::kit
