// QR codes in photos: tries the photo as it is, then cleaned up in other ways.
#pragma once

#include <optional>
#include <string>

#include "kiosk/recognize/pictures/photo.h"

namespace chunhui::recognize {

// The text of the code; nothing when none can be read. About 10 ms when the first try reads it, 200
// ms when none does. Untrusted.
std::optional<std::string> ReadQr(const Photo& photo);

}  // namespace chunhui::recognize
