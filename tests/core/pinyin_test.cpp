// Finding a name by its pinyin or first letters.
#include "core/people/pinyin.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace chunhui::people {
namespace {

bool Has(const std::vector<std::string>& keys, const std::string& key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

TEST(Pinyin, ANameIsFoundInFullAndByItsFirstLetters) {
  const auto keys = PinyinKeys("王秀兰");
  EXPECT_EQ(keys, (std::vector<std::string>{"wangxiulan", "wxl"}));
}

TEST(Pinyin, SpecialSurnamesAreFoundAsTheyAreSpoken) {
  const std::vector<std::pair<const char*, const char*>> surnames = {
      {"单", "shan"},     {"仇", "qiu"},      {"解", "xie"},        {"查", "zha"},
      {"区", "ou"},       {"曾", "zeng"},     {"尉迟", "yuchi"},    {"万俟", "moqi"},
      {"朴", "piao"},     {"任", "ren"},      {"盖", "ge"},         {"乐", "yue"},
      {"员", "yun"},      {"缪", "miao"},     {"华", "hua"},        {"纪", "ji"},
      {"覃", "qin"},      {"翟", "zhai"},     {"长孙", "zhangsun"}, {"澹台", "tantai"},
      {"令狐", "linghu"}, {"种", "chong"},    {"晁", "chao"},       {"繁", "po"},
      {"能", "nai"},      {"单于", "chanyu"}, {"黑", "he"},         {"吕", "lv"},
      {"闾丘", "lvqiu"},  {"祭", "zhai"},     {"柏", "bai"},        {"秘", "bi"}};
  for (const auto& [surname, spoken] : surnames) {
    EXPECT_TRUE(Has(PinyinKeys(std::string(surname) + "明"), std::string(spoken) + "ming"))
        << surname;
  }
}

TEST(Pinyin, EveryReadingOfAPolyphoneIsTried) {
  const auto keys = PinyinKeys("张朝阳");
  EXPECT_EQ(keys, (std::vector<std::string>{"zcy", "zhangchaoyang", "zhangzhaoyang", "zzy"}));
}

TEST(Pinyin, DotsAndForeignLettersAreNoObstacle) {
  EXPECT_TRUE(Has(PinyinKeys("阿依努尔·买买提"), "aynemmt"));
  EXPECT_EQ(PinyinKeys("Anna Berg"), (std::vector<std::string>{"ab", "annaberg"}));
}

TEST(Pinyin, RareCharactersHaveReadingsAndUnknownOnesEndTheKeys) {
  EXPECT_TRUE(Has(PinyinKeys("刘𬭎"), "lh"));
  EXPECT_EQ(PinyinKeys("王\U0002A6D5兰"), (std::vector<std::string>{"w", "wang"}));
  EXPECT_TRUE(PinyinKeys("\U0002A6D5").empty());
}

TEST(Pinyin, ManyReadingsNeverMakeTooManyKeys) {
  std::string name;
  for (int i = 0; i < 25; ++i) name += "乐";
  EXPECT_LE(PinyinKeys(name).size(), kPinyinKeysMax);
  EXPECT_TRUE(Has(PinyinKeys(name), std::string(25, 'l')));
}

TEST(Pinyin, TypedLettersAreTakenInAnyForm) {
  EXPECT_EQ(PinyinTyped("Wang XL"), "wangxl");
  EXPECT_EQ(PinyinTyped("Lü"), "lv");
  EXPECT_EQ(PinyinTyped("ＷＸＬ"), "wxl");
  EXPECT_EQ(PinyinTyped("王"), "");
  EXPECT_EQ(PinyinTyped("110199"), "");
}

}  // namespace
}  // namespace chunhui::people
