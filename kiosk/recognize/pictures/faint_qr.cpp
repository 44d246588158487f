#include "kiosk/recognize/pictures/faint_qr.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "kiosk/recognize/pictures/bar_code.h"
#include "kiosk/recognize/pictures/photo.h"

namespace chunhui::recognize {
namespace {

constexpr int kCut = 256;          // pixels of the photo
constexpr double kLarger = 1.5;    // so that a module has some
constexpr int kCodeFields = 61;    // of the half-size picture: about a code
constexpr double kEdgeMost = 0.5;  // of the logarithm of light: a reflection's rim is no code
constexpr int kDirections = 12;
constexpr float kNoise = 0.03F;  // against the picture, in the spectrum

std::optional<std::string> ReadIn(cv::Mat picture) {
  auto text = ReadBarCode(
      {picture.data, picture.cols, picture.rows, static_cast<int>(picture.step)}, BarCodeKind::kQr);
  Wipe(picture);
  return text;
}

cv::Mat EdgesAround(const cv::Mat& light, int dx, int dy) {
  cv::Mat edges, around;
  cv::Sobel(light, edges, CV_32F, dx, dy);
  cv::min(cv::abs(edges), kEdgeMost, edges);
  cv::boxFilter(edges, around, -1, cv::Size(kCodeFields, kCodeFields));
  return around;
}

// Where edges of both directions are densest: text and bar codes have those of one.
cv::Rect CodePlace(const cv::Mat& grey) {
  cv::Mat light;
  cv::resize(grey, light, cv::Size(), 0.5, 0.5, cv::INTER_AREA);
  cv::GaussianBlur(light, light, cv::Size(), 0.75);
  light.convertTo(light, CV_32F, 1, 1);
  cv::log(light, light);
  cv::Mat crossing = cv::min(EdgesAround(light, 1, 0), EdgesAround(light, 0, 1));
  cv::Point middle;
  cv::minMaxLoc(crossing, nullptr, nullptr, nullptr, &middle);
  Wipe(light);
  return {std::clamp(2 * middle.x - kCut / 2, 0, grey.cols - kCut),
          std::clamp(2 * middle.y - kCut / 2, 0, grey.rows - kCut), kCut, kCut};
}

// From the darkest to the lightest of its neighbourhood, whatever lies upon it.
cv::Mat Evened(const cv::Mat& grey, int reach) {
  constexpr int kContrastLeast = 6;
  cv::Mat smooth, dark, light;
  cv::GaussianBlur(grey, smooth, cv::Size(), 1.2);
  const cv::Mat field = cv::Mat::ones(reach, reach, CV_8U);
  cv::erode(smooth, dark, field);
  cv::dilate(smooth, light, field);
  cv::blur(dark, dark, cv::Size(reach, reach));
  cv::blur(light, light, cv::Size(reach, reach));
  cv::Mat even;
  cv::divide(smooth - dark, cv::max(light - dark, kContrastLeast), even, 255, CV_8U);
  return even;
}

// The way a hand goes while the shutter is open, as a picture of `size` around its corner.
cv::Mat Movement(cv::Size size, double degrees, double reach) {
  constexpr int kShift = 4;
  const int middle = cvCeil(reach) / 2 + 4;
  const int side = 2 * middle + 1;
  const double c = reach / 2 * std::cos(degrees * CV_PI / 180);
  const double s = reach / 2 * std::sin(degrees * CV_PI / 180);
  const auto at = [&](double sign) {
    return cv::Point(cvRound((middle + sign * c) * (1 << kShift)),
                     cvRound((middle + sign * s) * (1 << kShift)));
  };
  cv::Mat line = cv::Mat::zeros(side, side, CV_8U);
  cv::line(line, at(-1), at(1), 255, 1, cv::LINE_AA, kShift);
  line.convertTo(line, CV_32F);
  cv::GaussianBlur(line, line, cv::Size(), 1.0);
  line /= cv::sum(line)[0];
  cv::Mat around = cv::Mat::zeros(size, CV_32F);
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      around.at<float>((y - middle + size.height) % size.height,
                       (x - middle + size.width) % size.width) = line.at<float>(y, x);
    }
  }
  return around;
}

// Wiener's filter, from the spectrum of the moved picture.
cv::Mat Steadied(const cv::Mat& spectrum, const cv::Mat& movement) {
  cv::Mat filter, still;
  cv::dft(movement, filter, cv::DFT_COMPLEX_OUTPUT);
  for (int y = 0; y < filter.rows; ++y) {
    auto* row = filter.ptr<cv::Vec2f>(y);
    for (int x = 0; x < filter.cols; ++x) row[x] /= row[x].dot(row[x]) + kNoise;
  }
  cv::mulSpectrums(spectrum, filter, still, 0, true);
  cv::dft(still, still, cv::DFT_INVERSE | cv::DFT_REAL_OUTPUT | cv::DFT_SCALE);
  cv::Scalar mean, deviation;
  cv::meanStdDev(still, mean, deviation);
  const double contrast = 70 / std::max(deviation[0], 1e-3);
  cv::Mat picture;
  still.convertTo(picture, CV_8U, contrast, 128 - contrast * mean[0]);
  Wipe(still);
  return picture;
}

}  // namespace

std::optional<std::string> ReadFaintQr(const cv::Mat& grey) {
  if (grey.cols < kCut || grey.rows < kCut) return std::nullopt;
  cv::Mat cut;
  cv::resize(grey(CodePlace(grey)), cut, cv::Size(), kLarger, kLarger, cv::INTER_CUBIC);
  for (const int reach : {25, 41}) {
    if (auto text = ReadIn(Evened(cut, reach))) return text;
  }
  cv::Mat even = Evened(cut, 41), spectrum;
  even.convertTo(spectrum, CV_32F);
  cv::dft(spectrum - cv::mean(spectrum), spectrum, cv::DFT_COMPLEX_OUTPUT);
  std::optional<std::string> text;
  for (const double reach : {14.0, 12.0, 10.0}) {
    for (int turn = 0; turn < kDirections && !text; ++turn) {
      const cv::Mat movement = Movement(even.size(), 180.0 * turn / kDirections, reach);
      text = ReadIn(Steadied(spectrum, movement));
    }
  }
  Wipe(cut);
  Wipe(even);
  Wipe(spectrum);
  return text;
}

}  // namespace chunhui::recognize
