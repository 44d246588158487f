#include "kiosk/recognize/pictures/text_lines.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <optional>

#include "kiosk/recognize/pictures/strip.h"

namespace chunhui::recognize {
namespace {

constexpr int kSearchWidth = 960;   // pixels
constexpr double kAspectMin = 8.5;  // of an ID number: 507 x 37 units, blurred and closed
constexpr double kAspectMax = 19;
constexpr float kLengthMin = 190;  // pixels
constexpr float kSlopeMax = 25;    // degrees
constexpr size_t kLinesMax = 6;
constexpr int kReaches[] = {13, 21};    // pixels between the characters of a line
constexpr float kPartAspectMin = 1.6f;  // two digits or more
constexpr float kPartHeightMin = 14;    // pixels
constexpr float kPartHeightMax = 60;
constexpr float kHeightsDiffer = 1.35f;  // of two parts of one line
constexpr float kGapMax = 8;             // between parts, in heights
constexpr float kBendMax = 4;            // degrees, of a part against the whole
constexpr double kNumberLength = 507;    // card units

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

std::vector<TextLine> LinesIn(const cv::Mat& ink, int reach) {
  cv::Mat joined;
  cv::morphologyEx(ink, joined, cv::MORPH_CLOSE, cv::Mat::ones(3, reach, CV_8U));
  cv::morphologyEx(joined, joined, cv::MORPH_OPEN, cv::Mat::ones(5, 5, CV_8U));
  std::vector<std::vector<cv::Point>> contours;
  cv::findContours(joined, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
  std::vector<TextLine> lines;
  for (const auto& contour : contours) lines.push_back(LineOf(cv::minAreaRect(contour)));
  return lines;
}

bool MayBePart(const TextLine& line) {
  return line.height >= kPartHeightMin && line.height <= kPartHeightMax &&
         line.length >= kPartAspectMin * line.height && std::abs(line.degrees) <= kSlopeMax;
}

// Both as one line, when they may be what a reflection has left of it.
std::optional<TextLine> Joined(const TextLine& left, const TextLine& right) {
  const cv::Point2f apart = right.middle - left.middle;
  const float distance = std::hypot(apart.x, apart.y);
  const float gap = distance - (left.length + right.length) / 2;
  const float height = std::max(left.height, right.height);
  const float low = std::min(left.height, right.height);
  if (apart.x <= 0 || gap < 0 || gap > kGapMax * height) return std::nullopt;
  if (height > kHeightsDiffer * low) return std::nullopt;
  const auto degrees = static_cast<float>(std::atan2(apart.y, apart.x) * 180 / CV_PI);
  // A short part's own slope says little.
  const TextLine& longer = left.length > right.length ? left : right;
  if (std::abs(longer.degrees - degrees) > kBendMax) return std::nullopt;
  const TextLine whole{(left.middle - apart * (left.length / 2 / distance) + right.middle +
                        apart * (right.length / 2 / distance)) *
                           0.5f,
                       distance + (left.length + right.length) / 2, height, degrees};
  return MayBeNumber(whole) ? std::optional(whole) : std::nullopt;
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

cv::Mat InkOf(const cv::Mat& grey, double scale) {
  cv::Mat small, ink;
  cv::resize(grey, small, cv::Size(), scale, scale, cv::INTER_AREA);
  cv::morphologyEx(small, ink, cv::MORPH_BLACKHAT, cv::Mat::ones(17, 17, CV_8U));
  cv::GaussianBlur(ink, ink, cv::Size(3, 3), 0);
  cv::threshold(ink, ink, 0, 255, cv::THRESH_OTSU);
  return ink;
}

std::vector<CardPlace> HighestFirst(std::vector<TextLine> lines, double photo_per_pixel) {
  std::stable_sort(lines.begin(), lines.end(),
                   [](const auto& a, const auto& b) { return a.height > b.height; });
  std::vector<CardPlace> places;
  for (const TextLine& line : lines) {
    if (places.size() < kLinesMax) places.push_back(PlaceOf(line, photo_per_pixel));
  }
  return places;
}

}  // namespace

std::vector<CardPlace> FindNumberLines(const cv::Mat& grey) {
  const double scale = static_cast<double>(kSearchWidth) / grey.cols;
  const cv::Mat ink = InkOf(grey, scale);
  std::vector<TextLine> lines;
  for (const int reach : kReaches) {
    for (const TextLine& line : LinesIn(ink, reach)) {
      if (MayBeNumber(line)) lines.push_back(line);
    }
  }
  return HighestFirst(std::move(lines), 1 / scale);
}

std::vector<CardPlace> FindBrokenLines(const cv::Mat& grey) {
  const double scale = static_cast<double>(kSearchWidth) / grey.cols;
  std::vector<TextLine> parts = LinesIn(InkOf(grey, scale), kReaches[0]), lines;
  std::erase_if(parts, [](const TextLine& part) { return !MayBePart(part); });
  for (const TextLine& left : parts) {
    for (const TextLine& right : parts) {
      if (const auto whole = Joined(left, right)) lines.push_back(*whole);
    }
  }
  return HighestFirst(std::move(lines), 1 / scale);
}

}  // namespace chunhui::recognize
