// Finding residents by the beginning of their name. Private to this room.
#pragma once

#include "chunhui/v1/residents.pb.h"
#include "services/calls/call.h"
#include "services/calls/outcome.h"

namespace chunhui::residents {

calls::Outcome<v1::SearchResidentsResponse> SearchResidents(
    calls::Call& call, const v1::SearchResidentsRequest& request);

}  // namespace chunhui::residents
