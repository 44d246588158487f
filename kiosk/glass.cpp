#include "kiosk/glass.h"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>

#include "kiosk/kit/panel.h"

namespace chunhui::kiosk {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFile = "panel.mm";

}  // namespace

std::optional<float> ReadPxPerMm(const fs::path& folder) {
  std::ifstream stream(folder / kFile);
  float px_per_mm = 0;
  if (!(stream >> px_per_mm)) return std::nullopt;
  if (px_per_mm < kit::kPxPerMmMin || px_per_mm > kit::kPxPerMmMax) return std::nullopt;
  return px_per_mm;
}

bool KeepPxPerMm(const fs::path& folder, float px_per_mm) {
  std::error_code error;
  fs::create_directories(folder, error);
  const fs::path unfinished = folder / (std::string(kFile) + ".new");
  const std::string text = std::to_string(px_per_mm) + "\n";
  const int fd = open(unfinished.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (fd < 0) return false;
  const bool written =
      write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && fsync(fd) == 0;
  close(fd);
  if (written) fs::rename(unfinished, folder / kFile, error);
  return written && !error;
}

}  // namespace chunhui::kiosk
