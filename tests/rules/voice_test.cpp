// Every item of every state of every screen: it can be read aloud, and what nobody in a hall should
// hear is not in it.
#include <gtest/gtest.h>

#include <regex>

#include "kiosk/app/examples/every_state.h"
#include "kiosk/kit/speech/reader.h"
#include "kiosk/kit/speech/spoken.h"
#include "kiosk/kit/text/utf8.h"
#include "tests/support/temporary_folder.h"

namespace chunhui {
namespace {

const std::filesystem::path kAssets = std::filesystem::path(CHUNHUI_SOURCE_DIR) / "assets";

class SpokenScreens : public testing::Test {
 protected:
  // Calls `check` with every item of every state.
  template <typename Check>
  void Walk(const kit::Words& words, const Check& check) {
    kit::Stage stage(kit::kPortraitPanel);
    for (const app::State& state : app::EveryState(kAssets / "words")) {
      const app::Drawing draw = state.open(chinese_, folder_.path() / state.name);
      while (stage.Frame(words, 0, draw)) {
      }
      for (const kit::Item& item : stage.record().items) check(item, state.name);
    }
  }

  const kit::Words chinese_ = kit::Words::Load(kAssets / "words", "zh-CN");
  const kit::Words english_ = kit::Words::Load(kAssets / "words", "en");
  const kit::Reader reader_{kAssets / "voice/zh-CN"};
  const tests::TemporaryFolder folder_;
};

TEST_F(SpokenScreens, EveryHanCharacterHasAReading) {
  Walk(chinese_, [&](const kit::Item& item, const std::string& example) {
    size_t han = 0;
    for (const char32_t point : kit::Decode(kit::SpokenWords(item, chinese_))) {
      han += kit::IsHan(point) ? 1 : 0;
    }
    const std::string read = kit::PinyinOf(reader_.Read(kit::SpokenWords(item, chinese_)));
    const auto tones = static_cast<size_t>(
        std::count_if(read.begin(), read.end(), [](char c) { return c >= '1' && c <= '5'; }));
    EXPECT_GE(tones + 1, han) << example << " " << item.id << ": " << read;
  });
}

// What is typed, an ID's last digits, the phone of the desk: four digits and more, together.
TEST_F(SpokenScreens, NoDigitsOfIdNumbersAndPhonesAreSaid) {
  static const std::regex kNumber(R"([0-9][0-9 *-]*[0-9][0-9 *-]*[0-9][0-9 *-]*[0-9X])");
  static const std::regex kAllowed(R"(12333|20[0-9][0-9](年|$|\.))");
  for (const kit::Words* words : {&chinese_, &english_}) {
    Walk(*words, [&](const kit::Item& item, const std::string& example) {
      const std::string said = kit::SpokenWords(item, *words);
      std::smatch found;
      if (!std::regex_search(said, found, kNumber)) return;
      const std::string rest = said.substr(static_cast<size_t>(found.position()));
      EXPECT_TRUE(std::regex_search(rest, kAllowed)) << example << " " << item.id << ": " << said;
    });
  }
}

}  // namespace
}  // namespace chunhui
