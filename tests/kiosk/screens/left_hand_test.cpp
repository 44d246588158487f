// What a left hand finds on a lying panel, where things stand side by side.
#include <gtest/gtest.h>

#include "kiosk/screens/examples/examples.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::screens {
namespace {

class LeftHand : public testing::TestWithParam<std::pair<const char*, const char*>> {
 protected:
  kit::Record Shown(ExampleRoom& room, bool left) {
    kit::Look look;
    look.left_hand = left;
    stage_.SetLook(look);
    stage_.Frame(words_, 0, [&](kit::Ui& ui) { room.Draw(ui); });
    return stage_.record();
  }
  static Example Named(std::string_view name) {
    for (Example& example : Examples()) {
      if (example.name == name) return example;
    }
    throw std::logic_error("no such example");
  }

  const kit::Words words_ =
      kit::Words::Load(std::filesystem::path(CHUNHUI_SOURCE_DIR) / "assets" / "words", "zh-CN");
  kit::Stage stage_{kit::kLandscapePanel};
  const tests::TemporaryFolder folder_;
};

TEST_P(LeftHand, FindsTheKeysAtItsSideAndHelpWhereItAlwaysIs) {
  const auto [name, key] = GetParam();
  ExampleRoom room(Named(name), words_, folder_.path());
  const float middle = stage_.panel().width_mm() / 2;
  const kit::Record right = Shown(room, false);
  const kit::Record left = Shown(room, true);
  ASSERT_NE(right.Find(key), nullptr) << kit::AsText(right);
  EXPECT_GE(right.Find(key)->box.x, middle);
  EXPECT_LE(left.Find(key)->box.right(), middle);
  EXPECT_EQ(right.items.size(), left.items.size());
  EXPECT_EQ(right.Find("bar.help")->box, left.Find("bar.help")->box);
}

INSTANTIATE_TEST_SUITE_P(Pages, LeftHand,
                         testing::Values(std::pair{"is_this_you.one", "you.yes"},
                                         std::pair{"meals.confirm", "meals.yes"},
                                         std::pair{"who.id_number", "who.key.5"},
                                         std::pair{"keep.size", "keep.yes"}));

}  // namespace
}  // namespace chunhui::screens
