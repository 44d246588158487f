// ./chunhui check golden: are the screens still painted as the pictures checked in?
#include <CLI/CLI.hpp>
#include <iostream>

#include "tests/rules/golden/golden.h"

namespace {

using namespace chunhui::tests;

int Run(int argc, char** argv) {
  bool renew = false;
  std::string only;
  std::filesystem::path folder = "out/golden";
  CLI::App line("Compares twelve screens with their golden pictures, to the pixel.");
  line.add_flag("--renew", renew, "paint them again: look at each before it is checked in");
  line.add_option("--only", only, "one picture");
  line.add_option("--out", folder, "where painted pictures and differences go")
      ->capture_default_str();
  CLI11_PARSE(line, argc, argv);
  int checked = 0;
  int wrong = 0;
  for (const GoldenPicture& golden : GoldenPictures()) {
    if (!only.empty() && golden.name != only) continue;
    ++checked;
    const auto told = Check(golden, folder);
    if (!told) continue;
    if (renew) {
      WritePicture(GoldenFile(golden), PaintGolden(golden));
      std::cout << "renewed " << GoldenFile(golden).string() << "\n";
    } else {
      ++wrong;
      std::cout << *told << "\n";
    }
  }
  std::cout << "pictures=" << checked << " differ=" << wrong << "\n";
  return checked > 0 && wrong == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return Run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "check golden: " << error.what() << "\n";
    return 2;
  }
}
