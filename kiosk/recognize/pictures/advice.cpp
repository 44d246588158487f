#include "kiosk/recognize/pictures/advice.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace chunhui::recognize {
namespace {

using wire::Advice;

constexpr double kDarkMean = 60;      // of 255, over the card or the whole picture
constexpr double kGlareShare = 0.02;  // of the card's pixels
constexpr int kGlareValue = 250;
constexpr double kWidthShareMin = 0.45;  // of the picture's width
constexpr float kEdgePixels = 4;
constexpr double kTurnMax = 0.30;     // slope of the upper side
constexpr double kSkewMax = 0.18;     // opposite sides of different length
constexpr double kSharpnessMin = 60;  // variance of the Laplacian over the number

double Length(cv::Point2f a, cv::Point2f b) { return std::hypot(a.x - b.x, a.y - b.y); }

bool TouchesEdge(const Corners& corners, const cv::Size& size) {
  return std::any_of(corners.begin(), corners.end(), [&](cv::Point2f corner) {
    return corner.x < kEdgePixels || corner.y < kEdgePixels ||
           corner.x > static_cast<float>(size.width) - kEdgePixels ||
           corner.y > static_cast<float>(size.height) - kEdgePixels;
  });
}

bool IsCrooked(const Corners& corners) {
  const cv::Point2f top = corners[1] - corners[0];
  const double upper = Length(corners[0], corners[1]), lower = Length(corners[3], corners[2]);
  const double left = Length(corners[0], corners[3]), right = Length(corners[1], corners[2]);
  return std::abs(top.y) > kTurnMax * std::abs(top.x) ||
         std::abs(upper - lower) > kSkewMax * std::max(upper, lower) ||
         std::abs(left - right) > kSkewMax * std::max(left, right);
}

cv::Mat FlatCard(const Photo& photo, const Corners& corners) {
  constexpr int kWidth = 428, kHeight = 270;
  const cv::Matx33d half(kCardWidth / kWidth, 0, 0, 0, kCardHeight / kHeight, 0, 0, 0, 1);
  cv::Mat card;
  cv::warpPerspective(photo.grey(), card, PlaceOfCorners(corners) * half, cv::Size(kWidth, kHeight),
                      cv::INTER_LINEAR | cv::WARP_INVERSE_MAP);
  return card;
}

Advice AdviceOnLight(const cv::Mat& card) {
  if (cv::mean(card)[0] < kDarkMean) return Advice::kMoreLight;
  const double bright = cv::countNonZero(card >= kGlareValue);
  // A card that is bright all over lies in good light; a spot is a reflection.
  const double share = bright / static_cast<double>(card.total());
  if (share > kGlareShare && share < 0.5) return Advice::kGlare;
  cv::Mat edges;
  cv::Laplacian(card, edges, CV_32F);
  cv::Scalar mean, spread;
  cv::meanStdDev(edges, mean, spread);
  return spread[0] * spread[0] < kSharpnessMin ? Advice::kHoldStill : Advice::kNone;
}

}  // namespace

Advice AdviceFor(const Photo& photo, const CardReading& reading) {
  if (reading.upside_down) return Advice::kUpsideDown;
  if (!reading.corners) {
    return cv::mean(photo.grey())[0] < kDarkMean ? Advice::kMoreLight : Advice::kShowCard;
  }
  const Corners& corners = *reading.corners;
  if (TouchesEdge(corners, photo.grey().size())) return Advice::kFarther;
  const double width = Length(corners[0], corners[1]);
  if (width < kWidthShareMin * photo.grey().cols) return Advice::kCloser;
  if (IsCrooked(corners)) return Advice::kStraighter;
  cv::Mat card = FlatCard(photo, corners);
  const Advice light = AdviceOnLight(card);
  Wipe(card);
  return light == Advice::kNone ? Advice::kHoldStill : light;
}

}  // namespace chunhui::recognize
