// Bad screens, planted: each rule fails where it must. The checks of all good screens mean nothing
// without these.
#include <gtest/gtest.h>

#include <functional>

#include "kiosk/kit/ui.h"
#include "kiosk/kit/words.h"
#include "kiosk/staff_panel/head.h"
#include "tests/rules/layout_walk.h"

namespace chunhui::tests {
namespace {

using kit::Box;
using kit::Ui;

const std::filesystem::path kWordsFolder =
    std::filesystem::path(CHUNHUI_SOURCE_DIR) / "assets" / "words";

// One frame of a planted screen on a 21.5 inch panel.
class Planted {
 public:
  explicit Planted(const std::function<void(Ui&)>& draw, kit::Look look = {}) {
    stage_.SetLook(look);
    stage_.Frame(words, 0, [&](Ui& ui) {
      ui.Begin("planted", {});
      draw(ui);
      ui.Bar({.back = true, .home = true});
    });
    record = stage_.record();
    painted.resize(static_cast<size_t>(record.panel.width_px) * record.panel.height_px);
    stage_.Paint({painted.data(), static_cast<size_t>(record.panel.width_px) * 4});
  }

  const kit::Words words = kit::Words::Load(kWordsFolder, "zh-CN");
  kit::Record record;
  Painted painted;

