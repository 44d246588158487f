// A sample of `./chunhui check eyes`, and that it can fail.
#include "tests/rules/eyes/eyes.h"

#include <gtest/gtest.h>

#include "kiosk/kit/ui.h"

namespace chunhui::tests {
namespace {

const std::set<std::string> kKnown{"是我",     "不是我", "前一页", "后一页",     "对，就订这份",
                                   "看看别的", "订好了", "订完了", "您还在吗？", "请人帮忙"};

kit::Words Chinese() {
  return kit::Words::Load(std::filesystem::path(CHUNHUI_SOURCE_DIR) / "assets/words", "zh-CN");
}

// One main button that says so, in letters as large as its height allows.
Sign MainButton(const kit::Words& words, const std::string& said, float px_per_mm) {
  const kit::Panel panel{1080, 1920, px_per_mm};
  kit::Stage stage(panel);
  stage.Frame(words, 0, [&](kit::Ui& ui) {
    ui.Begin("eyes", "");
    ui.Button("yes", {10, 20, 120, 40}, {.words = said, .kind = kit::ButtonKind::kMain});
  });
  std::vector<uint32_t> pixels(static_cast<size_t>(1080 * 1920));
  stage.Paint({pixels.data(), 1080 * sizeof(uint32_t)});
  return SignsOn("test", stage.record(), pixels).at(0);
}

TEST(OldEyesTest, MainButtonsAreReadByBoth) {
  const kit::Words words = Chinese();
  Reader reader(words, kit::kPortraitPanel, kKnown);
  for (const std::string said : {"对，就订这份", "订好了", "前一页"}) {
    const Sign sign = MainButton(words, said, kit::kPortraitPanel.px_per_mm);
    EXPECT_EQ(reader.Reads(sign, kCataract), said);
    EXPECT_EQ(reader.Reads(sign, kLowContrast), said);
  }
}

TEST(OldEyesTest, ABlurAsWideAsTheLettersCannotBeReadThrough) {
  const kit::Words words = Chinese();
  Reader reader(words, kit::kPortraitPanel, kKnown);
  int misread = 0;
  for (const std::string& said : kKnown) {
    const Sign sign = MainButton(words, said, kit::kPortraitPanel.px_per_mm);
    misread += reader.Reads(sign, {"blind", 9, 0.05}) != said ? 1 : 0;
  }
  EXPECT_GT(misread, 2);
}

TEST(OldEyesTest, TheFilterIsFixedInMillimetres) {
  std::vector<uint32_t> edge;  // black left, white right, 40 mm wide
  for (int y = 0; y < 80; ++y) {
    for (int x = 0; x < 160; ++x) edge.push_back(x < 80 ? 0 : 0xFFFFFF);
  }
  const Grey seen = SeenBy({"test", 1.5, 1}, ToGrey(edge, 160, 80, 4));
  ASSERT_EQ(seen.width, 80);
  EXPECT_NEAR(seen.At(39, 20) + seen.At(40, 20), 1, 0.1);
  EXPECT_NEAR(seen.At(43, 20), 0.87, 0.08) << "1.75 mm behind the edge";
  EXPECT_NEAR(seen.At(60, 20), 1, 0.08);
}

TEST(OldEyesTest, TheFirstScreensAreRead) {
  for (const char* part : {"idle", "meals.confirm"}) {
    for (const ReadCount& count : ReadEveryScreen({kit::ThemeName::kWarm}, part)) {
      EXPECT_GT(count.signs, 0);
      for (const std::string& line : count.misread) ADD_FAILURE() << count.eyes << ": " << line;
    }
  }
}

}  // namespace
}  // namespace chunhui::tests
