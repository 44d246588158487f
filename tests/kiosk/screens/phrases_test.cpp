#include "kiosk/screens/phrases.h"

#include "kiosk/kit/stage.h"
#include "kiosk/screens/layout.h"
#include "tests/kiosk/screens/screen_fixture.h"

namespace chunhui::screens {
namespace {

constexpr time::Date kToday{2026, 11, 22};  // a Sunday

class PhrasesTest : public tests::ScreenTest {};

TEST_F(PhrasesTest, NameNearDaysByWordsAndFarOnesByDate) {
  EXPECT_EQ(DayName(words_, kToday, kToday), "今天");
  EXPECT_EQ(DayName(words_, kToday, {2026, 11, 23}), "明天");
  EXPECT_EQ(DayName(words_, kToday, {2026, 11, 25}), "星期三");
  EXPECT_EQ(DayName(words_, kToday, {2026, 11, 29}), "11月29日");
  EXPECT_EQ(DayName(words_, kToday, {2026, 11, 21}), "11月21日");
}

TEST_F(PhrasesTest, MoneyHasTwoDecimals) {
  EXPECT_EQ(Amount(words_, 700), "7.00 元");
  EXPECT_EQ(Amount(words_, 1260), "12.60 元");
}

TEST_F(PhrasesTest, EnglishFallsBackToChineseNames) {
  const auto english =
      kit::Words::Load(std::filesystem::path(CHUNHUI_SOURCE_DIR) / "assets" / "words", "en");
  v1::MenuDish dish;
  dish.set_name("饺子");
  EXPECT_EQ(DishName(english, dish), "饺子");
  dish.set_name_en("Dumplings");
  EXPECT_EQ(DishName(english, dish), "Dumplings");
  EXPECT_EQ(DishName(words_, dish), "饺子");
}

TEST_F(PhrasesTest, LongTextsLoseNothingWhenCutIntoPages) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "身份证号码谁要都不说。先挂了再来问我们。";
  kit::Stage stage(kit::kPortraitPanel);
  stage.Frame(words_, 0, [&](kit::Ui& ui) {
    ui.Begin("notices", "notice");
    std::string joined;
    const auto pages = CutIntoPages(ui, kit::Role::kBody, text, 200, 150);
    for (const std::string& page : pages) {
      EXPECT_LE(ui.MeasureHeight(kit::Role::kBody, page, 200), 150);
      joined += page;
    }
    EXPECT_GT(pages.size(), 1U);
    EXPECT_EQ(joined, text);
  });
}

}  // namespace
}  // namespace chunhui::screens
