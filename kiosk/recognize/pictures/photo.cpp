#include "kiosk/recognize/pictures/photo.h"

#include <cstring>
#include <fstream>
#include <iterator>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace chunhui::recognize {

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
  if (file.empty()) return std::nullopt;
  const cv::Mat bytes(1, static_cast<int>(file.size()), CV_8U,
                      const_cast<uint8_t*>(file.data()));  // imdecode only reads
  cv::Mat colours;
  try {
    colours = cv::imdecode(bytes, cv::IMREAD_COLOR);
  } catch (const cv::Exception&) {
    return std::nullopt;
  }
  const bool fits = colours.cols >= kPhotoSideMin && colours.rows >= kPhotoSideMin &&
                    colours.cols <= kPhotoSideMax && colours.rows <= kPhotoSideMax;
  if (!fits) return std::nullopt;
  return Photo(std::move(colours));
}

std::optional<Photo> ReadPhoto(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  return DecodePhoto({reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()});
}

}  // namespace chunhui::recognize
