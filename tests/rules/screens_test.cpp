// Every state of every screen keeps the rules. All combinations are drawn and measured; pixels are
// looked at in a sample of them (`./chunhui check layout` looks at all).
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/rules/layout_walk.h"

namespace chunhui {
namespace {

constexpr size_t kLinesToldMax = 40;

tests::WalkWish Wish() {
  tests::WalkWish wish;
  wish.words_folder = std::filesystem::path(CHUNHUI_SOURCE_DIR) / "assets" / "words";
  return wish;
}

std::vector<std::string> Parts() {
  std::set<std::string> names;
  for (const app::State& state : app::EveryState(Wish().words_folder)) names.insert(state.part);
  return {names.begin(), names.end()};
}

class EveryState : public testing::TestWithParam<std::string> {
 protected:
  void Walk(const tests::WalkWish& wish) {
    std::vector<app::State> states = app::EveryState(wish.words_folder);
    std::erase_if(states, [](const app::State& state) { return state.part != GetParam(); });
    const tests::WalkResult result = tests::WalkLayouts(states, wish, true);
    EXPECT_GT(result.combinations, 0U);
    // What stands over or beside a page leaves it less room: there letters may be smaller too.
    const bool own = GetParam().find('.') != std::string::npos;
    if (!may_shrink_ && !own) {
      EXPECT_EQ(result.smaller, std::vector<std::string>());
    }
    for (size_t i = 0; i < std::min(result.violations.size(), kLinesToldMax); ++i) {
      ADD_FAILURE() << result.violations[i];
    }
  }

  bool may_shrink_ = false;
};

TEST_P(EveryState, KeepsTheRulesInEveryLook) {
  tests::WalkWish wish = Wish();
  wish.paint_every = 17;  // no divisor of any loop's length: all looks come up
  Walk(wish);
}

TEST_P(EveryState, KeepsTheRulesOnLargePanels) {
  tests::WalkWish wish = Wish();
  wish.themes = {kit::ThemeName::kWarm};
  wish.paint_every = 0;
  for (const char* inches : {"27", "32"}) {
    wish.panels = tests::PanelsOf(inches);
    Walk(wish);
  }
}

// There, and only there, may a page have smaller letters than asked for.
TEST_P(EveryState, KeepsTheRulesOnSmallPanels) {
  tests::WalkWish wish = Wish();
  wish.themes = {kit::ThemeName::kContrast};  // the thickest edges
  wish.panels = tests::PanelsOf("15.6");
  wish.paint_every = 29;
  may_shrink_ = true;
  Walk(wish);
}

INSTANTIATE_TEST_SUITE_P(Screens, EveryState, testing::ValuesIn(Parts()), [](const auto& named) {
  std::string name = named.param;
  std::ranges::replace(name, '.', '_');
  return name;
});

TEST(EveryScreen, HasExamples) {
  EXPECT_EQ(app::PartsWithout(app::EveryState(Wish().words_folder)), std::vector<std::string>());
}

}  // namespace
}  // namespace chunhui
