// ./chunhui check eyes: can old eyes read every title and main button in every theme?
#include <cstdio>
#include <cstring>
#include <iostream>

#include "tests/rules/eyes/eyes.h"

int main(int argc, char** argv) {
  using namespace chunhui;
  const bool list = argc == 2 && std::strcmp(argv[1], "--list") == 0;
  const bool chosen = argc == 3 && std::strcmp(argv[1], "--panel") == 0;
  const auto panel = kit::PanelOfInches(chosen ? argv[2] : "21.5");
  if ((argc > 1 && !list && !chosen) || !panel) {
    std::cout << "usage: chunhui-check-eyes [--list | --panel 15.6|21.5|27|32]\nFilters the "
                 "painted screens as old eyes do "
                 "and looks for the most alike of all words.\n--list tells what was misread.\n";
    return argc == 2 && std::strcmp(argv[1], "--help") == 0 ? 0 : 2;
  }
  bool well = true;
  for (const tests::ReadCount& count :
       tests::ReadEveryScreen({kit::ThemeName::kWarm, kit::ThemeName::kDark,
                               kit::ThemeName::kContrast, kit::ThemeName::kQuiet},
                              {}, *panel)) {
    const bool enough = count.signs > 0 && count.right() >= tests::kReadLeast;
    std::printf("%-9s %s: signs=%d read=%.2f%%%s\n", count.theme.c_str(), count.eyes.c_str(),
                count.signs, 100 * count.right(), enough ? "" : " TOO FEW");
    if (list || !enough) {
      for (const std::string& line : count.misread) std::printf("  %s\n", line.c_str());
    }
    well = well && enough;
  }
  return well ? 0 : 1;
}
