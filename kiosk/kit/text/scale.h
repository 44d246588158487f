// Scaling a premultiplied picture with a smooth filter.
#pragma once

#include "kiosk/kit/text/face.h"

namespace chunhui::kit {

// Mitchell's filter, widened when the picture shrinks so that no pixel is skipped.
ColorBitmap Scaled(const ColorBitmap& picture, int width, int height);

}  // namespace chunhui::kit
