// Every state of everything the kiosk shows: the screens' examples and the app's own. What the
// gallery paints and the rule tests walk.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "kiosk/kit/stage.h"
#include "kiosk/kit/ui.h"
#include "kiosk/kit/words.h"

namespace chunhui::app {

using Drawing = std::function<void(kit::Ui&)>;

struct State {
  std::string name;  // "meals.confirm", "staff.queue.empty"
  std::string part;  // the screen or the own part (kiosk/app/own_parts.h) it is a state of
  bool own = false;  // of the app, over or beside whichever screen
  // Brings it there; it stays there as long as the drawing lives. `folder` is made. Throws
  // std::logic_error when that fails.
  std::function<Drawing(const kit::Words& words, const std::filesystem::path& folder)> open;
};

// `words_folder`: assets/words.
std::vector<State> EveryState(const std::filesystem::path& words_folder);

// Screens and own parts that have no state among these.
std::vector<std::string> PartsWithout(const std::vector<State>& states);

}  // namespace chunhui::app
