// A QR code as a card that any browser prints in its true size.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chunhui::sheets {

// SVG of 85.6 x 54 mm: the code at the left, name and last day at the right. Nothing when the text
// is too long.
std::optional<std::string> QrCardSvg(std::string_view text, std::string_view masked_name,
                                     std::string_view last_day);

}  // namespace chunhui::sheets
