// QR codes that were moved while the photo was taken, or lie half under a reflection.
#pragma once

#include <opencv2/core.hpp>
#include <optional>
#include <string>

namespace chunhui::recognize {

// Looks at the one place of the picture where most edges cross: evens its light, then undoes
// movements of the hand in all directions. For codes of 60 to 230 pixels. About 100 ms when there
// is nothing to read. Untrusted.
std::optional<std::string> ReadFaintQr(const cv::Mat& grey);

}  // namespace chunhui::recognize
