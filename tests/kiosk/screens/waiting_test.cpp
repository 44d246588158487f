// Whatever the office takes long for is covered by words at once.
#include <gtest/gtest.h>

#include <algorithm>

#include "kiosk/screens/examples/examples.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::screens {
namespace {

TEST(Waiting, EveryAnswerThatHasNotComeIsCoveredByWordsInTheNextFrame) {
  const tests::TemporaryFolder folder;
  const kit::Words words =
      kit::Words::Load(std::filesystem::path(CHUNHUI_SOURCE_DIR) / "assets" / "words", "zh-CN");
  kit::Stage stage(kit::kPortraitPanel);
  int slow = 0;
  for (const Example& example : Examples()) {
    if (example.line != ExampleLineState::kSlow) continue;
    ExampleRoom room(example, words, folder.path() / example.name);
    stage.Frame(words, 0, [&](kit::Ui& ui) { room.Draw(ui); });
    const auto& items = stage.record().items;
    const bool said = std::any_of(items.begin(), items.end(), [](const kit::Item& item) {
      return item.role == kit::ItemRole::kStatus && !item.words.empty();
    });
    EXPECT_TRUE(said) << example.name << "\n" << kit::AsText(stage.record());
    ++slow;
  }
  EXPECT_GE(slow, 8);
}

}  // namespace
}  // namespace chunhui::screens
