// Wrong tries and the waits they cost: five within ten minutes cost one minute, each further one
// twice as long, up to fifteen. In the database, so that a restart forgives nothing. Private to
// this room.
#pragma once

#include <chrono>
#include <string>

#include "core/store/db.h"
#include "core/time/instant.h"

namespace chunhui::visits {

inline constexpr int kTriesMax = 5;
inline constexpr std::chrono::minutes kTriesWindow{10};
inline constexpr int kWaitMinutesMax = 15;
// A wait is followed by a short one again when it has been over for so long.
inline constexpr std::chrono::minutes kWaitForgiven{60};

// `scope` says whose tries: of a kiosk by card, of a kiosk by number, of a resident.
int SecondsToWait(store::Db& db, const std::string& scope, time::Instant now);
void CountTry(store::Db& db, const std::string& scope, time::Instant now);
void ForgetTries(store::Db& db, const std::string& scope);
// Deletes what no longer matters.
void PruneTries(store::Db& db, time::Instant now);

}  // namespace chunhui::visits
