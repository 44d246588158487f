// How the sealed fields of a resident are bound to their row and found again. Private to this room.
#pragma once

#include <string>
#include <string_view>

#include "services/calls/call.h"

namespace chunhui::residents {

inline constexpr std::string_view kIdNumber = "id_number";
inline constexpr std::string_view kPhone = "phone";

// For Vault::SealField and OpenField.
std::string BoundTo(std::string_view field, std::string_view resident_id);
// For the *_index columns.
std::string IndexOf(const calls::Call& call, std::string_view field, std::string_view value);

}  // namespace chunhui::residents
