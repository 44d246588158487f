// Pages turn calmly into each other, briefly, and never flash.
#include <gtest/gtest.h>

#include <cmath>

#include "kiosk/kit/fade.h"

#include "tests/kiosk/kit/stage_fixture.h"

namespace chunhui::kit {
namespace {

constexpr Panel kSmall{540, 960, 2.015F};  // the upright panel, coarser
constexpr int64_t kFrameMs = 16;

class MotionTest : public testing::Test {
 protected:
  void Look(Motion motion, ThemeName theme = ThemeName::kWarm) {
    kit::Look look;
    look.motion = motion;
    look.theme = theme;
    stage_.SetLook(look);
  }
  // One frame and one painting, as the window does.
  void Turn(const char* state, int64_t now_ms) {
    const auto draw = [state](Ui& ui) {
      ui.Begin("test", state);
      ui.Title(state);
      const Box page = ui.page();
      if (std::string_view(state) == "filled") ui.SheetOf(page, ui.theme().header);
      ui.Bar({});
    };
    while (stage_.Frame(words_, now_ms, draw)) {
    }
    stage_.Paint({pixels_.data(), static_cast<size_t>(kSmall.width_px) * 4});
  }
  uint32_t Middle() const {
    return pixels_[static_cast<size_t>(kSmall.height_px / 2 * kSmall.width_px +
                                       kSmall.width_px / 2)];
  }

  Words words_ = Words::Load(SampleWordsFolder(), "zh-CN");
  Stage stage_{kSmall};
  std::vector<uint32_t> pixels_ =
      std::vector<uint32_t>(static_cast<size_t>(kSmall.width_px * kSmall.height_px));
};

// Relative luminance, 0 to 1.
double Luminance(uint32_t pixel) {
  const auto linear = [](uint32_t channel) {
    const double part = static_cast<double>(channel & 0xFFU) / 255;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(pixel >> 16U) + 0.7152 * linear(pixel >> 8U) + 0.0722 * linear(pixel);
}

// How often one spot of the glass flashes: pairs of opposite changes of a tenth of full white.
class FlashCount {
 public:
  void See(double luminance) {
    if (!begun_) extreme_ = luminance;
    begun_ = true;
    extreme_ = rising_ ? std::max(extreme_, luminance) : std::min(extreme_, luminance);
    if (std::abs(luminance - extreme_) < 0.1) return;
    rising_ = luminance > extreme_;
    extreme_ = luminance;
    ++changes_;
  }
  int flashes() const { return changes_ / 2; }

 private:
  bool begun_ = false;
  double extreme_ = 0;
  bool rising_ = true;
  int changes_ = 0;
};

TEST_F(MotionTest, ANewPageComesThroughMixturesAndStandsAloneInTime) {
  Look(Motion::kPages);
  Turn("plain", 1000);
  Turn("plain", 1000 + kFadeMs);
  const uint32_t plain = Middle();
  Turn("filled", 5000);
  const uint32_t first = Middle();
  Turn("filled", 5000 + kFadeMs);
  const uint32_t filled = Middle();
  EXPECT_NE(plain, filled);
  EXPECT_NE(first, plain) << "something shows at once";
  EXPECT_NE(first, filled);
  EXPECT_FALSE(stage_.wake_at_ms().has_value()) << "a page that stands needs no frames";
  EXPECT_LE(kFadeMs, 150);
}

TEST_F(MotionTest, WhatStandsAtTheEndIsExactlyThePage) {
  Look(Motion::kPages);
  Turn("plain", 1000);
  for (int64_t at_ms = 2000; at_ms <= 2000 + kFadeMs + kFrameMs; at_ms += kFrameMs) {
    Turn("filled", at_ms);
  }
  std::vector<uint32_t> moved = pixels_;
  Look(Motion::kStill);
  stage_.RepaintAll();
  Turn("filled", 9000);
  EXPECT_TRUE(moved == pixels_);
}

TEST_F(MotionTest, AStillKioskChangesPagesAtOnce) {
  Look(Motion::kStill);
  Turn("plain", 1000);
  Turn("filled", 5000);
  const uint32_t first = Middle();
  EXPECT_FALSE(stage_.wake_at_ms().has_value());
  Turn("filled", 9000);
  EXPECT_EQ(first, Middle());
}

TEST_F(MotionTest, WakesOnlyWhilePagesChange) {
  Look(Motion::kPages);
  Turn("plain", 1000);
  Turn("filled", 5000);
  int wakes = 0;
  for (int64_t now_ms = 5000; stage_.wake_at_ms(); ++wakes) {
    ASSERT_GT(*stage_.wake_at_ms(), now_ms);
    now_ms = *stage_.wake_at_ms();
    Turn("filled", now_ms);
  }
  EXPECT_EQ(wakes, kFadeMs / kFadeStepMs);
}

TEST_F(MotionTest, APageThatComesDuringAChangeTakesItsPlace) {
  Look(Motion::kPages);
  Turn("plain", 1000);
  Turn("filled", 5000);
  Turn("filled", 5040);
  Turn("plain", 5060);
  Turn("plain", 5060 + kFadeMs);
  const uint32_t plain = Middle();
  Look(Motion::kStill);
  stage_.RepaintAll();
  Turn("plain", 9000);
  EXPECT_EQ(plain, Middle());
}

// As fast as the touch layer lets anybody turn pages, in the theme of the strongest contrast.
TEST_F(MotionTest, NothingFlashesMoreThanThreeTimesASecond) {
  for (const ThemeName theme : {ThemeName::kWarm, ThemeName::kContrast}) {
    Look(Motion::kPages, theme);
    Turn("plain", 0);
    std::vector<FlashCount> spots(pixels_.size() / 499);
    for (int64_t at_ms = kFrameMs; at_ms < 1000; at_ms += kFrameMs) {
      Turn(at_ms / kPageChangePauseMs % 2 == 0 ? "plain" : "filled", at_ms);
      for (size_t i = 0; i < spots.size(); ++i) spots[i].See(Luminance(pixels_[i * 499]));
    }
    for (const FlashCount& spot : spots) ASSERT_LE(spot.flashes(), 3);
  }
}

}  // namespace
}  // namespace chunhui::kit
