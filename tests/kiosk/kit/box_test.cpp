#include "kiosk/kit/box.h"

#include <gtest/gtest.h>

#include "kiosk/kit/panel.h"

namespace chunhui::kit {
namespace {

TEST(BoxTest, TakingFromASideLeavesTheRestBehindTheGap) {
  Box page{10, 20, 200, 100};
  EXPECT_EQ(page.TakeTop(30, 5), (Box{10, 20, 200, 30}));
  EXPECT_EQ(page, (Box{10, 55, 200, 65}));
  EXPECT_EQ(page.TakeBottom(10, 5), (Box{10, 110, 200, 10}));
  EXPECT_EQ(page.TakeLeft(50, 10), (Box{10, 55, 50, 50}));
  EXPECT_EQ(page.TakeRight(40, 10), (Box{170, 55, 40, 50}));
  EXPECT_EQ(page, (Box{70, 55, 90, 50}));
}

TEST(BoxTest, TakingMoreThanThereIsTakesWhatIsThere) {
  Box page{0, 0, 40, 10};
  EXPECT_EQ(page.TakeTop(25, 5), (Box{0, 0, 40, 10}));
  EXPECT_EQ(page.h, 0);
  EXPECT_EQ(page.TakeBottom(5).h, 0);
  EXPECT_EQ(page.TakeLeft(-3).w, 0);
}

TEST(BoxTest, CellsOfAGridFillTheBoxWithTheGapBetween) {
  const std::vector<Box> cells = Box{10, 10, 208, 308}.Grid(2, 3, 8);
  ASSERT_EQ(cells.size(), 6U);
  EXPECT_EQ(cells[1].x - cells[0].right(), 8);
  EXPECT_EQ(cells[2].y - cells[0].bottom(), 8);
  EXPECT_EQ(cells[5].right(), 218);
  EXPECT_EQ(cells[5].bottom(), 318);
  EXPECT_TRUE((Box{0, 0, 9, 9}.Rows(0, 1).empty()));
}

TEST(BoxTest, ACentredBoxIsNeverLargerThanItsPlace) {
  const Box place{10, 10, 40, 20};
  EXPECT_EQ(place.Centered(20, 10), (Box{20, 15, 20, 10}));
  EXPECT_EQ(place.Centered(90, 90), place);
}

TEST(PanelTest, BoxesThatTouchInMillimetresTouchInPixels) {
  const Panel panel = kPortraitPanel;
  Box rest{0, 0, 33.3F, 100};
  for (int i = 0; i < 20; ++i) {
    const Rect above = panel.Snap(rest.TakeTop(4.7F));
    const Rect below = panel.Snap(rest);
    EXPECT_EQ(above.y + above.h, below.y);
  }
}

TEST(PanelTest, StandardPanelsAreTheSameGlassUprightAndLying) {
  EXPECT_NEAR(kPortraitPanel.width_mm(), 268, 0.5);
  EXPECT_NEAR(kPortraitPanel.height_mm(), 476.4, 0.5);
  EXPECT_TRUE(kPortraitPanel.portrait());
  EXPECT_TRUE(kLandscapePanel.landscape());
  EXPECT_FLOAT_EQ(kLandscapePanel.width_mm(), kPortraitPanel.height_mm());
}

}  // namespace
}  // namespace chunhui::kit
