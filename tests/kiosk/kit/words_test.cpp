#include "kiosk/kit/words.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/kiosk/kit/pages.h"

namespace chunhui::kit {
namespace {

Words Chinese() { return Words::Load(SampleWordsFolder(), "zh-CN"); }
Words English() { return Words::Load(SampleWordsFolder(), "en"); }

Words LoadText(const std::string& json) {
  const auto folder = std::filesystem::path(testing::TempDir());
  const std::string name =
      std::string("words_") + testing::UnitTest::GetInstance()->current_test_info()->name();
  std::ofstream(folder / (name + ".json")) << json;
  return Words::Load(folder, name);
}

TEST(WordsTest, TextAndVoiceMayDiffer) {
  const Words words = Chinese();
  EXPECT_EQ(words.Text("meal.price", {{"yuan", "7.00"}}), "您付 7.00 元");
  EXPECT_EQ(words.Voice("meal.price", {{"yuan", "7.00"}}), "这份饭您付7.00元。");
  EXPECT_EQ(words.Voice("bar.home"), words.Text("bar.home"));
}

TEST(WordsTest, PluralsFollowTheLanguage) {
  EXPECT_EQ(Chinese().Text("event.left", {{"count", 1}}), "还有 1 个位子");
  EXPECT_EQ(English().Text("event.left", {{"count", 1}}), "1 place left");
  EXPECT_EQ(English().Text("event.left", {{"count", 3}}), "3 places left");
}

TEST(WordsTest, ANumberIsWrittenWithoutCommas) {
  EXPECT_EQ(English().Text("year.only", {{"year", 2026}}), "2026");
}

TEST(WordsTest, AnUnknownKeyThrowsAndNamesIt) {
  try {
    Chinese().Text("meal.nothing");
    FAIL();
  } catch (const WordsError& error) {
    EXPECT_NE(std::string(error.what()).find("meal.nothing"), std::string::npos);
  }
}

TEST(WordsTest, AMissingArgumentThrowsAndAFurtherOneIsIgnored) {
  EXPECT_THROW(Chinese().Text("meal.price"), WordsError);
  EXPECT_THROW(Chinese().Text("meal.price", {{"fen", 700}}), WordsError);
  EXPECT_THROW(English().Text("event.left", {{"number", 1}}), WordsError);
  EXPECT_NO_THROW(Chinese().Text("meal.price", {{"yuan", "7.00"}, {"dish", "面"}}));
}

TEST(WordsTest, AnArgumentInsideAPluralIsMissedToo) {
  const Words words = LoadText(R"({"k": "{n, plural, one {one} other {{n} for {name}}}"})");
  EXPECT_THROW(words.Text("k", {{"n", 1}}), WordsError);
  EXPECT_EQ(words.Text("k", {{"n", 2}, {"name", "Li"}}), "2 for Li");
}

TEST(WordsTest, WordsInPlaceOfANumberAreRefused) {
  EXPECT_THROW(English().Text("event.left", {{"count", "three"}}), WordsError);
}

TEST(WordsTest, DatesAndTimesAreSaidAsPeopleSayThem) {
  const time::Date date{2026, 11, 22};
  EXPECT_EQ(Chinese().Date(date), "11月22日");
  EXPECT_EQ(English().Date(date), "November 22");
  EXPECT_EQ(Chinese().Weekday(date), "星期日");
  EXPECT_EQ(English().Weekday(date), "Sunday");
  const Words chinese = Chinese();
  EXPECT_EQ(chinese.TimeOfDay(time::TimeOfDay::At(9, 0)), "上午9点");
  EXPECT_EQ(chinese.TimeOfDay(time::TimeOfDay::At(14, 30)), "下午2点半");
  EXPECT_EQ(chinese.TimeOfDay(time::TimeOfDay::At(12, 5)), "中午12点5分");
  EXPECT_EQ(chinese.TimeOfDay(time::TimeOfDay::At(0, 0)), "晚上12点");
  EXPECT_EQ(English().TimeOfDay(time::TimeOfDay::At(9, 0)), "9:00 am");
  EXPECT_EQ(chinese.Clock(time::TimeOfDay::At(9, 5)), "9:05");
}

TEST(WordsTest, ApostrophesAndBracesInQuotesAreLetters) {
  const Words words = LoadText(R"({"a": "I'm done", "b": "'{'x'}' {n}"})");
  EXPECT_EQ(words.Text("a"), "I'm done");
  EXPECT_EQ(words.Text("b", {{"n", "1"}}), "{x} 1");
}

TEST(WordsTest, TheSampleFilesHaveNoProblems) {
  EXPECT_TRUE(Chinese().Check().empty());
  EXPECT_TRUE(English().Check().empty());
}

TEST(WordsTest, CheckNamesMissingKeysAndBrokenTexts) {
  const std::vector<std::string> problems = LoadText(R"({"x": "{count, plural,"})").Check();
  EXPECT_EQ(problems.size(), Words::KeysOfTheKit().size() + 1);
}

TEST(WordsTest, ABrokenFileIsRefusedByName) {
  EXPECT_THROW(Words::Load("/nowhere", "zh-CN"), WordsError);
  EXPECT_THROW(LoadText("[1, 2]"), WordsError);
  EXPECT_THROW(LoadText("{\"a\": 3}"), WordsError);
  EXPECT_THROW(LoadText("{\"a\": "), WordsError);
}

TEST(WordsTest, NumberedArgumentsAreRefused) {
  EXPECT_THROW(LoadText(R"({"a": "{0}"})").Text("a", {{"0", "x"}}), WordsError);
}

}  // namespace
}  // namespace chunhui::kit
