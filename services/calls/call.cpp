#include "services/calls/call.h"

#include "core/time/local_time.h"
#include "services/calls/stations.h"

namespace chunhui::calls {

time::Date Call::today() const { return time::LocalDate(now_); }

bool Call::StaffCovers(const std::string& station_id) {
  return caller_.staff && Covers(db_, caller_.staff->station_id, station_id);
}

}  // namespace chunhui::calls
