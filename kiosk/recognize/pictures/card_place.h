// Where a card may lie in a photo. A card is 856 x 540 units (an ID-1 card is 85.6 x 54.0 mm).
#pragma once

#include <array>
#include <opencv2/core/mat.hpp>
#include <vector>

namespace chunhui::recognize {

inline constexpr float kCardWidth = 856;
inline constexpr float kCardHeight = 540;

// From card units to pixels of the photo.
using CardPlace = cv::Matx33d;

// Corners in pixels, clockwise from the top left one.
using Corners = std::array<cv::Point2f, 4>;

CardPlace PlaceOfCorners(const Corners& corners);
cv::Point2f ToPhoto(const CardPlace& place, cv::Point2f card_point);

struct CardGuess {
  Corners corners;
  double score = 0;  // higher is likelier
};

// How hard to look: the first takes about 10 ms, the second four times as much.
enum class Effort { kQuick, kThorough };

// The likeliest outlines, best first, none twice. The card may be turned by up to 45 degrees.
std::vector<CardGuess> FindCards(const cv::Mat& colours, Effort effort);

}  // namespace chunhui::recognize
