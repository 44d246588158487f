#include "kiosk/app/examples/every_state.h"

#include <memory>
#include <set>

#include "kiosk/app/examples/own_examples.h"
#include "kiosk/app/own_parts.h"
#include "kiosk/screens/examples/examples.h"

namespace chunhui::app {
namespace {

State StateOf(const screens::Example& example) {
  State state;
  state.name = example.name;
  state.part = example.name.substr(0, example.name.find('.'));
  state.open = [example](const kit::Words& words, const std::filesystem::path& folder) -> Drawing {
    const auto room = std::make_shared<screens::ExampleRoom>(example, words, folder);
    return [room](kit::Ui& ui) { room->Draw(ui); };
  };
  return state;
}

State StateOf(const OwnExample& example, const std::filesystem::path& words_folder) {
  State state;
  state.name = example.name();
  state.part = example.part;
  state.own = true;
  state.open = [example = std::make_shared<OwnExample>(example), words_folder](
                   const kit::Words&, const std::filesystem::path& folder) -> Drawing {
    const auto room = std::make_shared<OwnRoom>(*example, words_folder, folder);
    return [example, room](kit::Ui& ui) { room->Draw(ui); };
  };
  return state;
}

}  // namespace

std::vector<State> EveryState(const std::filesystem::path& words_folder) {
  std::vector<State> states;
  for (const screens::Example& example : screens::Examples()) states.push_back(StateOf(example));
  for (const OwnExample& own : OwnExamples()) states.push_back(StateOf(own, words_folder));
  return states;
}

std::vector<std::string> PartsWithout(const std::vector<State>& states) {
  std::set<std::string> shown;
  for (const State& state : states) shown.insert(state.part);
  std::vector<std::string> missing;
  for (int number = 0;; ++number) {
    const std::string name(visit::NameOf(static_cast<visit::ScreenName>(number)));
    if (name.empty()) break;
    if (!shown.contains(name)) missing.push_back(name);
  }
  for (const std::string& part : OwnParts()) {
    if (!shown.contains(part)) missing.push_back(part);
  }
  return missing;
}

}  // namespace chunhui::app
