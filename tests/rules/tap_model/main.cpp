// ./chunhui check taps: the tap model on every target of every screen state.
#include <cstring>
#include <iostream>

#include "tests/rules/tap_model/tap_walk.h"

int main(int argc, char** argv) {
  using namespace chunhui;
  if (argc > 1) {
    std::cout << "usage: tap_model\nAims 10,000 Gaussian taps at every target of every screen "
                 "state by geometry and 50\nthrough the touch layer, and holds the rates against "
                 "the limits. 1 when one is missed.\n";
    return std::strcmp(argv[1], "--help") == 0 ? 0 : 2;
  }
  const auto words =
      kit::Words::Load(std::filesystem::path(CHUNHUI_SOURCE_DIR) / "assets" / "words", "zh-CN");
  const tests::TapReport report = tests::WalkTaps(tests::EveryPage(), words);
  for (const std::string& line : report.missed) std::cout << line << "\n";
  std::cout << tests::ToText(report);
  return report.missed.empty() ? 0 : 1;
}
