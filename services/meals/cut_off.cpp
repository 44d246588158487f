#include "services/meals/cut_off.h"

#include "core/time/local_time.h"

namespace chunhui::meals {

void PutCutOff(store::Db& db, const CutOff& cut_off) {
  db.Run("INSERT OR REPLACE INTO meal_cut_offs VALUES (?, ?, ?, ?)", cut_off.station_id,
         cut_off.period, cut_off.days_before, cut_off.minutes);
}

CutOffs::CutOffs(store::Db& db, const StationPath& path) {
  for (const std::string& place : path) {
    auto query = db.Prepare(
        "SELECT period, days_before, minutes FROM meal_cut_offs WHERE station_id = ?", place);
    while (query.Step()) {
      const auto period = static_cast<v1::MealPeriod>(query.Int(0));
      std::optional<CutOff>& slot = of_period_.at(static_cast<size_t>(period));
      if (slot) continue;
      slot = CutOff{place, period, static_cast<int>(query.Int(1)), static_cast<int>(query.Int(2))};
    }
  }
}

time::Instant CutOffs::ClosesAt(time::Date date, v1::MealPeriod period) const {
  const CutOff& cut_off = of_period_.at(static_cast<size_t>(period)).value();
  return time::InstantAt(date.AddDays(-cut_off.days_before), time::TimeOfDay{cut_off.minutes});
}

}  // namespace chunhui::meals
