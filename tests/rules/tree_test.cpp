// Promises about the tree itself: sizes of files, names of rooms, nothing personal checked in.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr int kFileLinesMax = 500;

std::vector<fs::path> Sources() {
  std::vector<fs::path> files;
  for (const char* top : {"core", "services", "kiosk", "proto", "tests", "assets", "docs"}) {
    for (auto it = fs::recursive_directory_iterator(fs::path(CHUNHUI_SOURCE_DIR) / top);
         it != fs::recursive_directory_iterator(); ++it) {
      if (it->path().filename() == "node_modules") {
        it.disable_recursion_pending();
      } else if (it->is_regular_file()) {
        files.push_back(it->path());
      }
    }
  }
  return files;
}

std::string Read(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

bool IsCode(const fs::path& file) {
  const std::string name = file.filename();
  if (name.ends_with(".gen.cpp")) return false;
  return name.ends_with(".cpp") || name.ends_with(".h") || name.ends_with(".proto");
}

TEST(Tree, NoSourceFileIsLongerThanFiveHundredLines) {
  for (const fs::path& file : Sources()) {
    if (!IsCode(file)) continue;
    const std::string text = Read(file);
    EXPECT_LE(std::count(text.begin(), text.end(), '\n'), kFileLinesMax) << file;
  }
}

TEST(Tree, EveryHeaderSaysWhatItIs) {
  for (const fs::path& file : Sources()) {
    if (file.extension() != ".h") continue;
    EXPECT_TRUE(Read(file).starts_with("//")) << file;
  }
}

TEST(Tree, NoRoomIsNamedAfterNothing) {
  const std::regex nothing("(^|/)(common|util|utils|helper|helpers|manager|misc)(/|$)");
  for (const fs::path& file : Sources()) {
    const std::string folder =
        fs::relative(file.parent_path(), CHUNHUI_SOURCE_DIR).generic_string();
    EXPECT_FALSE(std::regex_search(folder, nothing)) << folder;
  }
}

// Every 18-digit number in the tree that could be somebody's has the unassigned county code 99.
// Published specimens that no person has are named one by one.
TEST(Tree, OnlyInventedIdNumbersAreCheckedIn) {
  const std::vector<std::string> specimens = {"11010519491231002X", "810000199408230021",
                                              "830000199201300022", "610104196209276908",
                                              "440199193602291187", "911840195306150013"};
  const std::regex id_number(
      "(^|[^0-9])([1-9][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])([0-2][0-9]|3[01])[0-9]{3}[0-9Xx])($|["
      "^0-9])");
  for (const fs::path& file : Sources()) {
    if (file.extension() == ".json" || file.extension() == ".png") continue;
    const std::string text = Read(file);
    for (std::sregex_iterator it(text.begin(), text.end(), id_number), end; it != end; ++it) {
      const std::string number = (*it)[2];
      const bool invented = number.substr(4, 2) == "99";
      const bool specimen =
          std::find(specimens.begin(), specimens.end(), number) != specimens.end();
      EXPECT_TRUE(invented || specimen) << number << " in " << file;
    }
  }
}

}  // namespace
