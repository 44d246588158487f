// The log of updates as Follow reads it. Private to this room.
#pragma once

#include <string>
#include <vector>

#include "core/store/db.h"
#include "services/calls/caller.h"

namespace chunhui::fleet {

// The sequence of the mark that ends the streams of a revoked kiosk; never sent.
inline constexpr int64_t kRevokedMark = -1;

struct Missed {
  bool resync = false;             // more is gone than can be replayed
  std::vector<std::string> bytes;  // FollowResponses, in order; empty with resync
  int64_t last_sequence = 0;       // everything up to here need not be sent again
};

// What this kiosk has not seen since `after_sequence`. In one view of the database.
Missed MissedSince(store::Db& db, const calls::Device& kiosk, int64_t after_sequence);

}  // namespace chunhui::fleet
