// What lies on a disk: to prove that something is not there.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace chunhui::tests {

// The contents of all files under a folder, one after the other.
inline std::string EveryFileOf(const std::filesystem::path& folder) {
  std::string all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    all.append(std::istreambuf_iterator<char>(stream), {});
  }
  return all;
}

}  // namespace chunhui::tests
