// How sentences are read: a reviewed list, and the table behind the prompts.
#include "kiosk/kit/speech/reader.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "kiosk/kit/speech/word_forms.h"

namespace chunhui::kit {
namespace {

const std::filesystem::path kAssets = std::filesystem::path(CHUNHUI_SOURCE_DIR) / "assets";

struct Reviewed {
  std::string words;
  std::string pinyin;
};

std::vector<Reviewed> ReviewedList() {
  std::ifstream in(std::filesystem::path(CHUNHUI_SOURCE_DIR) /
                   "tests/kiosk/kit/speech/data/readings.tsv");
  std::vector<Reviewed> all;
  for (std::string line; std::getline(in, line);) {
    const size_t tab = line.find('\t');
    if (line.starts_with("#") || tab == std::string::npos) continue;
    all.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return all;
}

class ReaderTest : public testing::Test {
 protected:
  std::string Read(std::string_view words) { return PinyinOf(reader_.Read(words)); }
  const Reader reader_{kAssets / "voice/zh-CN"};
};

TEST_F(ReaderTest, ReadsEverySentenceOfTheReviewedListRightly) {
  const std::vector<Reviewed> list = ReviewedList();
  ASSERT_GE(list.size(), 200U);
  for (const Reviewed& each : list) EXPECT_EQ(Read(each.words), each.pinyin) << each.words;
}

TEST_F(ReaderTest, KnowsEverySentenceOfTheWordFile) {
  for (const WordForm& form :
       WithoutReading(WordForms(kAssets / "words/zh-CN.json"), reader_.sentences())) {
    ADD_FAILURE() << form.name << " (" << form.words
                  << ") has no reading: run ./chunhui voice add and review its last lines";
  }
}

// 不 is bu2 before the fourth tone and bu4 before the others.
TEST_F(ReaderTest, TheTableKeepsTheToneOfBu) {
  for (const Sentences::Row& row : reader_.sentences().rows()) {
    for (size_t at = row.reading.find("bu"); at != std::string::npos;
         at = row.reading.find("bu", at + 1)) {
      const size_t next = row.reading.find_first_of("12345", at + 3);
      if (next == std::string::npos || row.words.find("不") == std::string::npos) continue;
      const bool rising = row.reading.compare(at, 3, "bu2") == 0;
      EXPECT_TRUE(!rising || row.reading[next] == '4') << row.reading;
    }
  }
}

TEST_F(ReaderTest, EveryPromptHasANameOfItsOwn) {
  std::set<std::string> names;
  for (const Sentences::Row& prompt : reader_.sentences().Prompts()) {
    EXPECT_TRUE(names.insert(prompt.name).second) << prompt.name;
  }
  EXPECT_GT(names.size(), 400U);
}

TEST_F(ReaderTest, FixedPartsAreSaidByTheirPrompts) {
  const std::vector<Piece> pieces = reader_.Read("李老师知道了，正过来");
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_EQ(pieces[0], (Piece{"li3 lao3 shi1", false, ""}));
  EXPECT_EQ(pieces[1].prompt, "pension.coming.1");
}

TEST_F(ReaderTest, ADraftKeepsItsArgumentsInPlace) {
  EXPECT_EQ(reader_.Draft("{name}，不去了。还有{count}份"),
            "{name}, bu2 qu4 le5. hai2 you3 {count} fen4");
}

TEST_F(ReaderTest, NamesInEnglishSentencesAreReadAsNames) {
  const std::vector<Piece> pieces = reader_.ReadEnglish("Good morning, 单秀英奶奶");
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_TRUE(pieces[0].english);
  EXPECT_EQ(pieces[1].text, "shan4 xiu4 ying1 nai3 nai5");
}

TEST(SentenceTable, RefusesALineWhoseReadingDoesNotFit) {
  const auto file = std::filesystem::temp_directory_path() / "chunhui_readings_test.tsv";
  for (const char* line :
       {"a\t还有{count}份\thai2 you3 fen4", "a\t好。走\thao3 zou3", "a\t好\thao", "a\t好"}) {
    std::ofstream(file) << line << "\n";
    EXPECT_THROW(Sentences::Load(file), std::runtime_error) << line;
  }
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace chunhui::kit
