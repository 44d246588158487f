// Bar codes in a picture. The only home of ZXing.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "kiosk/recognize/pictures/grey_view.h"

namespace chunhui::recognize {

enum class BarCodeKind { kQr, kCode128 };

// The text of one code of this kind, as UTF-8; nothing when none can be read. Untrusted.
std::optional<std::string> ReadBarCode(const GreyView& picture, BarCodeKind kind);

// Where a QR code seems to be that is too blurred to be read: its corners x, y in pixels, from the
// upper left one of the code clockwise.
using CodeCorners = std::array<std::array<int, 2>, 4>;
std::optional<CodeCorners> FindUnreadQr(const GreyView& picture);

}  // namespace chunhui::recognize
