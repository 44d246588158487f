#include "kiosk/glass.h"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>

#include "kiosk/kit/panel.h"

namespace chunhui::kiosk {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPanelFile = "panel.mm";
constexpr const char* kTakenOutFile = "out_of_use";

bool Keep(const fs::path& folder, const std::string& file, const std::string& text) {
  std::error_code error;
  fs::create_directories(folder, error);
  const fs::path unfinished = folder / (file + ".new");
  const int fd = open(unfinished.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (fd < 0) return false;
  const bool written =
      write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && fsync(fd) == 0;
  close(fd);
  if (written) fs::rename(unfinished, folder / file, error);
  return written && !error;
}

}  // namespace

std::optional<float> ReadPxPerMm(const fs::path& folder) {
  std::ifstream stream(folder / kPanelFile);
  float px_per_mm = 0;
  if (!(stream >> px_per_mm)) return std::nullopt;
  if (px_per_mm < kit::kPxPerMmMin || px_per_mm > kit::kPxPerMmMax) return std::nullopt;
  return px_per_mm;
}

bool KeepPxPerMm(const fs::path& folder, float px_per_mm) {
  return Keep(folder, kPanelFile, std::to_string(px_per_mm) + "\n");
}

bool ReadTakenOut(const fs::path& folder) {
  std::error_code error;
  return fs::exists(folder / kTakenOutFile, error);
}

bool KeepTakenOut(const fs::path& folder, bool taken_out) {
  if (taken_out) return Keep(folder, kTakenOutFile, "by staff\n");
  std::error_code error;
  fs::remove(folder / kTakenOutFile, error);
  return !error;
}

}  // namespace chunhui::kiosk
