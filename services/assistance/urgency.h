// How urgent a case is (RULES §3). Private to this room.
#pragma once

#include <chrono>
#include <optional>

#include "chunhui/v1/assistance.pb.h"
#include "core/time/date.h"

namespace chunhui::assistance {

// An unclaimed case rings again after these times: a second helper, the leader, a call back.
inline constexpr std::chrono::seconds kEscalateAfter[] = {
    std::chrono::seconds{60}, std::chrono::seconds{180}, std::chrono::seconds{300}};

// 1 most urgent to 4. `due_on` and `age_years` only matter for PENSION.
int PriorityOf(v1::CaseKind kind, std::optional<time::Date> due_on, int age_years,
               time::Date today);

// How often a case should have been escalated that nobody has claimed for so long: 0 to 3.
int EscalationsAfter(std::chrono::milliseconds waited);

}  // namespace chunhui::assistance
