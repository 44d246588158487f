// How a case may end and what a note may hold. Private to this room.
#pragma once

#include <optional>
#include <string_view>

#include "chunhui/v1/assistance.pb.h"
#include "services/calls/outcome.h"

namespace chunhui::assistance {

inline constexpr int kNoteMax = 200;

// HELP and EMERGENCY end as HELPED or WITHDRAWN; PENSION may end in every way there is.
bool MayEnd(v1::CaseKind kind, v1::CaseOutcome outcome);

// At most kNoteMax characters, and nothing that looks like an ID, phone or bank number: a case may
// not hold them (RULES §3).
std::optional<calls::Refusal> CheckNote(std::string_view note);

}  // namespace chunhui::assistance
