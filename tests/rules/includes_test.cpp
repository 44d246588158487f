// Who may include whom, read from the sources themselves.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Include {
  std::string file;    // "kiosk/screens/meals.cpp"
  std::string header;  // as written, without brackets
};

std::vector<Include> AllIncludes() {
  std::vector<Include> includes;
  for (const char* top : {"core", "services", "kiosk"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(CHUNHUI_SOURCE_DIR) / top)) {
      const std::string extension = entry.path().extension();
      if (extension != ".h" && extension != ".cpp") continue;
      std::ifstream in(entry.path());
      for (std::string line; std::getline(in, line);) {
        if (!line.starts_with("#include ") || line.size() < 12) continue;
        const size_t end = line.find_first_of("\">", 10);
        includes.push_back({fs::relative(entry.path(), CHUNHUI_SOURCE_DIR).generic_string(),
                            line.substr(10, end - 10)});
      }
    }
  }
  return includes;
}

std::string FirstParts(const std::string& path, int count) {
  size_t end = 0;
  for (int i = 0; i < count && end != std::string::npos; ++i) end = path.find('/', end + 1);
  return path.substr(0, end);
}

bool StartsWithOne(const std::string& text, const std::vector<std::string>& beginnings) {
  for (const auto& beginning : beginnings) {
    if (text.starts_with(beginning)) return true;
  }
  return false;
}

// What each room may include of ours, apart from itself; the longest matching room counts.
const std::map<std::string, std::vector<std::string>> kMayInclude = {
    {"core/", {"core/"}},
    {"services/", {"core/", "chunhui/v1/", "services/"}},
    {"services/calls/", {"core/", "chunhui/v1/"}},
    {"kiosk/kit/", {"core/"}},
    {"kiosk/devices/", {"core/", "kiosk/recognize/wire/"}},
    {"kiosk/recognize/", {"core/"}},
    {"kiosk/visit/", {"core/", "chunhui/v1/"}},
    {"kiosk/office/", {"core/", "chunhui/v1/"}},
    {"kiosk/practice/", {"core/", "chunhui/v1/", "kiosk/office/", "kiosk/devices/"}},
    {"kiosk/screens/examples/",
     {"core/", "chunhui/v1/", "kiosk/kit/", "kiosk/visit/", "kiosk/office/", "kiosk/devices/",
      "kiosk/screens/", "kiosk/practice/"}},
    {"kiosk/screens/",
     {"core/", "chunhui/v1/", "kiosk/kit/", "kiosk/visit/", "kiosk/office/", "kiosk/devices/"}},
    {"kiosk/staff_panel/",
     {"core/", "chunhui/v1/", "kiosk/kit/", "kiosk/visit/", "kiosk/office/", "kiosk/devices/",
      "kiosk/screens/"}},
    {"kiosk/app/",
     {"core/", "chunhui/v1/", "kiosk/kit/", "kiosk/visit/", "kiosk/office/", "kiosk/devices/",
      "kiosk/screens/", "kiosk/practice/", "kiosk/staff_panel/"}},
    {"kiosk/", {"core/", "chunhui/v1/", "kiosk/"}},
};

std::string RoomOf(const std::string& file) {
  std::string best;
  for (const auto& [room, allowed] : kMayInclude) {
    if (file.starts_with(room) && room.size() > best.size()) best = room;
  }
  return best;
}

bool IsOurs(const std::string& header) {
  return StartsWithOne(header, {"core/", "services/", "kiosk/", "tests/", "chunhui/v1/"});
}

TEST(Includes, EveryRoomIncludesOnlyWhatItMay) {
  const auto includes = AllIncludes();
  ASSERT_GT(includes.size(), 500u);
  for (const Include& include : includes) {
    if (!IsOurs(include.header)) continue;
    const std::string room = RoomOf(include.file);
    const bool own = include.header.starts_with(room);
    EXPECT_TRUE(own || StartsWithOne(include.header, kMayInclude.at(room)))
        << include.file << " includes " << include.header;
  }
}

// services/<area> reaches another area only through <area>/<area>.h.
TEST(Includes, AnAreaIsEnteredByItsOneDoor) {
  const std::set<std::string> open_rooms = {"services/calls", "services/sheets", "services/demo"};
  const std::set<std::string> composers = {"services/office.cpp", "services/main.cpp"};
  for (const Include& include : AllIncludes()) {
    if (!include.header.starts_with("services/")) continue;
    const std::string area = FirstParts(include.header, 2);
    const bool loose_file = area.ends_with(".h");
    if (loose_file || open_rooms.contains(area) || composers.contains(include.file)) continue;
    if (include.file.starts_with(area + "/")) continue;
    const std::string door = area + area.substr(area.rfind('/')) + ".h";
    EXPECT_EQ(include.header, door) << "in " << include.file;
  }
}

TEST(Includes, ScreensNeverIncludeEachOther) {
  const std::set<std::string> shared = {"screen.h"};
  for (const Include& include : AllIncludes()) {
    if (!include.file.starts_with("kiosk/screens/") || !include.file.ends_with("_screen.h"))
      continue;
    if (!include.header.starts_with("kiosk/screens/")) continue;
    EXPECT_FALSE(include.header.ends_with("_screen.h")) << include.file << " " << include.header;
  }
}

// A library header has one home.
TEST(Includes, LibrariesStayInTheirHomes) {
  const std::map<std::string, std::vector<std::string>> homes = {
      {"sqlite3.h", {"core/store/"}},
      {"openssl/", {"core/secrets/"}},
      {"argon2.h", {"core/secrets/"}},
      {"imgui", {"kiosk/kit/"}},
      {"ft2build.h", {"kiosk/kit/"}},
      {"png.h", {"kiosk/kit/", "kiosk/recognize/"}},
      {"turbojpeg.h", {"kiosk/recognize/"}},
      {"SDL", {"kiosk/main.cpp", "kiosk/window", "kiosk/devices/speaker"}},
      {"espeak-ng/", {"kiosk/kit/speech/synthesizer.cpp"}},
      {"sonic.h", {"kiosk/kit/speech/pace.cpp"}},
      {"opencv2/", {"kiosk/recognize/"}},
      {"tesseract/", {"kiosk/recognize/"}},
      {"qrencode.h", {"core/qr/"}},
      {"winscard.h", {"kiosk/devices/readers/"}},
      {"ZXing/", {"kiosk/recognize/"}},
      {"seccomp.h", {"kiosk/recognize/"}},
      {"Eigen/", {"kiosk/recognize/handwriting/training/"}},
      {"grpc", {"kiosk/office/wire/", "services/"}},
      {"toml++", {"services/config", "kiosk/config", "services/desk/"}},
  };
  for (const Include& include : AllIncludes()) {
    for (const auto& [header, allowed] : homes) {
      if (!include.header.starts_with(header)) continue;
      EXPECT_TRUE(StartsWithOne(include.file, allowed))
          << include.file << " includes " << include.header;
    }
  }
}

TEST(Includes, GrpcStaysOutOfHeadersThatAreasAndScreensSee) {
  for (const Include& include : AllIncludes()) {
    if (!include.header.starts_with("grpc") || !include.file.ends_with(".h")) continue;
    EXPECT_TRUE(include.file.find("grpc") != std::string::npos ||
                include.file.starts_with("services/server") ||
                include.file.starts_with("services/desk/"))
        << include.file;
  }
}

}  // namespace
