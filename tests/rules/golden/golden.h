// Twelve pictures of the glass as they are meant to be, exact to the pixel. They differ in screen,
// theme, text step, language and orientation, so that no drawing call stays unseen.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/kit/panel.h"
#include "kiosk/kit/stage.h"

namespace chunhui::tests {

struct GoldenPicture {
  std::string name;     // of the file, without ".png"
  std::string example;  // of screens::Examples()
  kit::Panel panel;
  const char* language;
  kit::Look look;
};

struct Picture {
  int width = 0;
  int height = 0;
  std::vector<uint32_t> pixels;  // 0x00RRGGBB
};

const std::vector<GoldenPicture>& GoldenPictures();
std::filesystem::path GoldenFile(const GoldenPicture& golden);
// Throws std::logic_error when there is no such example.
Picture PaintGolden(const GoldenPicture& golden);

// Nothing when there is no such file, or no picture in it.
std::optional<Picture> ReadPicture(const std::filesystem::path& file);
// Small rather than fast. Throws std::runtime_error.
void WritePicture(const std::filesystem::path& file, const Picture& picture);

struct Difference {
  int64_t pixels = 0;  // that are not the same; all when the sizes differ
  std::optional<kit::Rect> where;
  Picture seen;  // what is the same faint, what is not in red
};
Difference Compare(const Picture& wanted, const Picture& painted);

// Compares with the file. When they differ, writes NAME.painted.png and NAME.difference.png into
// `folder` and answers what is wrong in one sentence; nothing when all is well.
std::optional<std::string> Check(const GoldenPicture& golden, const std::filesystem::path& folder);

}  // namespace chunhui::tests
