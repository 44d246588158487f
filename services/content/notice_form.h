// What a notice must look like. Private to this room.
#pragma once

#include "chunhui/v1/content.pb.h"
#include "core/time/instant.h"
#include "services/calls/outcome.h"

namespace chunhui::content {

// The notice as it may be stored, with its times filled in and each station named once; or which
// field is wrong. Does not know whether the stations exist.
calls::Outcome<v1::Notice> FormNotice(const v1::Notice& wanted, time::Instant now);

}  // namespace chunhui::content
