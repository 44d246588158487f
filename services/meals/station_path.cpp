#include "services/meals/station_path.h"

#include "services/calls/stations.h"

namespace chunhui::meals {
namespace {

// Bounds the walk even if the tree were broken.
constexpr size_t kLevelsMax = 8;

}  // namespace

StationPath PathOf(store::Db& db, const std::string& station_id) {
  StationPath path;
  std::string place = station_id;
  while (!place.empty() && path.size() < kLevelsMax) {
    path.push_back(place);
    const auto station = calls::FindStation(db, place);
    place = station ? station->parent_id : "";
  }
  path.emplace_back();
  return path;
}

}  // namespace chunhui::meals
