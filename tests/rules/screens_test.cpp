// Walks every state of every screen in both languages, upright and lying, at every text step and in
// every theme, and holds each against the rules.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "kiosk/screens/examples/examples.h"
#include "tests/rules/screen_rules.h"
#include "tests/support/temporary_folder.h"

namespace chunhui {
namespace {

using kit::Look;
using kit::Stage;
using kit::ThemeName;
using kit::Words;

Words Load(const char* language) {
  return Words::Load(std::filesystem::path(CHUNHUI_SOURCE_DIR) / "assets" / "words", language);
}

std::string ScreenOf(const screens::Example& example) {
  return example.name.substr(0, example.name.find('.'));
}

std::vector<std::string> Screens() {
  std::set<std::string> names;
  for (const screens::Example& example : screens::Examples()) names.insert(ScreenOf(example));
  return {names.begin(), names.end()};
}

std::vector<Look> Looks() {
  std::vector<Look> looks;
  for (int step = 0; step < kit::kTextSteps; ++step) looks.push_back({ThemeName::kWarm, step});
  for (const ThemeName theme : {ThemeName::kDark, ThemeName::kContrast, ThemeName::kQuiet}) {
    looks.push_back({theme, kit::kDefaultTextStep});
  }
  return looks;
}

std::string Where(const kit::Record& record, const std::string& example) {
  return example + ", step " + std::to_string(record.text_step) + ", " + record.language + ", " +
         std::string(kit::NameOf(record.theme)) +
         (record.panel.portrait() ? ", upright" : ", lying");
}

class EveryState : public testing::TestWithParam<std::string> {
 protected:
  // Calls `check` with what each example of this screen shows in every look.
  template <typename Check>
  void Walk(const Check& check) {
    Stage upright(kit::kPortraitPanel);
    Stage lying(kit::kLandscapePanel);
    for (const screens::Example& example : screens::Examples()) {
      if (ScreenOf(example) != GetParam()) continue;
      screens::ExampleRoom room(example, chinese_, folder_.path() / example.name);
      for (Stage* stage : {&upright, &lying}) {
        for (const Words* words : {&chinese_, &english_}) {
          for (const Look& look : Looks()) {
            stage->SetLook(look);
            stage->Frame(*words, 0, [&](kit::Ui& ui) { room.Draw(ui); });
            check(stage->record(), example);
          }
        }
      }
    }
  }

  const Words chinese_ = Load("zh-CN");
  const Words english_ = Load("en");
  const tests::TemporaryFolder folder_;
};

TEST_P(EveryState, KeepsTheRulesInEveryLook) {
  Walk([](const kit::Record& record, const screens::Example& example) {
    for (const std::string& broken : tests::BrokenRules(record)) {
      ADD_FAILURE() << Where(record, example.name) << ": " << broken;
    }
  });
}

TEST_P(EveryState, KeepsTheHelpKeyInOnePlace) {
  std::map<std::string, kit::Box> places;
  Walk([&](const kit::Record& record, const screens::Example& example) {
    const kit::Item* help = record.Find("bar.help");
    ASSERT_NE(help, nullptr) << Where(record, example.name);
    const std::string look = Where(record, "");
    const kit::Box& first = places.emplace(look, help->box).first->second;
    EXPECT_EQ(help->box, first) << Where(record, example.name);
  });
}

TEST_P(EveryState, IsCalledAsItsPlaceIs) {
  Walk([](const kit::Record& record, const screens::Example& example) {
    EXPECT_EQ(record.screen, visit::NameOf(example.place.screen));
  });
}

INSTANTIATE_TEST_SUITE_P(Screens, EveryState, testing::ValuesIn(Screens()),
                         [](const auto& named) { return named.param; });

TEST(EveryScreen, HasExamples) {
  const std::vector<std::string> shown = Screens();
  for (int name = 0; name <= static_cast<int>(screens::ScreenName::kOutOfOrder); ++name) {
    const std::string screen(visit::NameOf(static_cast<screens::ScreenName>(name)));
    EXPECT_NE(std::find(shown.begin(), shown.end(), screen), shown.end()) << screen;
  }
}

}  // namespace
}  // namespace chunhui
