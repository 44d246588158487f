#include "kiosk/recognize/pictures/photo.h"

#include <png.h>
#include <turbojpeg.h>

#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>
#include <opencv2/imgproc.hpp>

namespace chunhui::recognize {
namespace {

bool Fits(int width, int height) {
  return width >= kPhotoSideMin && height >= kPhotoSideMin && width <= kPhotoSideMax &&
         height <= kPhotoSideMax;
}

// A damaged JPEG still shows its undamaged part.
cv::Mat DecodeJpeg(std::span<const uint8_t> file) {
  const std::unique_ptr<void, decltype(&tjDestroy)> jpeg(tjInitDecompress(), &tjDestroy);
  const auto bytes = static_cast<unsigned long>(file.size());
  int width = 0, height = 0, sampling = 0, space = 0;
  if (!jpeg || tjDecompressHeader3(jpeg.get(), file.data(), bytes, &width, &height, &sampling,
                                   &space) != 0) {
    return {};
  }
  if (!Fits(width, height)) return {};
  cv::Mat colours(height, width, CV_8UC3, cv::Scalar::all(0));
  const int failed = tjDecompress2(jpeg.get(), file.data(), bytes, colours.data, width,
                                   static_cast<int>(colours.step), height, TJPF_BGR, 0);
  if (failed != 0 && tjGetErrorCode(jpeg.get()) == TJERR_FATAL) return {};
  return colours;
}

cv::Mat DecodePng(std::span<const uint8_t> file) {
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  if (!png_image_begin_read_from_memory(&png, file.data(), file.size())) return {};
  png.format = PNG_FORMAT_BGR;
  const int width = static_cast<int>(png.width), height = static_cast<int>(png.height);
  cv::Mat colours;
  if (Fits(width, height)) {
    colours.create(height, width, CV_8UC3);
    const png_color behind{255, 255, 255};
    if (!png_image_finish_read(&png, &behind, colours.data, static_cast<int>(colours.step),
                               nullptr)) {
      colours.release();
    }
  }
  png_image_free(&png);
  return colours;
}

}  // namespace

Photo::Photo(cv::Mat colours) : colours_(std::move(colours)) {
  cv::cvtColor(colours_, grey_, cv::COLOR_BGR2GRAY);
}

Photo::~Photo() {
  Wipe(colours_);
  Wipe(grey_);
}

GreyView Photo::view() const {
  return {grey_.data, grey_.cols, grey_.rows, static_cast<int>(grey_.step)};
}

void Wipe(cv::Mat& picture) {
  if (!picture.empty() && picture.isContinuous()) {
    explicit_bzero(picture.data, picture.total() * picture.elemSize());
  }
}

std::optional<Photo> DecodePhoto(std::span<const uint8_t> file) {
  if (file.size() < 4) return std::nullopt;
  cv::Mat colours = file[0] == 0xFF ? DecodeJpeg(file) : DecodePng(file);
  if (colours.empty()) return std::nullopt;
  return Photo(std::move(colours));
}

std::optional<Photo> ReadPhoto(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  return DecodePhoto({reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()});
}

}  // namespace chunhui::recognize
