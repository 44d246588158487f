// The outline search: edges and regions in several channels at low resolution, hulls with four
// corners and the shape of a card, sides fitted to the pixels that carry them.
#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <optional>

#include "kiosk/recognize/pictures/card_place.h"

namespace chunhui::recognize {
namespace {

using Points = std::vector<cv::Point>;

constexpr int kSearchWidth = 640;                   // pixels
constexpr double kAreaMin = 0.12, kAreaMax = 0.85;  // of the photo
constexpr double kAspect = kCardWidth / kCardHeight;
constexpr double kAspectMin = 1.22, kAspectMax = 2.05;
constexpr double kFillMin = 0.9, kFillMax = 1.08;  // hull against its quad: corners are round
constexpr double kSamePlace = 10;                  // pixels per corner
constexpr size_t kGuessesMax = 6;

double Distance(cv::Point2f a, cv::Point2f b) { return std::hypot(a.x - b.x, a.y - b.y); }

struct Line {
  cv::Point2f point, along;
};

// The pixels of the outline near the middle three quarters of one side, as a line.
std::optional<Line> FitSide(const Points& outline, cv::Point2f from, cv::Point2f to) {
  const auto length = static_cast<float>(Distance(from, to));
  const cv::Point2f unit = (to - from) / length;
  std::vector<cv::Point2f> near;
  for (size_t k = 0; k < outline.size(); ++k) {
    const cv::Point2f start = outline[k], end = outline[(k + 1) % outline.size()];
    const int steps = std::max(1, static_cast<int>(Distance(start, end) / 3));
    for (int step = 0; step < steps; ++step) {
      const cv::Point2f point =
          start + (end - start) * (static_cast<float>(step) / static_cast<float>(steps));
      const cv::Point2f offset = point - from;
      const float along = offset.dot(unit);
      const float across = std::abs(offset.x * unit.y - offset.y * unit.x);
      const bool on_side = along > 0.12f * length && along < 0.88f * length;
      if (on_side && across < 0.03f * length + 3) near.push_back(point);
    }
  }
  if (near.size() < 5) return std::nullopt;
  cv::Vec4f line;
  cv::fitLine(near, line, cv::DIST_HUBER, 0, 0.01, 0.01);
  return Line{{line[2], line[3]}, {line[0], line[1]}};
}

// Round corners and wobbly hulls: the corners are where the fitted sides meet.
void Sharpen(const Points& outline, Corners& corners) {
  constexpr float kMoveMax = 30;
  std::array<Line, 4> sides;
  for (size_t i = 0; i < 4; ++i) {
    const auto side = FitSide(outline, corners[i], corners[(i + 1) % 4]);
    if (!side) return;
    sides[i] = *side;
  }
  Corners sharp;
  for (size_t i = 0; i < 4; ++i) {
    const Line &one = sides[(i + 3) % 4], &other = sides[i];
    const float cross = one.along.x * other.along.y - one.along.y * other.along.x;
    if (std::abs(cross) < 0.3f) return;
    const cv::Point2f apart = other.point - one.point;
    sharp[i] =
        one.point + one.along * ((apart.x * other.along.y - apart.y * other.along.x) / cross);
    if (Distance(sharp[i], corners[i]) > kMoveMax) return;
  }
  corners = sharp;
}

// Clockwise from the top left one, for a card turned by less than 45 degrees.
void Order(Corners& corners) {
  std::sort(corners.begin(), corners.end(), [](auto a, auto b) { return a.y < b.y; });
  if (corners[0].x > corners[1].x) std::swap(corners[0], corners[1]);
  if (corners[2].x < corners[3].x) std::swap(corners[2], corners[3]);
}

// Nothing for a quad that cannot be a card seen from above.
std::optional<double> ScoreOf(const Corners& corners, double hull_area, double photo_area) {
  const double top = Distance(corners[0], corners[1]), bottom = Distance(corners[3], corners[2]);
  const double left = Distance(corners[0], corners[3]), right = Distance(corners[1], corners[2]);
  const double width = (top + bottom) / 2, height = (left + right) / 2;
  if (height < 1) return std::nullopt;
  const double aspect = width / height;
  if (aspect < kAspectMin || aspect > kAspectMax) return std::nullopt;
  const double area = cv::contourArea(std::vector<cv::Point2f>(corners.begin(), corners.end()));
  const double fill = hull_area / area;
  if (fill < kFillMin || fill > kFillMax) return std::nullopt;
  const double skew = std::abs(top - bottom) / width + std::abs(left - right) / height;
  return 1 - 1.2 * std::abs(aspect - kAspect) - 0.6 * skew - 2 * std::abs(1 - fill) +
         0.3 * area / photo_area;
}

class Guesses {
 public:
  Guesses(cv::Size size, double scale) : area_(size.area()), scale_(scale) {}

  void AddContours(const cv::Mat& binary, int mode) {
    std::vector<Points> contours;
    cv::findContours(binary, contours, mode, cv::CHAIN_APPROX_SIMPLE);
    for (const Points& contour : contours) {
      if (contour.size() < 4) continue;
      const cv::Rect box = cv::boundingRect(contour);
      if (box.area() < kAreaMin * area_) continue;
      AddOutline(contour);
    }
  }

