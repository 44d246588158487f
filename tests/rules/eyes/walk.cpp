// All pages a reader is shown, and all words a reader knows.
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>

#include "kiosk/app/examples/every_state.h"
#include "tests/rules/eyes/eyes.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::tests {
namespace {

const std::filesystem::path kWords = std::filesystem::path(CHUNHUI_SOURCE_DIR) / "assets/words";

// What stands in the word file for the eye and needs nothing filled in.
std::set<std::string> WordsOfTheKit() {
  std::set<std::string> known;
  std::ifstream in(kWords / "zh-CN.json");
  for (const auto& [key, value] : nlohmann::json::parse(in).items()) {
    const nlohmann::json& shown =
        value.is_object() && value.contains("screen") ? value["screen"] : value;
    if (!shown.is_string()) continue;
    const std::string words = shown;
    if (!words.empty() && words.find('{') == std::string::npos) known.insert(words);
  }
  return known;
}

struct Page {
  kit::ThemeName theme;
  std::vector<Sign> signs;
};

std::vector<Page> PagesIn(const std::vector<kit::ThemeName>& themes, const std::string& part,
                          const kit::Words& words, const kit::Panel& panel) {
  std::vector<Page> pages;
  for (const kit::ThemeName theme : themes) pages.push_back({theme, {}});
  const TemporaryFolder scratch;
  kit::Stage stage(panel);
  std::vector<uint32_t> pixels(static_cast<size_t>(stage.panel().width_px) *
                               static_cast<size_t>(stage.panel().height_px));
  std::set<std::string> seen;
  for (const app::State& state : app::EveryState(kWords)) {
    if (state.name.find(part) == std::string::npos) continue;
    const app::Drawing draw = state.open(words, scratch.path() / state.name);
    for (Page& page : pages) {
      stage.SetLook({.theme = page.theme});
      while (stage.Frame(words, 0, draw)) {
      }
      stage.Paint({pixels.data(), static_cast<size_t>(stage.panel().width_px) * sizeof(uint32_t)});
      const std::string theme(kit::NameOf(page.theme));
      for (Sign& sign : SignsOn(state.name + ", " + theme, stage.record(), pixels)) {
        const std::string once = theme + sign.item.words + std::to_string(sign.region.w) + "x" +
                                 std::to_string(sign.region.h);
        if (seen.insert(once).second) page.signs.push_back(std::move(sign));
      }
    }
  }
  return pages;
}

}  // namespace

std::vector<ReadCount> ReadEveryScreen(const std::vector<kit::ThemeName>& themes,
                                       const std::string& part, const kit::Panel& panel) {
  const kit::Words words = kit::Words::Load(kWords, "zh-CN");
  const std::vector<Page> pages = PagesIn(themes, part, words, panel);
  std::set<std::string> known = WordsOfTheKit();
  for (const Page& page : pages) {
    for (const Sign& sign : page.signs) known.insert(sign.item.words);
  }
  Reader reader(words, panel, std::move(known));
  std::vector<ReadCount> counts;
  for (const Page& page : pages) {
    for (const OldEyes& eyes : {kCataract, kLowContrast}) {
      ReadCount count{std::string(kit::NameOf(page.theme)), eyes.name, 0, {}};
      for (const Sign& sign : page.signs) {
        ++count.signs;
        const std::string read = reader.Reads(sign, eyes);
        if (read == sign.item.words) continue;
        count.misread.push_back(sign.where + ": " + sign.item.id + " \"" + sign.item.words +
                                "\" was read as \"" + read + "\"");
      }
      counts.push_back(std::move(count));
    }
  }
  return counts;
}

}  // namespace chunhui::tests
