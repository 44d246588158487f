// The pages the tap model is held against: what every state shows.
#include <set>

#include "kiosk/app/examples/every_state.h"
#include "tests/rules/tap_model/tap_walk.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::tests {
namespace {

struct Walk {
  std::vector<const char*> languages;
  std::vector<int> steps;
  bool low_mode = false;  // upright panels also with all targets low
};

// Where the targets are, as text: pages with the same answer are the same to a finger.
std::string Places(const kit::Record& record) {
  std::string places = std::to_string(record.panel.width_px);
  for (const kit::Item& item : record.items) {
    if (item.role != kit::ItemRole::kButton) continue;
    for (const float edge : {item.box.x, item.box.y, item.box.w, item.box.h}) {
      places += std::to_string(static_cast<int>(edge * 20));
      places += ' ';
    }
    places += item.main ? '!' : item.enabled ? '.' : '-';
  }
  return places;
}

std::string NameOf(const app::State& state, const kit::Record& record) {
  return state.name + ", step " + std::to_string(record.text_step) + ", " + record.language +
         (record.panel.portrait() ? ", upright" : ", lying");
}

std::vector<kit::Look> LooksOn(const kit::Stage& stage, const Walk& walk) {
  std::vector<kit::Look> looks;
  for (const int step : walk.steps) {
    looks.push_back({.text_step = step});
    if (walk.low_mode && stage.panel().portrait()) {
      looks.push_back({.text_step = step, .low_mode = true});
    }
  }
  return looks;
}

std::vector<TapPage> PagesOf(const kit::Panel& panel, const Walk& walk) {
  const auto folder = std::filesystem::path(CHUNHUI_SOURCE_DIR) / "assets" / "words";
  std::vector<kit::Words> words;
  for (const char* language : walk.languages) words.push_back(kit::Words::Load(folder, language));
  kit::Stage upright(panel);
  kit::Stage lying(kit::Turned(panel));
  const TemporaryFolder scratch;
  std::vector<TapPage> pages;
  std::set<std::string> seen;
  for (const app::State& state : app::EveryState(folder)) {
    const app::Drawing draw = state.open(words.front(), scratch.path() / state.name);
    for (kit::Stage* stage : {&upright, &lying}) {
      for (const kit::Words& language : words) {
        for (const kit::Look& look : LooksOn(*stage, walk)) {
          stage->SetLook(look);
          while (stage->Frame(language, 0, draw)) {
          }
          if (!seen.insert(Places(stage->record())).second) continue;
          const bool usual = look.text_step == kit::kDefaultTextStep && language.chinese();
          const std::string name = NameOf(state, stage->record()) + (look.low_mode ? ", low" : "");
          pages.push_back({name, stage->record(), usual});
        }
      }
    }
  }
  return pages;
}

}  // namespace

std::vector<TapPage> EveryPage(const kit::Panel& upright) {
  return PagesOf(upright, {{"zh-CN", "en"}, {1, 0, 2, 3}, true});
}

std::vector<TapPage> DefaultPages() {
  return PagesOf(kit::kPortraitPanel, {{"zh-CN"}, {kit::kDefaultTextStep}});
}

}  // namespace chunhui::tests
