// A text as the black and white squares of a QR code. The only home of qrencode.h; who prints or
// paints them leaves the quiet zone free.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace chunhui::qr {

// White modules on every side, without which no scanner finds the code.
inline constexpr int kQuietModules = 4;

struct QrModules {
  int size = 0;             // modules a side, without the quiet zone
  std::vector<bool> black;  // row by row
  bool IsBlack(int column, int row) const {
    return black[static_cast<size_t>(row * size + column)];
  }
};
// Nothing when the text is too long for a QR code. A quarter of it may be lost in the print.
std::optional<QrModules> MakeQrModules(std::string_view text);

}  // namespace chunhui::qr