  std::vector<CardGuess> Best() {
    std::stable_sort(guesses_.begin(), guesses_.end(),
                     [](const auto& a, const auto& b) { return a.score > b.score; });
    if (guesses_.size() > kGuessesMax) guesses_.resize(kGuessesMax);
    return guesses_;
  }

 private:
  void AddOutline(const Points& contour) {
    Points hull, corners_found;
    cv::convexHull(contour, hull);
    const double hull_area = cv::contourArea(hull);
    if (hull_area < kAreaMin * area_ || hull_area > kAreaMax * area_) return;
    const double around = cv::arcLength(hull, true);
    for (double tolerance = 0.02; tolerance < 0.1; tolerance += 0.01) {
      cv::approxPolyDP(hull, corners_found, tolerance * around, true);
      if (corners_found.size() <= 4) break;
    }
    if (corners_found.size() != 4) return;
    Corners corners;
    std::copy(corners_found.begin(), corners_found.end(), corners.begin());
    Sharpen(hull, corners);
    Order(corners);
    const auto score = ScoreOf(corners, hull_area, area_);
    if (score) Add({corners, *score});
  }

  // The same outline found in another channel confirms the first.
  void Add(CardGuess guess) {
    for (cv::Point2f& corner : guess.corners) corner *= 1 / scale_;
    for (CardGuess& known : guesses_) {
      double apart = 0;
      for (size_t i = 0; i < 4; ++i) apart += Distance(known.corners[i], guess.corners[i]);
      if (apart >= 4 * kSamePlace) continue;
      known.score += 0.08;
      return;
    }
    guesses_.push_back(guess);
  }

  double area_;
  double scale_;
  std::vector<CardGuess> guesses_;
};

void AddEdges(const cv::Mat& channel, std::initializer_list<int> thresholds, Guesses& guesses) {
  cv::Mat smooth, edges;
  cv::GaussianBlur(channel, smooth, cv::Size(5, 5), 1.2);
  for (const int threshold : thresholds) {
    cv::Canny(smooth, edges, threshold / 2.0, threshold);
    cv::dilate(edges, edges, cv::Mat::ones(3, 3, CV_8U));
    guesses.AddContours(edges, cv::RETR_LIST);
  }
}

void AddRegions(const cv::Mat& channel, Guesses& guesses) {
  const cv::Mat square = cv::Mat::ones(9, 9, CV_8U);
  cv::Mat smooth, bright, whole;
  cv::resize(channel, smooth, cv::Size(), 0.5, 0.5, cv::INTER_AREA);
  cv::GaussianBlur(smooth, smooth, cv::Size(5, 5), 1.5);
  cv::threshold(smooth, bright, 0, 255, cv::THRESH_OTSU);
  for (int inverse = 0; inverse < 2; ++inverse) {
    cv::morphologyEx(bright, whole, cv::MORPH_CLOSE, square);
    cv::morphologyEx(whole, whole, cv::MORPH_OPEN, square);
    cv::resize(whole, whole, channel.size(), 0, 0, cv::INTER_LINEAR);
    cv::threshold(whole, whole, 127, 255, cv::THRESH_BINARY);
    guesses.AddContours(whole, cv::RETR_EXTERNAL);
    cv::bitwise_not(bright, bright);
  }
}

void AddLocalDark(const cv::Mat& lightness, Guesses& guesses) {
  cv::Mat smooth, dark;
  cv::GaussianBlur(lightness, smooth, cv::Size(5, 5), 1);
  cv::adaptiveThreshold(smooth, dark, 255, cv::ADAPTIVE_THRESH_MEAN_C, cv::THRESH_BINARY_INV, 31,
                        4);
  guesses.AddContours(dark, cv::RETR_LIST);
}

}  // namespace

std::vector<CardGuess> FindCards(const cv::Mat& colours, Effort effort) {
  const double scale = static_cast<double>(kSearchWidth) / colours.cols;
  cv::Mat small, lab, hsv;
  cv::resize(colours, small, cv::Size(), scale, scale, cv::INTER_AREA);
  cv::cvtColor(small, lab, cv::COLOR_BGR2Lab);
  std::vector<cv::Mat> channels;
  cv::split(lab, channels);
  Guesses guesses(small.size(), scale);
  if (effort == Effort::kQuick) {
    AddEdges(channels[0], {45}, guesses);
    AddRegions(channels[0], guesses);
    return guesses.Best();
  }
  cv::cvtColor(small, hsv, cv::COLOR_BGR2HSV);
  cv::Mat saturation;
  cv::extractChannel(hsv, saturation, 1);
  channels.push_back(saturation);
  AddEdges(channels[0], {20, 90}, guesses);
  AddLocalDark(channels[0], guesses);
  for (size_t i = 1; i < channels.size(); ++i) {
    AddEdges(channels[i], {20, 45}, guesses);
    AddRegions(channels[i], guesses);
  }
  return guesses.Best();
}

}  // namespace chunhui::recognize
