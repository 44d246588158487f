#include "services/calls/stations.h"

namespace chunhui::calls {
namespace {

constexpr int kLevelsMax = 8;

constexpr const char* kSelect =
    "SELECT station_id, parent_id, name, address, phone, name_en, address_en FROM stations ";

StationRow ReadRow(const store::Query& query) {
  return {query.Text(0), query.Text(1), query.Text(2), query.Text(3),
          query.Text(4), query.Text(5), query.Text(6)};
}

}  // namespace

const store::Migration kStationMigrations[1] = {{1, "stations", R"sql(
  -- City, district and station in one tree; parent_id is '' for the root.
  CREATE TABLE stations (
    station_id TEXT PRIMARY KEY,
    parent_id TEXT NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,      -- read out to an ambulance
    phone TEXT NOT NULL,
    name_en TEXT NOT NULL,
    address_en TEXT NOT NULL
  ) WITHOUT ROWID;
)sql"}};

void PutStation(store::Db& db, const StationRow& row) {
  db.Run("INSERT OR REPLACE INTO stations VALUES (?, ?, ?, ?, ?, ?, ?)", row.station_id,
         row.parent_id, row.name, row.address, row.phone, row.name_en, row.address_en);
}

std::optional<StationRow> FindStation(store::Db& db, const std::string& station_id) {
  auto query = db.Prepare(std::string(kSelect) + "WHERE station_id = ?", station_id);
  if (!query.Step()) return std::nullopt;
  return ReadRow(query);
}

std::vector<StationRow> ListStations(store::Db& db) {
  std::vector<StationRow> rows;
  auto query = db.Prepare(
      "WITH RECURSIVE tree(station_id, level) AS ("
      "  SELECT station_id, 0 FROM stations WHERE parent_id = ''"
      "  UNION ALL"
      "  SELECT s.station_id, t.level + 1 FROM stations s JOIN tree t ON s.parent_id = t.station_id"
      "   WHERE t.level < ?)"
      " SELECT s.station_id, s.parent_id, s.name, s.address, s.phone, s.name_en, s.address_en"
      " FROM tree t JOIN stations s USING (station_id) ORDER BY t.level, s.station_id",
      kLevelsMax);
  while (query.Step()) rows.push_back(ReadRow(query));
  return rows;
}

bool Covers(store::Db& db, const std::string& root_id, const std::string& station_id) {
  std::string place = station_id;
  for (int level = 0; level < kLevelsMax && !place.empty(); ++level) {
    if (place == root_id) return true;
    const auto row = FindStation(db, place);
    if (!row) return false;
    place = row->parent_id;
  }
  return false;
}

std::set<std::string> StationsBelow(store::Db& db, const std::string& root_id) {
  std::set<std::string> below;
  for (const StationRow& row : ListStations(db)) {
    if (row.station_id == root_id || below.contains(row.parent_id)) below.insert(row.station_id);
  }
  return below;
}

}  // namespace chunhui::calls
