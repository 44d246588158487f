// A sample of `./chunhui check taps`, and that it can fail.
#include <gtest/gtest.h>

#include "tests/rules/tap_model/tap_walk.h"

namespace chunhui::tests {
namespace {

const kit::Words& Chinese() {
  static const kit::Words words =
      kit::Words::Load(std::filesystem::path(CHUNHUI_SOURCE_DIR) / "assets" / "words", "zh-CN");
  return words;
}

kit::Item Button(const char* id, const kit::Box& box, bool main = false) {
  kit::Item item;
  item.id = id;
  item.role = kit::ItemRole::kButton;
  item.box = box;
  item.main = main;
  return item;
}

TapReport Walk(std::vector<kit::Item> items) {
  kit::Record record;
  record.screen = "planted";
  record.items = std::move(items);
  return WalkTaps({{"planted", std::move(record), true}}, Chinese());
}

TEST(TapModel, EveryScreenKeepsItsLimitsAtTheDefaultStep) {
  const TapReport report = WalkTaps(DefaultPages(), Chinese(), {.tries = 4});
  EXPECT_GT(report.targets, 300);
  for (const std::string& line : report.missed) ADD_FAILURE() << line;
}

TEST(TapModel, GoodTargetsPass) {
  const TapReport report =
      Walk({Button("no", {20, 20, 60, 20}), Button("yes", {20, 60, 60, 30}, true)});
  EXPECT_EQ(report.targets, 2);
  EXPECT_TRUE(report.missed.empty()) << report.missed.front();
}

TEST(TapModel, TargetsThatAreTooSmallFail) {
  EXPECT_FALSE(Walk({Button("small", {20, 20, 12, 12})}).missed.empty());
  EXPECT_FALSE(Walk({Button("low", {20, 20, 60, 20}, true)}).missed.empty());
}

TEST(TapModel, TargetsThatAreTooCloseFail) {
  const TapReport report = Walk({Button("one", {20, 20, 60, 20}), Button("two", {20, 41, 60, 20})});
  ASSERT_FALSE(report.missed.empty());
  EXPECT_GT(report.geometry[kTremor][kOtherTargets].neighbours, 0);
  EXPECT_GT(report.fingers[kTremor][kOtherTargets].neighbours, 0);
}

TEST(TapModel, AStrikeOfTheHandNeverActsTwice) {
  const TapReport report = Walk({Button("yes", {20, 20, 100, 60}, true)});
  EXPECT_EQ(report.fingers[kOldHand][kMainTargets].twice, 0);
  EXPECT_EQ(report.fingers[kOldHand][kMainTargets].hits, 50);
}

}  // namespace
}  // namespace chunhui::tests
