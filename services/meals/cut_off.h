// Until when meals can be booked and cancelled, by the station's clock.
#pragma once

#include <array>
#include <optional>

#include "core/time/date.h"
#include "core/time/instant.h"
#include "services/meals/meals.h"
#include "services/meals/station_path.h"

namespace chunhui::meals {

// The cut-offs of one station, read once.
class CutOffs {
 public:
  CutOffs(store::Db& db, const StationPath& path);

  // One instant earlier is in time; this one is not.
  time::Instant ClosesAt(time::Date date, v1::MealPeriod period) const;

 private:
  std::array<std::optional<CutOff>, v1::MealPeriod_ARRAYSIZE> of_period_;
};

}  // namespace chunhui::meals
