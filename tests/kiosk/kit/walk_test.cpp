// Tactile keys on a stage: where they lead, what they choose, the ring, the dark screen.
#include <algorithm>

#include "tests/kiosk/kit/stage_fixture.h"

namespace chunhui::kit {
namespace {

class WalkTest : public StageFixture {
 protected:
  // A question with a line, a keypad and two answers.
  void ShowQuestion(const std::string& state = "ask") {
    Show([this, state](Ui& ui) {
      ui.Begin("sample", state);
      ui.Title("要订吗？", "明天中午");
      Box page = ui.page();
      ui.Line("price", page.TakeTop(20), "您付", "7.00");
      ui.Keypad("key", page.TakeTop(140, kGap));
      if (ui.Button("yes", page.TakeTop(40, kGap), {.words = "订"})) ++booked_;
      ui.Button("no", page.TakeTop(40, kGap), {.words = "不订", .enabled = false});
      ui.Bar({.back = true});
    });
  }
  std::string Next() {
    stage_.WalkOn(1);
    Run();
    return stage_.walk().at();
  }
  void GoTo(const std::string& id) {
    for (int i = 0; i < 20 && stage_.walk().at() != id; ++i) Next();
  }
  void Choose() {
    now_ms_ += 1000;
    stage_.ChooseWalked(now_ms_);
    Run();
  }

  int booked_ = 0;
};

TEST_F(WalkTest, LeadsThroughThePageInReadingOrderAndRound) {
  ShowQuestion();
  EXPECT_TRUE(stage_.BeginWalk());
  EXPECT_EQ(stage_.walk().at(), "title");
  std::vector<std::string> met;
  do {
    met.push_back(Next());
  } while (met.back() != "title");
  const std::vector<std::string> all{"price",    "yes",         "no",
                                     "bar.back", "bar.bigger",  "bar.listen",
                                     "bar.help", "walk.screen", "title"};
  EXPECT_EQ(met, all) << "digits are no stops; a value stands with its label";
  stage_.WalkOn(-1);
  EXPECT_TRUE(stage_.walk().at_screen());
}

TEST_F(WalkTest, ChoosingActsOnceAndLooksPressed) {
  ShowQuestion();
  stage_.BeginWalk();
  GoTo("yes");
  const uint32_t calm = PixelAt(Shown("yes").box.x + 10, Shown("yes").box.y + 4);
  now_ms_ += 1000;
  stage_.ChooseWalked(now_ms_);
  stage_.Frame(words_, now_ms_, page_);
  EXPECT_NE(PixelAt(Shown("yes").box.x + 10, Shown("yes").box.y + 4), calm);
  Run();
  EXPECT_EQ(booked_, 1);
  now_ms_ += 200;
  stage_.ChooseWalked(now_ms_);
  Run();
  EXPECT_EQ(booked_, 1) << "a second strike of the same key";
  Choose();
  EXPECT_EQ(booked_, 2);
}

TEST_F(WalkTest, NothingIsChosenRightAfterThePageChanged) {
  ShowQuestion();
  stage_.BeginWalk();
  ShowQuestion("again");
  GoTo("yes");
  stage_.ChooseWalked(now_ms_ + 100);
  Run();
  EXPECT_EQ(booked_, 0);
}

TEST_F(WalkTest, StaysThroughRedrawsAndGoesToTheTitleOfANewPage) {
  ShowQuestion();
  stage_.BeginWalk();
  GoTo("yes");
  stage_.SetLook({.theme = ThemeName::kDark, .text_step = 3});
  Run();
  EXPECT_EQ(stage_.walk().at(), "yes");
  ShowQuestion("again");
  EXPECT_EQ(stage_.walk().at(), "title");
}

TEST_F(WalkTest, WhatHasGoneLeavesTheKeysNearby) {
  ShowQuestion();
  stage_.BeginWalk();
  GoTo("no");
  Show([](Ui& ui) {
    ui.Begin("sample", "ask");
    ui.Title("要订吗？");
    ui.Button("other", ui.page().TakeTop(40), {.words = "别的"});
  });
  EXPECT_EQ(stage_.walk().at(), "other");
}

TEST_F(WalkTest, AFingerEndsTheWalk) {
  ShowQuestion();
  stage_.BeginWalk();
  Tap("yes");
  EXPECT_FALSE(stage_.walk().active());
  EXPECT_EQ(booked_, 1);
}

TEST_F(WalkTest, TheRingIsSeenOnEverySurfaceOfEveryTheme) {
  for (const ThemeName name :
       {ThemeName::kWarm, ThemeName::kDark, ThemeName::kContrast, ThemeName::kQuiet}) {
    const Theme& theme = ThemeOf(name);
    for (const Surface* surface : {&theme.paper, &theme.card, &theme.sand, &theme.bar,
                                   &theme.header, &theme.main, &theme.amber}) {
      const float seen =
          std::max(Contrast(theme.focus, surface->fill), Contrast(theme.focus_gap, surface->fill));
      EXPECT_GE(seen, 3) << NameOf(name);
    }
    EXPECT_GE(Contrast(theme.focus, theme.focus_gap), 7) << NameOf(name);
  }
}

TEST_F(WalkTest, TheRingIsPaintedAroundTheStop) {
  ShowQuestion();
  const Box yes = Shown("yes").box;
  const uint32_t before = PixelAt(yes.x - 1.8F, yes.center_y());
  stage_.BeginWalk();
  GoTo("yes");
  EXPECT_NE(PixelAt(yes.x - 1.8F, yes.center_y()), before);
  stage_.WalkOn(1);
  Run();
  EXPECT_EQ(PixelAt(yes.x - 1.8F, yes.center_y()), before);
}

TEST_F(WalkTest, ADarkScreenIsBlackAndAFingerActsOnNothing) {
  ShowQuestion();
  const std::vector<uint32_t> lit = Pixels();
  stage_.SetLook({.dark = true});
  Run();
  const std::vector<uint32_t> dark = Pixels();
  EXPECT_TRUE(std::all_of(dark.begin(), dark.end(), [](uint32_t pixel) { return pixel == 0; }));
  EXPECT_NE(stage_.record().Find("yes"), nullptr) << "the record goes on";
  Tap("yes");
  EXPECT_EQ(booked_, 0);
  stage_.SetLook({});
  Run();
  EXPECT_EQ(Pixels(), lit);
}

}  // namespace
}  // namespace chunhui::kit
