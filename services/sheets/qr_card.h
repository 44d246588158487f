// A QR code as a card that any browser prints in its true size. The only home of qrencode.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chunhui::sheets {

struct QrModules {
  int size = 0;             // modules a side, without the quiet zone
  std::vector<bool> black;  // row by row
};
// Nothing when the text is too long for a QR code.
std::optional<QrModules> MakeQrModules(std::string_view text);

// SVG of 85.6 x 54 mm: the code at the left, name and last day at the right. Nothing when the text
// is too long.
std::optional<std::string> QrCardSvg(std::string_view text, std::string_view masked_name,
                                     std::string_view last_day);

}  // namespace chunhui::sheets
