// Pages that do not hold the visitor's letters are set smaller, and nothing else is.
#include <gtest/gtest.h>

#include "kiosk/kit/fit.h"
#include "kiosk/kit/stage.h"
#include "kiosk/kit/ui.h"
#include "kiosk/kit/words.h"
#include "tests/kiosk/kit/pages.h"

namespace chunhui::kit {
namespace {

constexpr Panel kSmallPanel{1080, 1920, 5.56F};  // 15.6 inch, upright

class FitTest : public testing::Test {
 protected:
  // A sentence in a box of this height; returns the record after as many frames as it takes.
  const Record& Show(float height_mm, int step, int& frames) {
    stage_.SetLook({.text_step = step});
    const auto draw = [&](Ui& ui) {
      ui.Begin("page", std::to_string(height_mm));
      ui.Title("Menu");
      ui.Text("words", ui.Sheet(ui.page().TakeTop(height_mm)), "one two three four five six seven");
      ui.Bar({.home = true});
    };
    for (frames = 1; stage_.Frame(words_, 0, draw); ++frames) {
    }
    return stage_.record();
  }

  const Words words_ = Words::Load(SampleWordsFolder(), "en");
  Stage stage_{kSmallPanel};
};

TEST_F(FitTest, APageThatHoldsItsWordsKeepsTheirSize) {
  int frames = 0;
  EXPECT_EQ(Show(120, 3, frames).smaller, 0);
  EXPECT_EQ(frames, 1);
}

TEST_F(FitTest, APageThatDoesNotIsSetSmaller) {
  int frames = 0;
  const Record& record = Show(45, 3, frames);
  EXPECT_GT(record.smaller, 0);
  EXPECT_EQ(frames, 1 + record.smaller);
  EXPECT_EQ(record.text_step, 3);
  EXPECT_TRUE(Fits(record, 0));
}

TEST_F(FitTest, ItStaysSoWhileThePageIsShown) {
  int frames = 0;
  const int smaller = Show(45, 3, frames).smaller;
  EXPECT_EQ(Show(45, 3, frames).smaller, smaller);
  EXPECT_EQ(frames, 1);
}

TEST_F(FitTest, LettersNeverFallBelowTheDefaultStep) {
  int frames = 0;
  const Record& record = Show(20, 3, frames);
  EXPECT_FALSE(Fits(record, 0));
  EXPECT_EQ(record.smaller, 3 - kDefaultTextStep);
  EXPECT_EQ(Show(20, 1, frames).smaller, 0);
}

TEST_F(FitTest, TheFixedKeysKeepTheirPlaces) {
  int frames = 0;
  const Box before = Show(120, 3, frames).Find("bar.home")->box;
  EXPECT_EQ(Show(45, 3, frames).Find("bar.home")->box, before);
}

TEST_F(FitTest, TargetsThatAreTooCloseDoNotFit) {
  Record record;
  record.panel = kSmallPanel;
  record.items = {{.id = "a", .role = ItemRole::kButton, .box = {10, 10, 40, 40}, .em_mm = 10},
                  {.id = "b", .role = ItemRole::kButton, .box = {56, 10, 40, 40}, .em_mm = 10}};
  EXPECT_TRUE(Fits(record, 0));
  EXPECT_FALSE(Fits(record, 20));  // low mode: above the reach
  record.items[1].box.x = 54;
  EXPECT_FALSE(Fits(record, 0));
}

}  // namespace
}  // namespace chunhui::kit
