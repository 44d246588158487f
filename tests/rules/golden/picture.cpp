#include <png.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <stdexcept>

#include "tests/rules/golden/golden.h"

namespace chunhui::tests {
namespace {

struct Closer {
  void operator()(FILE* file) const { std::fclose(file); }
};

constexpr uint32_t kRed = 0xD00000;

// A quarter of what is there, on white: enough to know the place.
uint32_t Faint(uint32_t pixel) {
  uint32_t faint = 0;
  for (const int shift : {0, 8, 16}) {
    const uint32_t value = (pixel >> shift) & 0xFF;
    faint |= (191 + value / 4) << shift;
  }
  return faint;
}

}  // namespace

std::optional<Picture> ReadPicture(const std::filesystem::path& file) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_file(&image, file.c_str()) == 0) return std::nullopt;
  image.format = PNG_FORMAT_RGB;
  std::vector<uint8_t> bytes(PNG_IMAGE_SIZE(image));
  if (png_image_finish_read(&image, nullptr, bytes.data(), 0, nullptr) == 0) return std::nullopt;
  Picture picture{static_cast<int>(image.width), static_cast<int>(image.height), {}};
  for (size_t i = 0; i + 2 < bytes.size(); i += 3) {
    picture.pixels.push_back(static_cast<uint32_t>(bytes[i]) << 16 |
                             static_cast<uint32_t>(bytes[i + 1]) << 8 | bytes[i + 2]);
  }
  return picture;
}

void WritePicture(const std::filesystem::path& path, const Picture& picture) {
  std::unique_ptr<FILE, Closer> file(std::fopen(path.c_str(), "wb"));
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png ? png_create_info_struct(png) : nullptr;
  std::vector<uint8_t> row(static_cast<size_t>(picture.width) * 3);
  if (!file || !info || setjmp(png_jmpbuf(png)) != 0) {
    png_destroy_write_struct(&png, &info);
    throw std::runtime_error("cannot write the picture " + path.string());
  }
  png_init_io(png, file.get());
  png_set_compression_level(png, 9);
  png_set_compression_mem_level(png, 9);
  png_set_filter(png, 0, PNG_FILTER_NONE);  // flat surfaces pack best so
  png_set_IHDR(png, info, static_cast<png_uint_32>(picture.width),
               static_cast<png_uint_32>(picture.height), 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_write_info(png, info);
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      const size_t at =
          static_cast<size_t>(y) * static_cast<size_t>(picture.width) + static_cast<size_t>(x);
      const uint32_t pixel = picture.pixels[at];
      for (int part = 0; part < 3; ++part) {
        row[static_cast<size_t>(x * 3 + part)] = static_cast<uint8_t>(pixel >> (16 - 8 * part));
      }
    }
    png_write_row(png, row.data());
  }
  png_write_end(png, nullptr);
  png_destroy_write_struct(&png, &info);
}

Difference Compare(const Picture& wanted, const Picture& painted) {
  Difference difference;
  difference.seen = painted;
  if (wanted.width != painted.width || wanted.height != painted.height) {
    difference.pixels = static_cast<int64_t>(painted.pixels.size());
    return difference;
  }
  int left = painted.width, top = painted.height, right = 0, bottom = 0;
  for (size_t i = 0; i < painted.pixels.size(); ++i) {
    if (wanted.pixels[i] == painted.pixels[i]) {
      difference.seen.pixels[i] = Faint(painted.pixels[i]);
      continue;
    }
    difference.seen.pixels[i] = kRed;
    ++difference.pixels;
    const int x = static_cast<int>(i % static_cast<size_t>(painted.width));
    const int y = static_cast<int>(i / static_cast<size_t>(painted.width));
    left = std::min(left, x);
    top = std::min(top, y);
    right = std::max(right, x + 1);
    bottom = std::max(bottom, y + 1);
  }
  if (difference.pixels > 0) difference.where = kit::Rect{left, top, right - left, bottom - top};
  return difference;
}

}  // namespace chunhui::tests
