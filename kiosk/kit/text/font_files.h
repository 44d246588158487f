// Which font files Debian puts where. The fonts are packages of the system, not ours to ship.
#pragma once

#include <string>
#include <vector>

namespace chunhui::kit {

struct FontFile {
  std::string path;
  int face_index = 0;
};

// In each list the first file that exists and has the glyph is used.
struct FontFiles {
  std::vector<FontFile> bold;
  std::vector<FontFile> medium;
  std::vector<FontFile> rare;  // names beyond what the main fonts know
  FontFile icons;
  FontFile emoji;
};

FontFiles DebianFonts();

}  // namespace chunhui::kit
