// chunhui-shots: paints every example into PNG files with a page to leaf through.
// Not part of the kiosk.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <random>
#include <set>
#include <string>

#include "kiosk/screens/examples/examples.h"

namespace {

using namespace chunhui;

struct Wish {
  std::filesystem::path folder;
  std::string only;  // part of an example's name; empty for all
  std::set<int> steps{1};
  std::set<std::string> languages{"zh-CN"};
  std::set<std::string> themes{"warm"};
  bool upright = true;
  bool lying = false;
};

int Usage(std::ostream& out, int code) {
  out << "chunhui-shots DIR [--only PART] [--steps 0123] [--languages zh-CN,en]\n"
         "              [--themes warm,dark,contrast,quiet] [--panels portrait,landscape]\n"
         "Paints every state of every screen into DIR/*.png and writes DIR/index.html.\n"
         "Without options: text step 1, Chinese, warm, upright.\n";
  return code;
}

std::set<std::string> Split(const std::string& text) {
  std::set<std::string> parts;
  for (size_t from = 0; from <= text.size();) {
    const size_t comma = std::min(text.find(',', from), text.size());
    parts.insert(text.substr(from, comma - from));
    from = comma + 1;
  }
  return parts;
}

// False for a wrong command line.
bool Read(int argc, char** argv, Wish& wish) {
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word.rfind("--", 0) != 0) {
      wish.folder = word;
      continue;
    }
    if (++i == argc) return false;
    const std::string value = argv[i];
    if (word == "--only") {
      wish.only = value;
    } else if (word == "--steps") {
      wish.steps.clear();
      for (const char digit : value) wish.steps.insert(digit - '0');
    } else if (word == "--languages") {
      wish.languages = Split(value);
    } else if (word == "--themes") {
      wish.themes = Split(value);
    } else if (word == "--panels") {
      wish.upright = Split(value).count("portrait") > 0;
      wish.lying = Split(value).count("landscape") > 0;
    } else {
      return false;
    }
  }
  return !wish.folder.empty();
}

void Paint(screens::ExampleRoom& room, const std::string& name, const kit::Words& words,
           const Wish& wish, kit::Stage& stage, std::ostream& page) {
  for (const std::string& theme : wish.themes) {
    for (const int step : wish.steps) {
      stage.SetLook({kit::ThemeFromName(theme).value_or(kit::ThemeName::kWarm), step, false});
      stage.Frame(words, 0, [&](kit::Ui& ui) { room.Draw(ui); });
      const std::string file = name + "-" + (stage.panel().portrait() ? "upright" : "lying") + "-" +
                               words.language() + "-" + theme + "-" + std::to_string(step) + ".png";
      stage.WritePng(wish.folder / file);
      page << "<figure><img loading=lazy src=\"" << file << "\"><figcaption>" << file
           << "</figcaption></figure>\n";
    }
  }
}

std::filesystem::path WordsFolder() {
  if (const char* folder = std::getenv("CHUNHUI_ASSETS")) {
    return std::filesystem::path(folder) / "words";
  }
  return std::filesystem::path(CHUNHUI_SOURCE_DIR) / "assets" / "words";
}

void PaintAll(const Wish& wish) {
  std::filesystem::create_directories(wish.folder);
  std::ofstream page(wish.folder / "index.html");
  page << "<!doctype html><meta charset=utf-8><title>Chunhui</title><style>figure{display:"
          "inline-block;margin:8px}img{height:70vh;border:1px solid #888}</style>\n";
  const kit::Words chinese = kit::Words::Load(WordsFolder(), "zh-CN");
  kit::Stage upright(kit::kPortraitPanel);
  kit::Stage lying(kit::kLandscapePanel);
  const auto scratch = std::filesystem::temp_directory_path() /
                       ("chunhui-shots-" + std::to_string(std::random_device()()));
  for (const screens::Example& example : screens::Examples()) {
    if (example.name.find(wish.only) == std::string::npos) continue;
    screens::ExampleRoom room(example, chinese, scratch / example.name);
    for (const std::string& language : wish.languages) {
      const kit::Words words = kit::Words::Load(WordsFolder(), language);
      if (wish.upright) Paint(room, example.name, words, wish, upright, page);
      if (wish.lying) Paint(room, example.name, words, wish, lying, page);
    }
  }
  std::filesystem::remove_all(scratch);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::string(argv[1]) == "--help") return Usage(std::cout, 0);
  Wish wish;
  if (!Read(argc, argv, wish)) return Usage(std::cerr, 2);
  try {
    PaintAll(wish);
  } catch (const std::exception& error) {
    std::cerr << "chunhui-shots: " << error.what() << "\n";
    return 1;
  }
  return 0;
}
