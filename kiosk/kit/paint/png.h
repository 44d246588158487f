// Writes pixels as a PNG file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace chunhui::kit {

// `pixels` are width × height of 0x00RRGGBB. Throws std::runtime_error naming the file.
void WritePngFile(const std::filesystem::path& path, const std::vector<uint32_t>& pixels, int width,
                  int height);

}  // namespace chunhui::kit
