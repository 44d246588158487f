#include "kiosk/recognize/pictures/card_place.h"

#include <opencv2/imgproc.hpp>

namespace chunhui::recognize {

CardPlace PlaceOfCorners(const Corners& corners) {
  const Corners card = {cv::Point2f(0, 0), cv::Point2f(kCardWidth, 0),
                        cv::Point2f(kCardWidth, kCardHeight), cv::Point2f(0, kCardHeight)};
  return cv::getPerspectiveTransform(card.data(), corners.data());
}

cv::Point2f ToPhoto(const CardPlace& place, cv::Point2f card_point) {
  const cv::Vec3d at = place * cv::Vec3d(card_point.x, card_point.y, 1);
  return {static_cast<float>(at[0] / at[2]), static_cast<float>(at[1] / at[2])};
}

}  // namespace chunhui::recognize
