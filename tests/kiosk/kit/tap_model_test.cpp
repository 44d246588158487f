#include "tests/rules/tap_model/aim.h"

#include <gtest/gtest.h>

#include "kiosk/kit/stage.h"
#include "tests/kiosk/kit/pages.h"

namespace chunhui::kit {
namespace {

constexpr int kTaps = 10'000;

// Calls `check` with every target of every sample page at the smallest and largest text.
template <typename Check>
void EveryTarget(Check check) {
  const Words words = Words::Load(SampleWordsFolder(), "en");
  for (const Panel& panel : {kPortraitPanel, kLandscapePanel}) {
    for (const int step : {0, kTextSteps - 1}) {
      Stage stage(panel);
      stage.SetLook({.text_step = step});
      for (const SamplePage& page : SamplePages()) {
        stage.Frame(words, 0, page.draw);
        for (const Item& item : stage.record().items) {
          if (item.role != ItemRole::kButton) continue;
          SCOPED_TRACE(page.name + " " + item.id + " step " + std::to_string(step));
          check(stage.record(), item);
        }
      }
    }
  }
}

TEST(TapModelTest, AnOldHandHitsWhatItAimsAt) {
  EveryTarget([](const Record& record, const Item& item) {
    const TapShares shares = AimAt(record, item, kOldHandSigmaMm, kTaps, 67);
    EXPECT_GE(shares.hit, 0.99);
    EXPECT_LE(shares.neighbour, 0.001);
  });
}

TEST(TapModelTest, ATremorSeldomHitsANeighbourAndHardlyEverMissesTheMainAnswer) {
  EveryTarget([](const Record& record, const Item& item) {
    const TapShares shares = AimAt(record, item, kTremorSigmaMm, kTaps, 81);
    EXPECT_LE(shares.neighbour, item.main ? 0.0005 : 0.003);
    EXPECT_GE(shares.hit, item.main ? 0.97 : 0.9);
  });
}

}  // namespace
}  // namespace chunhui::kit
