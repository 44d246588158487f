// Where the settings of a station may come from.
#pragma once

#include <string>
#include <vector>

#include "core/store/db.h"

namespace chunhui::meals {

// The station, the place above it, and so on up to "" (everywhere). The nearest wins.
using StationPath = std::vector<std::string>;

StationPath PathOf(store::Db& db, const std::string& station_id);

}  // namespace chunhui::meals
