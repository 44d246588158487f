// What streams are told after a COMMIT.
#pragma once

#include <cstdint>
#include <string>

namespace chunhui::calls {

enum class EventKind {
  kFollow,     // bytes are a FollowResponse, for kiosks
  kCase,       // bytes are a WatchCasesResponse, for staff
  kSignedOut,  // bytes are the id of the staff session that is over; sent to nobody
};

struct Event {
  EventKind kind;
  std::string station_id;  // empty: all stations
  std::string kiosk_id;    // empty: all kiosks of the station
  int64_t sequence = 0;    // of kFollow; rises
  std::string bytes;       // serialised once, sent to all
};

}  // namespace chunhui::calls
