#include "kiosk/recognize/pictures/qr_reader.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

#include "kiosk/recognize/pictures/bar_code.h"
#include "kiosk/recognize/pictures/faint_qr.h"

namespace chunhui::recognize {
namespace {

std::optional<std::string> ReadIn(cv::Mat picture) {
  auto text = ReadBarCode(
      {picture.data, picture.cols, picture.rows, static_cast<int>(picture.step)}, BarCodeKind::kQr);
  Wipe(picture);
  return text;
}

// Even light: shadows and reflections divided away.
cv::Mat Even(const cv::Mat& grey) {
  cv::Mat small, background, even;
  cv::resize(grey, small, cv::Size(), 0.125, 0.125, cv::INTER_AREA);
  cv::dilate(small, small, cv::Mat::ones(5, 5, CV_8U));
  cv::GaussianBlur(small, small, cv::Size(9, 9), 0);
  cv::resize(small, background, grey.size(), 0, 0, cv::INTER_LINEAR);
  cv::divide(grey, background, even, 220, CV_8U);
  return even;
}

// Without the grain of dark pictures.
cv::Mat Smooth(const cv::Mat& grey, double reach) {
  cv::Mat smooth;
  cv::GaussianBlur(grey, smooth, cv::Size(), reach);
  return smooth;
}

cv::Mat Sharp(const cv::Mat& grey, double reach, double strength) {
  cv::Mat smooth, sharp;
  cv::GaussianBlur(grey, smooth, cv::Size(), reach);
  cv::addWeighted(grey, 1 + strength, smooth, -strength, 0, sharp);
  return sharp;
}

// A blurred code, cut out straight with a white margin.
cv::Mat CutOut(const cv::Mat& even, const CodeCorners& corners) {
  constexpr float kSide = 300, kMargin = 50;
  std::array<cv::Point2f, 4> from;
  for (size_t i = 0; i < from.size(); ++i) {
    from[i] = {static_cast<float>(corners[i][0]), static_cast<float>(corners[i][1])};
  }
  const std::array<cv::Point2f, 4> to = {
      cv::Point2f(kMargin, kMargin), cv::Point2f(kMargin + kSide, kMargin),
      cv::Point2f(kMargin + kSide, kMargin + kSide), cv::Point2f(kMargin, kMargin + kSide)};
  const int side = static_cast<int>(kSide + 2 * kMargin);
  cv::Mat cut;
  cv::warpPerspective(even, cut, cv::getPerspectiveTransform(from.data(), to.data()),
                      cv::Size(side, side), cv::INTER_CUBIC, cv::BORDER_CONSTANT, 220);
  return cut;
}

// Undoes a movement of the hand in this direction.
cv::Mat Steadied(const cv::Mat& blurred, double degrees, int reach, double strength) {
  cv::Mat line = cv::Mat::zeros(2 * reach + 1, 2 * reach + 1, CV_32F), smooth, steady;
  const double c = reach * std::cos(degrees * CV_PI / 180);
  const double s = reach * std::sin(degrees * CV_PI / 180);
  const auto at = [&](double sign) {
    return cv::Point(cvRound(reach + sign * c), cvRound(reach + sign * s));
  };
  cv::line(line, at(-1), at(1), 1);
  cv::filter2D(blurred, smooth, -1, line / cv::sum(line)[0]);
  cv::addWeighted(blurred, 1 + strength, smooth, -strength, 0, steady);
  return steady;
}

std::optional<std::string> ReadBlurred(const cv::Mat& even) {
  const auto corners = FindUnreadQr({even.data, even.cols, even.rows, static_cast<int>(even.step)});
  if (!corners) return std::nullopt;
  cv::Mat code = CutOut(even, *corners);
  cv::GaussianBlur(code, code, cv::Size(), 2);
  for (const auto& [reach, strength] : {std::pair(6.0, 2.0), {9.0, 3.0}, {13.0, 4.0}}) {
    if (auto text = ReadIn(Sharp(code, reach, strength))) return text;
  }
  for (const int reach : {9, 14}) {
    for (int degrees = 0; degrees < 180; degrees += 30) {
      if (auto text = ReadIn(Steadied(code, degrees, reach, 2.5))) return text;
    }
  }
  return std::nullopt;
}

// Pictures in which the code cannot even be found, because the hand moved.
std::optional<std::string> ReadMoved(const cv::Mat& even) {
  constexpr int kTurns = 8;
  cv::Mat small;
  cv::resize(even, small, cv::Size(), 0.75, 0.75, cv::INTER_AREA);
  if (auto text = ReadIn(small.clone())) return text;
  for (const int reach : {3, 5}) {
    for (int turn = 0; turn < kTurns; ++turn) {
      if (auto text = ReadIn(Steadied(small, 180.0 * turn / kTurns, reach, 2.5))) return text;
    }
  }
  Wipe(small);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> ReadQr(const Photo& photo) {
  if (auto text = ReadBarCode(photo.view(), BarCodeKind::kQr)) return text;
  for (const double reach : {0.8, 1.4}) {
    if (auto text = ReadIn(Smooth(photo.grey(), reach))) return text;
  }
  cv::Mat even = Smooth(Even(photo.grey()), 1.0);
  if (auto text = ReadIn(Sharp(even, 3.0, 1.5))) return text;
  auto text = ReadBlurred(even);
  if (!text) text = ReadMoved(even);
  if (!text) text = ReadFaintQr(photo.grey());
  Wipe(even);
  return text;
}

}  // namespace chunhui::recognize
