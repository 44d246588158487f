// The tree of places: city, district, station. Roles cover a subtree.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/store/db.h"
#include "core/store/migrate.h"

namespace chunhui::calls {

struct StationRow {
  std::string station_id;
  std::string parent_id;  // empty for the root
  std::string name;
  std::string address;
  std::string phone;
  std::string name_en;
  std::string address_en;
};

extern const store::Migration kStationMigrations[1];

// Adds or replaces one place.
void PutStation(store::Db& db, const StationRow& row);
std::optional<StationRow> FindStation(store::Db& db, const std::string& station_id);
// Every place, parents first.
std::vector<StationRow> ListStations(store::Db& db);
// True when `station_id` is `root_id` or lies below it (at most 8 levels).
bool Covers(store::Db& db, const std::string& root_id, const std::string& station_id);

// `root_id` and every place below it; empty when there is no such place.
std::set<std::string> StationsBelow(store::Db& db, const std::string& root_id);

}  // namespace chunhui::calls
