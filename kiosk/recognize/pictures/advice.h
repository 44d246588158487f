// What to tell somebody whose card could not be read in this picture.
#pragma once

#include "kiosk/recognize/pictures/card_reader.h"
#include "kiosk/recognize/wire/wire.h"

namespace chunhui::recognize {

// The one change that would help most.
wire::Advice AdviceFor(const Photo& photo, const CardReading& reading);

}  // namespace chunhui::recognize
