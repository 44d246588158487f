// Tables that people keep in a spreadsheet: what is read, and what is refused with which line.
#include <gtest/gtest.h>

#include "services/sheets/csv.h"
#include "services/sheets/menu_sheet.h"
#include "services/sheets/resident_sheet.h"

namespace chunhui::sheets {
namespace {

std::vector<CsvRow> RowsOf(std::string_view text) {
  auto read = ReadCsv(text);
  const auto* problem = std::get_if<CsvProblem>(&read);
  EXPECT_EQ(problem, nullptr) << problem->problem;
  return problem ? std::vector<CsvRow>() : std::get<std::vector<CsvRow>>(read);
}

CsvProblem ProblemOf(std::string_view text) {
  auto read = ReadCsv(text);
  const auto* problem = std::get_if<CsvProblem>(&read);
  EXPECT_NE(problem, nullptr) << "was read: " << text;
  return problem ? *problem : CsvProblem{};
}

TEST(Csv, QuotedCellsMayHoldCommasQuotesAndLineEnds) {
  const auto rows = RowsOf("\xEF\xBB\xBFname,text\r\n\"a, b\",\"say \"\"hi\"\"\r\nthere\"\r\nc,d");
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0].cells, (std::vector<std::string>{"name", "text"}));
  EXPECT_EQ(rows[1].cells, (std::vector<std::string>{"a, b", "say \"hi\"\r\nthere"}));
  EXPECT_EQ(rows[2].cells, (std::vector<std::string>{"c", "d"}));
  EXPECT_EQ(rows[2].line, 4);
}

TEST(Csv, BlankLinesAreLeftOutButCounted) {
  const auto rows = RowsOf("a\n\n\nb\n");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[1].line, 4);
}

TEST(Csv, WhatIsNotExactlyCsvIsRefusedWithItsLine) {
  EXPECT_EQ(ProblemOf("a,b\nc\n").line, 2);
  EXPECT_EQ(ProblemOf("a,b\nc,\"d\n").line, 2);
  EXPECT_EQ(ProblemOf("a,b\nc,d\"e\n").line, 2);
  EXPECT_EQ(ProblemOf("a,b\n\"c\"d,e\n").line, 2);
  EXPECT_NE(ProblemOf("a\n\xCD\xF5\xB9\xF0\n").problem.find("GB18030"), std::string::npos);
  EXPECT_NE(ProblemOf(std::string_view("PK\x03\x04\0\0", 6)).problem.find("xlsx"),
            std::string::npos);
  EXPECT_NE(ProblemOf(std::string(kCsvBytesMax + 1, 'a')).problem.find("8 MiB"), std::string::npos);
}

TEST(MenuSheet, ChineseAndEnglishHeadingsReadTheSame) {
  const MenuSheet chinese = ReadMenuSheet(
      "日期,餐次,菜名,价格,份数,饮食\n2026年11月23日,午餐,清蒸鲈鱼,16.5,40,低盐、软食\n");
  const MenuSheet english = ReadMenuSheet(
      "portions,name,meal,date,diet,price\n40,清蒸鲈鱼,lunch,2026-11-23,low_salt;soft,16.50\n");
  ASSERT_EQ(chinese.dishes.size(), 1u);
  ASSERT_EQ(english.dishes.size(), 1u);
  EXPECT_EQ(chinese.dishes[0].dish.SerializeAsString(), english.dishes[0].dish.SerializeAsString());
  EXPECT_EQ(chinese.dishes[0].dish.price_fen(), 1650);
  EXPECT_EQ(chinese.dishes[0].dish.diet_tags_size(), 2);
}

TEST(MenuSheet, EveryWrongCellIsReportedWithItsLineAndColumn) {
  const MenuSheet sheet = ReadMenuSheet(
      "date,meal,name,price,portions,diet\n"
      "2026-02-30,lunch,a,1,1,\n"
      "2026-11-23,brunch,a,1,1,\n"
      "2026-11-23,lunch,,1,1,\n"
      "2026-11-23,lunch,a,one,1,\n"
      "2026-11-23,lunch,a,1,-1,\n"
      "2026-11-23,lunch,a,1,1,tasty\n"
      "2026-11-23,lunch,a,1,1,soft\n");
  const std::vector<std::string> columns = {"date", "meal", "name", "price", "portions", "diet"};
  ASSERT_EQ(sheet.problems.size(), columns.size());
  for (size_t i = 0; i < columns.size(); ++i) {
    EXPECT_EQ(sheet.problems[i].column, columns[i]);
    EXPECT_EQ(sheet.problems[i].line, static_cast<int>(i) + 2);
  }
  EXPECT_EQ(sheet.dishes.size(), 1u);
}

TEST(MenuSheet, MisspeltMissingAndDoubledHeadingsAreRefused) {
  const auto problem = [](std::string_view text) {
    const MenuSheet sheet = ReadMenuSheet(text);
    return sheet.problems.empty() ? std::string() : sheet.problems[0].column;
  };
  EXPECT_EQ(problem("date,meal,name,prize,portions\n"), "prize");
  EXPECT_EQ(problem("date,meal,name,portions\n"), "price");
  EXPECT_EQ(problem("meal,餐次,name,price,portions\n"), "餐次");
  EXPECT_EQ(ReadMenuSheet("").problems.size(), 1u);
}

TEST(ResidentSheet, WordsForYesNoAndDaysAreChecked) {
  const std::string heading = "key,name,id_number,station,day_care,certified_on,subsidy\n";
  const time::Date today{2026, 11, 22};
  const ResidentSheet good =
      ReadResidentSheet(heading + "1,王桂兰,110199194403050020,hongfeng,是,@-10,特殊\n", today);
  ASSERT_EQ(good.residents.size(), 1u);
  EXPECT_TRUE(good.residents[0].resident.day_care_member());
  EXPECT_EQ(good.residents[0].resident.pension_certified_on().day(), 12);
  const ResidentSheet wrong =
      ReadResidentSheet(heading + "1,a,b,c,maybe,,\n2,a,b,c,no,soon,\n3,a,b,c,no,,poor\n", today);
  ASSERT_EQ(wrong.problems.size(), 3u);
  EXPECT_EQ(wrong.problems[0].column, "day_care");
  EXPECT_EQ(wrong.problems[1].column, "certified_on");
  EXPECT_EQ(wrong.problems[2].column, "subsidy");
}

}  // namespace
}  // namespace chunhui::sheets
