// Pictures as they come from files and cameras. The memory of a photo is wiped when it goes.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "kiosk/recognize/pictures/grey_view.h"

namespace chunhui::recognize {

inline constexpr int kPhotoSideMin = 64;  // pixels
inline constexpr int kPhotoSideMax = 4096;

// Owns a picture (8 bits, blue-green-red) and its grey twin.
class Photo {
 public:
  explicit Photo(cv::Mat colours);
  ~Photo();
  Photo(Photo&& other) = default;
  Photo& operator=(Photo&&) = delete;

  const cv::Mat& colours() const { return colours_; }
  const cv::Mat& grey() const { return grey_; }
  GreyView view() const;

 private:
  cv::Mat colours_;
  cv::Mat grey_;
};

// Overwrites pixels that nobody else shares.
void Wipe(cv::Mat& picture);

// A JPEG or PNG whose sides are within these limits; otherwise nothing.
std::optional<Photo> DecodePhoto(std::span<const uint8_t> file);
std::optional<Photo> ReadPhoto(const std::string& file);

}  // namespace chunhui::recognize
