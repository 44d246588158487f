// The line of a card on which its number stands, cut out straight for the readers.
#pragma once

#include <opencv2/core/mat.hpp>
#include <vector>

#include "kiosk/recognize/pictures/card_place.h"

namespace chunhui::recognize {

// The middle of the number, in card units.
inline const cv::Point2f kIdNumberMiddle{541.5f, 466};
inline const cv::Point2f kServiceNumberMiddle{310, 332};

// How one look at the line differs from another.
struct Look {
  double zoom = 1;     // of the height and the width of the strip
  double shift_x = 0;  // card units
  double sharpen = 0;  // 0 none; 1 strong
};

// A grey strip of kStripWidth x kStripHeight around `middle`, turned and shifted so that the text
// runs along its middle. `place` may be some units off.
class Strip {
 public:
  Strip(const cv::Mat& grey, const CardPlace& place, cv::Point2f middle);

  // Every pixel against its surroundings, as the digit net wants it.
  std::vector<float> Levelled(const Look& look) const;
  // Dark on light, even background, `height` pixels high, for a reader of whole lines.
  cv::Mat Even(int height) const;

 private:
  cv::Mat Cut(double zoom, double shift_x, int width, int height) const;

  const cv::Mat& grey_;
  CardPlace place_;
  cv::Point2f middle_;
  double slope_ = 0;  // of the text against the card's long side
};

}  // namespace chunhui::recognize
