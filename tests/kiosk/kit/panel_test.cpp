#include "kiosk/kit/panel.h"

#include <gtest/gtest.h>

#include <cmath>

namespace chunhui::kit {
namespace {

// Of so many inches at 16:9.
Panel Inches(float inches, int longer_px) {
  const int shorter_px = longer_px * 9 / 16;
  const auto diagonal_px = static_cast<float>(std::hypot(longer_px, shorter_px));
  return {shorter_px, longer_px, diagonal_px / (inches * 25.4F)};
}

TEST(PanelLimits, FromFifteenToThirtyTwoInchesAreForThePublic) {
  for (const float inches : {15.6F, 18.5F, 21.5F, 24.0F, 27.0F, 32.0F}) {
    EXPECT_EQ(FitOf(Inches(inches, 3840)), PanelFit::kGood) << inches;
  }
  EXPECT_EQ(FitOf(kPortraitPanel), PanelFit::kGood);
  EXPECT_EQ(FitOf(kLandscapePanel), PanelFit::kGood);
}

TEST(PanelLimits, SmallerAndLargerOnesAreNot) {
  EXPECT_EQ(FitOf(Inches(14, 1920)), PanelFit::kTooSmall);
  EXPECT_EQ(FitOf(Inches(43, 3840)), PanelFit::kTooLarge);
  EXPECT_EQ(FitOf({600, 2600, 4.03F}), PanelFit::kTooSmall) << "long but narrow";
}

TEST(PanelLimits, FewerThan85PixelsAnInchAreCoarse) {
  EXPECT_EQ(FitOf(Inches(27, 1920)), PanelFit::kCoarse) << "81.6 an inch";
  EXPECT_EQ(FitOf(Inches(24, 1920)), PanelFit::kGood) << "91.8 an inch";
}

TEST(PanelLimits, TheFirstGuessIsThatOfALikelyPanel) {
  EXPECT_NEAR(GuessedPxPerMm({1080, 1920, 1}), 4.03F, 0.01F);
  EXPECT_NEAR(GuessedPxPerMm({3840, 2160, 1}), 8.06F, 0.01F);
}

}  // namespace
}  // namespace chunhui::kit
