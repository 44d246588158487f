// Who fits a search, in order, from where the last page ended. Private to this room.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/store/db.h"

namespace chunhui::residents {

struct Wanted {
  std::string key;    // beginning of the name, pinyin or first letters; empty for any
  std::string place;  // beginning of the building or grid; empty for any
  int64_t born_from = 0;
  int64_t born_until = 99999999;  // yyyymmdd, both included
};

// Where in the order of a search somebody stands: by key, or by place when one is wanted.
struct Rank {
  std::string sort;
  int64_t number = 0;
  auto operator<=>(const Rank&) const = default;
};

struct Hit {
  Rank rank;
  std::string resident_id;
  auto operator<=>(const Hit&) const = default;
};

// Where this resident stands; nothing when the search does not find them.
std::optional<Rank> RankOf(store::Db& db, const Wanted& wanted, const std::string& resident_id);

// The first `limit` after `start`. One short walk through an index for each station, so that
// nobody walks through the names of other stations.
std::vector<Hit> HitsAfter(store::Db& db, const Wanted& wanted,
                           const std::set<std::string>& stations, const std::optional<Rank>& start,
                           size_t limit);

}  // namespace chunhui::residents
