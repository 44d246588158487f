// The page to leaf through: all painted pictures, picked by screen, text step, theme, language,
// panel and mode. One file without anything from elsewhere.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace chunhui::screens {

struct GalleryPicture {
  std::string file;      // beside the page
  std::string state;     // "meals.confirm"
  std::string language;  // "zh-CN"
  std::string theme;     // "warm"
  int step = 0;
  std::string panel;  // "upright" or "lying"
  std::string mode;   // "normal" or "low"
};

// Writes `folder`/index.html. Throws std::runtime_error.
void WriteGallery(const std::filesystem::path& folder, const std::vector<GalleryPicture>& pictures);

}  // namespace chunhui::screens
