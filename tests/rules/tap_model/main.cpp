// ./chunhui check taps: the tap model on every target of every screen state.
#include <cstring>
#include <iostream>

#include "tests/rules/tap_model/tap_walk.h"

int main(int argc, char** argv) {
  using namespace chunhui;
  const bool chosen = argc == 3 && std::strcmp(argv[1], "--panel") == 0;
  const auto panel = kit::PanelOfInches(chosen ? argv[2] : "21.5");
  if ((argc > 1 && !chosen) || !panel) {
    std::cout << "usage: chunhui-check-taps [--panel 15.6|21.5|27|32]\nAims 10,000 Gaussian taps "
                 "at every target of every screen "
                 "state by geometry and 50\nthrough the touch layer, and holds the rates against "
                 "the limits. 1 when one is missed.\n";
    return argc == 2 && std::strcmp(argv[1], "--help") == 0 ? 0 : 2;
  }
  const auto words =
      kit::Words::Load(std::filesystem::path(CHUNHUI_SOURCE_DIR) / "assets" / "words", "zh-CN");
  const tests::TapReport report = tests::WalkTaps(tests::EveryPage(*panel), words);
  for (const std::string& line : report.missed) std::cout << line << "\n";
  std::cout << tests::ToText(report);
  return report.missed.empty() ? 0 : 1;
}
