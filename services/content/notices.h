// The table of notices. Private to this room.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chunhui/v1/content.pb.h"
#include "chunhui/v1/fleet.pb.h"
#include "core/store/db.h"
#include "core/time/instant.h"
#include "services/calls/call.h"

namespace chunhui::content {

// Where a page of notices ended, in the order of the list.
struct Position {
  bool anti_fraud = true;
  int64_t shown_from = INT64_MAX;
  std::string notice_id;
};

std::optional<v1::Notice> FindNotice(store::Db& db, const std::string& notice_id);
void InsertNotice(calls::Call& call, const v1::Notice& notice);

// The next ones after `after`: anti-fraud first, then the newest.
std::vector<v1::Notice> AllNotices(store::Db& db, const Position& after, int count);
// The same, only those that hold `now` for this station.
std::vector<v1::Notice> NoticesAt(store::Db& db, const std::string& station_id, time::Instant now,
                                  const Position& after, int count);

// Tells the kiosks of the notice's stations.
void AnnounceTo(calls::Call& call, const v1::Notice& notice, const v1::FollowResponse& update);
void AnnouncePublished(calls::Call& call, const v1::Notice& notice);

}  // namespace chunhui::content
