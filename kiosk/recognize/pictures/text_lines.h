// Long lines of dark text in a photo, when no card's outline can be found.
#pragma once

#include <opencv2/core/mat.hpp>
#include <vector>

#include "kiosk/recognize/pictures/card_place.h"

namespace chunhui::recognize {

// Places of cards whose ID number would lie on a line that was found; the longest lines first.
std::vector<CardPlace> FindNumberLines(const cv::Mat& grey);

// The same for lines in two parts, whose middle a reflection has taken away.
std::vector<CardPlace> FindBrokenLines(const cv::Mat& grey);

}  // namespace chunhui::recognize
