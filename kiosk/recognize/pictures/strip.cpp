#include "kiosk/recognize/pictures/strip.h"

#include <opencv2/imgproc.hpp>

#include "kiosk/recognize/digits/digit_net.h"

namespace chunhui::recognize {
namespace {

constexpr double kPixelsPerUnit = 0.68;
constexpr int kZoneHeight = 76;    // pixels in which the line is looked for
constexpr int kTextHeight = 25;    // pixels
constexpr int kSurroundings = 31;  // pixels, as in training
constexpr float kNoise = 9;        // variance below which nothing is text, as in training

cv::Mat Level(const cv::Mat& strip) {
  const cv::Size around(kSurroundings, kSurroundings);
  cv::Mat grey, mean, square;
  strip.convertTo(grey, CV_32F);
  cv::boxFilter(grey, mean, -1, around, cv::Point(-1, -1), true, cv::BORDER_REFLECT);
  cv::sqrBoxFilter(grey, square, CV_32F, around, cv::Point(-1, -1), true, cv::BORDER_REFLECT);
  cv::Mat variance = cv::max(square - mean.mul(mean), 0.0f) + kNoise;
  cv::sqrt(variance, variance);
  return (mean - grey) / variance;
}

// The row around which most of the writing lies, counted from the middle of the piece.
double RowOfText(const cv::Mat& piece) {
  cv::Mat strokes, rows;
  cv::Sobel(piece, strokes, CV_32F, 1, 0);
  strokes = cv::min(cv::abs(strokes), 3.0f);
  cv::reduce(strokes, rows, 1, cv::REDUCE_SUM);
  cv::boxFilter(rows, rows, -1, cv::Size(1, kTextHeight), cv::Point(-1, -1), true,
                cv::BORDER_CONSTANT);
  // The guess of the outline counts too: neighbours of the number are lines of writing as well.
  for (int y = 0; y < rows.rows; ++y) {
    const double off = (y - rows.rows / 2.0) / rows.rows;
    rows.at<float>(y) *= static_cast<float>(1 - 0.8 * off * off);
  }
  cv::Point top;
  cv::minMaxLoc(rows, nullptr, nullptr, nullptr, &top);
  return top.y - (piece.rows - 1) / 2.0;
}

}  // namespace

Strip::Strip(const cv::Mat& grey, const CardPlace& place, cv::Point2f middle)
    : grey_(grey), place_(place), middle_(middle) {
  const cv::Mat zone = Level(Cut(1, 0, kStripWidth, kZoneHeight));
  const int third = kStripWidth / 3;
  const double left = RowOfText(zone.colRange(0, third + 30));
  const double right = RowOfText(zone.colRange(kStripWidth - third - 30, kStripWidth));
  const double whole = RowOfText(zone);
  const double between = kStripWidth - third - 30;
  const bool straight = std::abs((left + right) / 2 - whole) < 4 && std::abs(right - left) < 24;
  const double row = straight ? (left + right) / 2 : whole;
  slope_ = straight ? (right - left) / between : 0;
  middle_.y += static_cast<float>(row / kPixelsPerUnit);
}

cv::Mat Strip::Cut(double zoom, double shift_x, int width, int height) const {
  const double units = 1 / (kPixelsPerUnit * zoom);
  const cv::Matx33d to_card(
      units, 0, middle_.x + shift_x - units * (width - 1) / 2.0, slope_ * units, units,
      middle_.y - units * ((height - 1) / 2.0 + slope_ * (width - 1) / 2.0), 0, 0, 1);
  cv::Mat cut;
  cv::warpPerspective(grey_, cut, place_ * to_card, cv::Size(width, height),
                      cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
  return cut;
}

std::vector<float> Strip::Levelled(const Look& look) const {
  cv::Mat cut = Cut(look.zoom, look.shift_x, kStripWidth, kStripHeight);
  if (look.sharpen > 0) {
    cv::Mat smooth;
    cv::GaussianBlur(cut, smooth, cv::Size(), 1.5);
    cv::addWeighted(cut, 1 + look.sharpen, smooth, -look.sharpen, 0, cut);
  }
  const cv::Mat level = Level(cut);
  return {level.ptr<float>(), level.ptr<float>() + level.total()};
}

cv::Mat Strip::Even(int height) const {
  const double zoom = static_cast<double>(height) / kStripHeight;
  cv::Mat cut = Cut(zoom, 0, static_cast<int>(kStripWidth * zoom), height), even;
  const int around = height | 1;
  cv::Mat grey, mean, square;
  cut.convertTo(grey, CV_32F);
  cv::boxFilter(grey, mean, -1, cv::Size(around, around), cv::Point(-1, -1), true,
                cv::BORDER_REFLECT);
  cv::sqrBoxFilter(grey, square, CV_32F, cv::Size(around, around), cv::Point(-1, -1), true,
                   cv::BORDER_REFLECT);
  cv::Mat spread = cv::max(square - mean.mul(mean), 0.0f) + kNoise;
  cv::sqrt(spread, spread);
  cv::Mat(190 + 62 * (grey - mean) / spread).convertTo(even, CV_8U);
  return even;
}

}  // namespace chunhui::recognize
