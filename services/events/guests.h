// Whose sign-ups a call may touch.
#pragma once

#include <string>

#include "services/calls/call.h"
#include "services/events/event_row.h"
#include "services/events/sign_up_row.h"

namespace chunhui::events {

// Who may check residents in and give their places back.
inline constexpr auto kEventStaff = {v1::ROLE_STAFF, v1::ROLE_STATION_LEAD, v1::ROLE_ADMIN};
inline constexpr auto kEventPublishers = {v1::ROLE_STAFF, v1::ROLE_CONTENT_EDITOR,
                                          v1::ROLE_STATION_LEAD, v1::ROLE_ADMIN};

// True when a staff member with one of these roles is signed in and responsible for this station.
bool IsStaffOf(calls::Call& call, const std::string& station_id,
               std::initializer_list<v1::Role> roles);

// True when the visitor may know of this sign-up: it is their own, and a visit begun with a typed
// number has made it itself.
bool IsOwn(const calls::Call& call, const SignUpRow& row);

}  // namespace chunhui::events
