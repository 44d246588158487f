#include "kiosk/recognize/pictures/text_lines.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "kiosk/recognize/pictures/strip.h"

namespace chunhui::recognize {
namespace {

constexpr int kSearchWidth = 960;   // pixels
constexpr double kAspectMin = 8.5;  // of an ID number: 507 x 37 units, blurred and closed
constexpr double kAspectMax = 19;
constexpr float kLengthMin = 190;  // pixels
constexpr float kSlopeMax = 25;    // degrees
constexpr size_t kLinesMax = 6;
constexpr double kNumberLength = 507;  // card units

struct TextLine {
  cv::Point2f middle;
  float length = 0, height = 0, degrees = 0;
};

TextLine LineOf(const cv::RotatedRect& box) {
  TextLine line{box.center, box.size.width, box.size.height, box.angle};
  if (line.length < line.height) {
    std::swap(line.length, line.height);
    line.degrees += 90;
  }
  while (line.degrees > 90) line.degrees -= 180;
  while (line.degrees < -90) line.degrees += 180;
  return line;
}

bool MayBeNumber(const TextLine& line) {
  const double aspect = line.length / std::max(line.height, 1.0f);
  return line.length >= kLengthMin && aspect >= kAspectMin && aspect <= kAspectMax &&
         std::abs(line.degrees) <= kSlopeMax;
}

void AddLines(const cv::Mat& ink, int reach, std::vector<TextLine>& lines) {
  cv::Mat joined;
  cv::morphologyEx(ink, joined, cv::MORPH_CLOSE, cv::Mat::ones(3, reach, CV_8U));
  cv::morphologyEx(joined, joined, cv::MORPH_OPEN, cv::Mat::ones(5, 5, CV_8U));
  std::vector<std::vector<cv::Point>> contours;
  cv::findContours(joined, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
  for (const auto& contour : contours) {
    const TextLine line = LineOf(cv::minAreaRect(contour));
    if (MayBeNumber(line)) lines.push_back(line);
  }
}

// A card without perspective, whose number is this line.
CardPlace PlaceOf(const TextLine& line, double photo_per_pixel) {
  const double angle = line.degrees * CV_PI / 180;
  const double units = line.length / kNumberLength * photo_per_pixel;
  const double c = std::cos(angle) * units, s = std::sin(angle) * units;
  const cv::Point2f middle = kIdNumberMiddle;
  const double x = line.middle.x * photo_per_pixel, y = line.middle.y * photo_per_pixel;
  return {c, -s, x - c * middle.x + s * middle.y, s, c, y - s * middle.x - c * middle.y, 0, 0, 1};
}

}  // namespace

std::vector<CardPlace> FindNumberLines(const cv::Mat& grey) {
  const double scale = static_cast<double>(kSearchWidth) / grey.cols;
  cv::Mat small, ink;
  cv::resize(grey, small, cv::Size(), scale, scale, cv::INTER_AREA);
  cv::morphologyEx(small, ink, cv::MORPH_BLACKHAT, cv::Mat::ones(17, 17, CV_8U));
  cv::GaussianBlur(ink, ink, cv::Size(3, 3), 0);
  cv::threshold(ink, ink, 0, 255, cv::THRESH_OTSU);
  std::vector<TextLine> lines;
  for (const int reach : {13, 21}) AddLines(ink, reach, lines);
  std::stable_sort(lines.begin(), lines.end(),
                   [](const auto& a, const auto& b) { return a.height > b.height; });
  std::vector<CardPlace> places;
  for (const TextLine& line : lines) {
    if (places.size() < kLinesMax) places.push_back(PlaceOf(line, 1 / scale));
  }
  return places;
}

}  // namespace chunhui::recognize