 private:
  kit::Stage stage_{kit::kPortraitPanel};
};

std::string Joined(const std::vector<std::string>& sentences) {
  std::string all;
  for (const std::string& sentence : sentences) all += sentence + "\n";
  return all;
}

testing::AssertionResult Tells(const std::vector<std::string>& sentences, std::string_view what) {
  if (Joined(sentences).find(what) != std::string::npos) return testing::AssertionSuccess();
  return testing::AssertionFailure() << "not told: " << what << "\n" << Joined(sentences);
}

// A page that keeps every rule.
void Good(Ui& ui) {
  ui.Title("您要吃什么？");
  ui.Text("text", {10, 60, 200, 40}, "明天的午饭");
  ui.Button("yes", {10, 300, 248, 58}, {.words = "好的", .kind = kit::ButtonKind::kMain});
  ui.Button("no", {10, 366, 248, 40}, {.words = "不要了"});
}

TEST(PlantedScreens, AGoodOneBreaksNothing) {
  const Planted good(Good, {.low_mode = true});
  EXPECT_EQ(Joined(BrokenRules(good.record, {}, true)), "");
  EXPECT_EQ(Joined(BrokenPaint(good.record, good.painted)), "");
  EXPECT_EQ(Joined(BrokenVoice(good.record, good.words)), "");
}

TEST(PlantedScreens, SmallTargetsAreFound) {
  const Planted bad([](Ui& ui) {
    Good(ui);
    ui.Button("small", {10, 150, 40, 19}, {.words = "小"});
  });
  EXPECT_TRUE(Tells(BrokenRules(bad.record), "small (10.0,150.0 40.0x19.0) is smaller"));
}

TEST(PlantedScreens, MainAnswersMustBeLarger) {
  const Planted bad([](Ui& ui) {
    ui.Title("好吗？");
    ui.Button("yes", {10, 300, 248, 27}, {.words = "好", .kind = kit::ButtonKind::kMain});
  });
  EXPECT_TRUE(Tells(BrokenRules(bad.record), "yes (10.0,300.0 248.0x27.0) is smaller"));
}

TEST(PlantedScreens, NarrowGapsAreFound) {
  const Planted bad([](Ui& ui) {
    Good(ui);
    ui.Button("near", {10, 265, 248, 30}, {.words = "太近了"});
  });
  EXPECT_TRUE(Tells(BrokenRules(bad.record), "is too near to"));
}

TEST(PlantedScreens, WordsOverWordsAreFound) {
  const Planted bad([](Ui& ui) {
    Good(ui);
    ui.Text("over", {30, 64, 200, 40}, "压在上面");
  });
  EXPECT_TRUE(Tells(BrokenRules(bad.record), "overlaps over"));
}

TEST(PlantedScreens, PicturesOverWordsAreFound) {
  const Planted bad([](Ui& ui) {
    Good(ui);
    ui.Icon({10, 62, 14, 14}, "check");
  });
  EXPECT_TRUE(Tells(BrokenRules(bad.record), "a picture lies on the words of text"));
}

TEST(PlantedScreens, WhatLeavesThePanelIsFound) {
  const Planted bad([](Ui& ui) {
    Good(ui);
    ui.Button("out", {240, 150, 60, 40}, {.words = "出去"});
  });
  EXPECT_TRUE(Tells(BrokenRules(bad.record), "leaves the panel"));
}

TEST(PlantedScreens, WhatReachesIntoTheFixedBarIsFound) {
  const Planted bad([](Ui& ui) {
    Good(ui);
    ui.Button("deep", {10, 412, 248, 30}, {.words = "太低"});
  });
  EXPECT_TRUE(Tells(BrokenRules(bad.record), "reaches into the fixed bar"));
}

TEST(PlantedScreens, CutWordsAreFound) {
  const Planted bad([](Ui& ui) {
    Good(ui);
    ui.Button("full", {10, 150, 40, 24}, {.words = "请工作人员马上到大厅来帮忙看一看"});
    ui.Text("long", ui.Sheet({60, 150, 60, 30}), "这一段话太长，这张纸上写不下");
  });
  EXPECT_TRUE(Tells(BrokenRules(bad.record), "full (10.0,150.0 40.0x24.0) is cut"));
  EXPECT_TRUE(Tells(BrokenRules(bad.record), "60.0) is cut"));
}

TEST(PlantedScreens, SevenChoicesAreTooMany) {
  const Planted bad([](Ui& ui) {
    Good(ui);
    for (int i = 0; i < 5; ++i) {
      ui.Button("choice." + std::to_string(i), {10, 110 + 36.0F * static_cast<float>(i), 100, 28},
                {.words = "这个"});
    }
  });
  EXPECT_TRUE(Tells(BrokenRules(bad.record), "offers 7 choices"));
}

TEST(PlantedScreens, ExactlyOneTitleIsWanted) {
  const Planted none([](Ui& ui) { ui.Text("text", {10, 60, 200, 40}, "没有题目"); });
  EXPECT_TRUE(Tells(BrokenRules(none.record), "has 0 titles"));
  const Planted two([](Ui& ui) {
    Good(ui);
    ui.Text("second", {10, 120, 200, 40}, "又一个题目", {.title = true});
  });
  EXPECT_TRUE(Tells(BrokenRules(two.record), "has 2 titles"));
}

TEST(PlantedScreens, WhatSaysNothingAloudIsFound) {
  const Planted bad([](Ui& ui) {
    Good(ui);
    ui.Button("mute", {10, 150, 40, 30}, {.words = "……"});
    ui.Button("blank", {60, 150, 40, 30}, {.icon = "check"});
  });
  EXPECT_TRUE(Tells(BrokenVoice(bad.record, bad.words), "mute (10.0,150.0 40.0x30.0) has nothing"));
  EXPECT_TRUE(Tells(BrokenRules(bad.record), "blank (60.0,150.0 40.0x30.0) has no words"));
}

TEST(PlantedScreens, LonelyCharactersAndHalfWidthMarksAreFound) {
  const Planted bad([](Ui& ui) {
    Good(ui);
    ui.Text("lonely", {10, 120, 200, 60}, "来了\n吧");
    ui.Text("half", {10, 180, 200, 60}, "来了,坐吧");
  });
  EXPECT_TRUE(Tells(BrokenRules(bad.record), "ends with a lonely character"));
  EXPECT_TRUE(Tells(BrokenRules(bad.record), "has half-width punctuation"));
}

TEST(PlantedScreens, TargetsAboveTheReachOfLowModeAreFound) {
  const Planted bad([](Ui& ui) {
    Good(ui);
    ui.Button("high", {10, 120, 248, 40}, {.words = "太高"});
  });
  EXPECT_EQ(Joined(BrokenRules(bad.record)), "");
  EXPECT_TRUE(Tells(BrokenRules(bad.record, {}, true), "high (10.0,120.0 248.0x40.0) is above"));
}

TEST(PlantedScreens, FaintInkIsFoundInTheRecordAndInThePixels) {
  Planted bad(Good);
  for (uint32_t& pixel : bad.painted) {
    if (pixel == 0x2A1F14) pixel = 0x9A8F84;
  }
  EXPECT_TRUE(Tells(BrokenPaint(bad.record, bad.painted), "text"));
  EXPECT_TRUE(Tells(BrokenPaint(bad.record, bad.painted), "is painted with too little contrast"));
  bad.record.items.front().text = kit::Rgb(0x9A8F84);
  EXPECT_TRUE(Tells(BrokenRules(bad.record), "has too little contrast"));
}

TEST(PlantedScreens, EdgesAndIconsNobodySeesAreFound) {
  Planted bad([](Ui& ui) {
    Good(ui);
    ui.Icon({220, 60, 20, 20}, "check");
  });
  const kit::Theme& theme = kit::ThemeOf(kit::ThemeName::kWarm);
  for (uint32_t& pixel : bad.painted) {
    const kit::Color color = kit::Rgb(pixel);
    if (color == theme.edge || color == theme.edge_dark) pixel = 0xFFF0D8;
    if (color == theme.icon) pixel = 0xF0E8E0;
  }
  EXPECT_TRUE(Tells(BrokenPaint(bad.record, bad.painted), "has no edge one sees"));
  EXPECT_TRUE(Tells(BrokenPaint(bad.record, bad.painted), "an icon at 220.0,60.0"));
}

TEST(PlantedScreens, AHelpKeyThatMovesIsFound) {
  Planted screen(Good);
  FixedKeys keys;
  EXPECT_EQ(Joined(keys.Broken(screen.record)), "");
  screen.record.items.back().box.x += 1;
  EXPECT_TRUE(Tells(keys.Broken(screen.record), "stands elsewhere on other screens"));
}

TEST(PlantedScreens, AScreenWithoutExamplesIsFound) {
  WalkWish wish;
  wish.words_folder = kWordsFolder;
  wish.panels.clear();
  std::vector<app::State> states = app::EveryState(kWordsFolder);
  std::erase_if(states, [](const app::State& state) {
    return state.part == "help" || state.part == "sheet.card_unknown" ||
           state.part == "staff.device";
  });
  const auto violations = WalkLayouts(states, wish).violations;
  EXPECT_EQ(violations.size(), 3U);
  EXPECT_TRUE(Tells(violations, "help: has no example states"));
  EXPECT_TRUE(Tells(violations, "sheet.card_unknown: has no example states"));
  EXPECT_TRUE(Tells(violations, "staff.device: has no example states"));
}

// What stands beside a visitor's page is held against the same rules, on every panel.
class PlantedStaffPage : public testing::Test {
 protected:
  static std::vector<std::string> Walked(const std::function<void(Ui&, Box)>& draw, bool low) {
    WalkWish wish;
    wish.words_folder = kWordsFolder;
    wish.panels = PanelsOf("15.6");
    wish.themes = {kit::ThemeName::kWarm};
    wish.languages = {"zh-CN"};
    wish.steps = {0};
    wish.low_modes = {low};
    const app::State state{
        "staff.planted", "staff.planted", true, [&](const auto&, const auto&) -> app::Drawing {
          return [&](Ui& ui) {
            ui.Begin("planted", {});
            ui.Title("您要吃什么？");
            ui.BeginIn("staff", {}, {0, 0, ui.panel().width_mm(), ui.panel().height_mm() / 2});
            draw(ui, staff_panel::DrawHead(ui, "工作人员"));
            ui.Bar({.back = true, .home = true});
          };
        }};
    return WalkLayouts({state}, wish, true).violations;
  }
};

TEST_F(PlantedStaffPage, ThatIsGoodBreaksNothing) {
  const auto good = [](Ui& ui, Box page) {
    for (const Box& box : page.TakeTop(30).Columns(2, ui.gap())) {
      ui.Button("staff.key" + std::to_string(static_cast<int>(box.x)), box, {.words = "好"});
    }
  };
  EXPECT_EQ(Joined(Walked(good, false)), "");
  EXPECT_EQ(Joined(Walked(good, true)), "") << "staff stand: low mode is the visitor's";
}

TEST_F(PlantedStaffPage, WithKeysTooNearTooManyOrTooSmallIsFound) {
  const auto near = [](Ui& ui, Box page) {
    ui.Button("staff.one", page.TakeLeft(40, 5).TakeTop(30), {.words = "好"});
    ui.Button("staff.two", page.TakeLeft(40).TakeTop(30), {.words = "好"});
  };
  EXPECT_TRUE(Tells(Walked(near, false), "is too near to staff.two"));
  const auto many = [](Ui& ui, Box page) {
    int number = 0;
    for (const Box& box : page.TakeTop(46).Grid(4, 2, 6)) {
      ui.Button("staff.choice" + std::to_string(++number), box, {.words = "好"});
    }
  };
  EXPECT_TRUE(Tells(Walked(many, false), "offers staff 8 choices"));
  const auto small = [](Ui& ui, Box page) {
    ui.Button("staff.small", page.TakeTop(19), {.words = "好"});
  };
  EXPECT_TRUE(Tells(Walked(small, false), "smaller than its kind of target"));
}

// The screens that are there, against limits no screen keeps.
TEST(RaisedLimits, MakeAWalkFail) {
  std::vector<app::State> states = app::EveryState(kWordsFolder);
  std::erase_if(states, [](const app::State& state) { return state.name != "meals.done"; });
  const auto violations = [&](const Limits& limits) {
    WalkWish wish;
    wish.words_folder = kWordsFolder;
    wish.panels = {kit::kPortraitPanel};
    wish.themes = {kit::ThemeName::kWarm};
    wish.steps = {kit::kDefaultTextStep};
    wish.limits = limits;
    return WalkLayouts(states, wish, true).violations.size();
  };
  EXPECT_EQ(violations({}), 0U);
  EXPECT_GT(violations({.target = 33}), 0U);
  EXPECT_GT(violations({.main_target = 59}), 0U);
  EXPECT_GT(violations({.gap = 8.5F}), 0U);
  EXPECT_GT(violations({.em = 9}), 0U);
  EXPECT_GT(violations({.contrast_warm = 11}), 0U);
  EXPECT_GT(violations({.contrast_shape = 5}), 0U);
  EXPECT_GT(violations({.han_per_line = 7}), 0U);
  EXPECT_GT(violations({.choices = 2}), 0U);
  EXPECT_GT(violations({.reach_share = 0.3F}), 0U);
}

}  // namespace
}  // namespace chunhui::tests
