#include "kiosk/kit/paint/png.h"

#include <png.h>

#include <stdexcept>

namespace chunhui::kit {

void WritePngFile(const std::filesystem::path& path, const std::vector<uint32_t>& pixels, int width,
                  int height) {
  std::vector<uint8_t> bytes;
  bytes.reserve(pixels.size() * 3);
  for (const uint32_t pixel : pixels) {
    bytes.push_back(static_cast<uint8_t>(pixel >> 16));
    bytes.push_back(static_cast<uint8_t>(pixel >> 8));
    bytes.push_back(static_cast<uint8_t>(pixel));
  }
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(width);
  image.height = static_cast<png_uint_32>(height);
  image.format = PNG_FORMAT_RGB;
  image.flags = PNG_IMAGE_FLAG_FAST;
  if (png_image_write_to_file(&image, path.c_str(), 0, bytes.data(), 0, nullptr) == 0) {
    throw std::runtime_error("cannot write the picture " + path.string() + ": " + image.message);
  }
}

}  // namespace chunhui::kit
