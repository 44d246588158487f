// Bar codes in a picture. The only home of ZXing.
#pragma once

#include <optional>
#include <string>

#include "kiosk/recognize/pictures/grey_view.h"

namespace chunhui::recognize {

enum class BarCodeKind { kQr, kCode128 };

// The text of one code of this kind, as UTF-8; nothing when none can be read. Untrusted.
std::optional<std::string> ReadBarCode(const GreyView& picture, BarCodeKind kind);

}  // namespace chunhui::recognize
