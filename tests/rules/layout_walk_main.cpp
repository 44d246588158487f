// layout-walk: every screen, every state, every look against the rules. `./chunhui check layout`.
#include <algorithm>
#include <iostream>
#include <map>
#include <string>

#include "tests/rules/layout_walk.h"

namespace {

using namespace chunhui;

struct Options {
  bool list = false;
  bool smaller = false;
  bool some = false;
  std::string only;
  tests::WalkWish wish;
};

int Usage(std::ostream& out, int code) {
  out << "layout-walk [--list] [--panel 15.6|21.5|27|32] [--theme NAME] [--only PART]\n"
         "            [--smaller] [--no-pixels] [--limit NAME=NUMBER]...\n"
         "Draws every state of every screen at every text step, in every theme and language,\n"
         "upright and lying, normal and low mode, and counts broken rules. Ends with 1 when there\n"
         "are any.\n"
         "  --list       one line for each broken rule\n"
         "  --smaller    one line for each page whose letters are a step or two smaller than\n"
         "               asked for, because it does not hold them\n"
         "  --panel      inches from corner to corner (default 15.6, 21.5 and 32)\n"
         "  --theme      warm, dark, contrast or quiet (default all)\n"
         "  --only       only states whose name contains this\n"
         "  --no-pixels  the record alone, much faster\n"
         "  --limit      another limit: target, main, gap, em, text, warm, shape, han, choices,\n"
         "               reach\n";
  return code;
}

bool SetLimit(tests::Limits& limits, const std::string& text) {
  const size_t equals = text.find('=');
  if (equals == std::string::npos) return false;
  const std::string name = text.substr(0, equals);
  const double value = std::stod(text.substr(equals + 1));
  const auto number = static_cast<float>(value);
  const std::map<std::string, float*> lengths{{"target", &limits.target},
                                              {"main", &limits.main_target},
                                              {"gap", &limits.gap},
                                              {"em", &limits.em},
                                              {"reach", &limits.reach_share}};
  const std::map<std::string, double*> contrasts{{"text", &limits.contrast_text},
                                                 {"warm", &limits.contrast_warm},
                                                 {"shape", &limits.contrast_shape}};
  const std::map<std::string, int*> counts{{"han", &limits.han_per_line},
                                           {"choices", &limits.choices}};
  if (const auto length = lengths.find(name); length != lengths.end()) {
    *length->second = number;
  } else if (const auto contrast = contrasts.find(name); contrast != contrasts.end()) {
    *contrast->second = value;
  } else if (const auto count = counts.find(name); count != counts.end()) {
    *count->second = static_cast<int>(value);
  } else {
    return false;
  }
  return true;
}

// False for a wrong command line.
bool Read(int count, char** words, Options& options) {
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    if (word == "--list") {
      options.list = true;
    } else if (word == "--smaller") {
      options.smaller = true;
    } else if (word == "--no-pixels") {
      options.wish.paint_every = 0;
    } else if (++i == count) {
      return false;
    } else if (word == "--panel") {
      options.wish.panels = tests::PanelsOf(words[i]);
      if (options.wish.panels.empty()) return false;
    } else if (word == "--theme") {
      const auto theme = kit::ThemeFromName(words[i]);
      if (!theme) return false;
      options.wish.themes = {*theme};
    } else if (word == "--only") {
      options.only = words[i];
      options.some = true;
    } else if (word == "--limit") {
      if (!SetLimit(options.wish.limits, words[i])) return false;
    } else {
      return false;
    }
  }
  return true;
}

int Run(const Options& options) {
  std::vector<app::State> states = app::EveryState(options.wish.words_folder);
  std::erase_if(states, [&](const app::State& state) {
    return state.name.find(options.only) == std::string::npos;
  });
  const tests::WalkResult result = tests::WalkLayouts(states, options.wish, options.some);
  if (options.list) {
    for (const std::string& line : result.violations) std::cout << line << "\n";
  }
  if (options.smaller) {
    for (const std::string& line : result.smaller) std::cout << line << "\n";
  }
  std::cout << "screens=" << result.screens << " states=" << result.states
            << " combinations=" << result.combinations << " smaller=" << result.smaller.size()
            << " violations=" << result.violations.size() << std::endl;
  return result.violations.empty() ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
  if (count == 2 && std::string(words[1]) == "--help") return Usage(std::cout, 0);
  Options options;
  options.wish.panels.clear();
  for (const char* inches : {"15.6", "21.5", "32"}) {
    for (const kit::Panel& panel : tests::PanelsOf(inches)) options.wish.panels.push_back(panel);
  }
  options.wish.words_folder = std::string(CHUNHUI_SOURCE_DIR) + "/assets/words";
  try {
    if (!Read(count, words, options)) return Usage(std::cerr, 2);
    return Run(options);
  } catch (const std::exception& error) {
    std::cerr << "layout-walk: " << error.what() << "\n";
    return 2;
  }
}
