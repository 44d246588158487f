#include "services/residents/search_walk.h"

#include <algorithm>

#include "services/residents/search_keys.h"

namespace chunhui::residents {
namespace {

// Sorts after everything that begins like what stands before it.
constexpr const char* kAfterAll = "\U0010FFFF";

// One resident as a walk meets them.
struct Met {
  Rank rank;
  std::string resident_id;
  std::string keys;
  std::string building;
};

// Somebody with several readings is met several times: only the first counts.
std::string FirstKey(const std::string& keys, const std::string& beginning) {
  for (std::string& key : SplitKeys(keys)) {
    if (key.starts_with(beginning)) return std::move(key);
  }
  return {};
}

// House 3 is not house 31.
bool AtPlace(const std::string& text, const std::string& beginning) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (!text.starts_with(beginning)) return false;
  return text.size() == beginning.size() || !is_digit(beginning.back()) ||
         !is_digit(text[beginning.size()]);
}

class Walk {
 public:
  Walk(store::Db& db, const Wanted& wanted, std::vector<Hit>& hits, size_t limit)
      : db_(db), wanted_(wanted), hits_(hits), limit_(limit) {}

  void ByKey(const std::string& station, const Rank& start) {
    Through(db_.Prepare("SELECT s.key, s.number, r.resident_id, r.search_keys, r.building"
                        " FROM search_keys s CROSS JOIN residents r ON r.number = s.number"
                        " WHERE s.station_id = ? AND (s.key, s.number) > (?, ?) AND s.key < ?"
                        " AND s.birth BETWEEN ? AND ? ORDER BY s.key, s.number",
                        station, start.sort, start.number, wanted_.key + kAfterAll,
                        wanted_.born_from, wanted_.born_until),
            [this](const Met& met) { return FirstKey(met.keys, wanted_.key) == met.rank.sort; });
  }
  void ByBuilding(const std::string& station, const Rank& start) {
    Through(
        db_.Prepare("SELECT building, number, resident_id, search_keys, building"
                    " FROM residents WHERE station_id = ? AND (building, number) > (?, ?)"
                    " AND building < ? AND birth BETWEEN ? AND ? ORDER BY building, number",
                    station, start.sort, start.number, wanted_.place + kAfterAll, wanted_.born_from,
                    wanted_.born_until),
        [this](const Met& met) { return HasKey(met) && AtPlace(met.rank.sort, wanted_.place); });
  }
  void ByGrid(const std::string& station, const Rank& start) {
    Through(
        db_.Prepare("SELECT grid, number, resident_id, search_keys, building"
                    " FROM residents WHERE station_id = ? AND (grid, number) > (?, ?)"
                    " AND grid < ? AND birth BETWEEN ? AND ? ORDER BY grid, number",
                    station, start.sort, start.number, wanted_.place + kAfterAll, wanted_.born_from,
                    wanted_.born_until),
        [this](const Met& met) { return HasKey(met) && !met.building.starts_with(wanted_.place); });
  }

 private:
  bool HasKey(const Met& met) const { return !FirstKey(met.keys, wanted_.key).empty(); }

  template <typename Fits>
  void Through(store::Query query, const Fits& fits) {
    size_t taken = 0;
    while (taken < limit_ && query.Step()) {
      const Met met{{query.Text(0), query.Int(1)}, query.Text(2), query.Text(3), query.Text(4)};
      if (!fits(met)) continue;
      hits_.push_back({met.rank, met.resident_id});
      ++taken;
    }
  }

  store::Db& db_;
  const Wanted& wanted_;
  std::vector<Hit>& hits_;
  size_t limit_;
};

}  // namespace

std::optional<Rank> RankOf(store::Db& db, const Wanted& wanted, const std::string& resident_id) {
  auto query =
      db.Prepare("SELECT number, building, grid, search_keys FROM residents WHERE resident_id = ?",
                 resident_id);
  if (!query.Step()) return std::nullopt;
  if (wanted.place.empty()) {
    const std::string key = FirstKey(query.Text(3), wanted.key);
    return key.empty() ? std::nullopt : std::optional(Rank{key, query.Int(0)});
  }
  for (const int place : {1, 2}) {
    if (AtPlace(query.Text(place), wanted.place)) return Rank{query.Text(place), query.Int(0)};
  }
  return std::nullopt;
}

std::vector<Hit> HitsAfter(store::Db& db, const Wanted& wanted,
                           const std::set<std::string>& stations, const std::optional<Rank>& start,
                           size_t limit) {
  std::vector<Hit> hits;
  Walk walk(db, wanted, hits, limit);
  const bool by_place = !wanted.place.empty();
  const Rank from = start.value_or(Rank{by_place ? wanted.place : wanted.key, -1});
  for (const std::string& station : stations) {
    if (by_place) {
      walk.ByBuilding(station, from);
      walk.ByGrid(station, from);
    } else {
      walk.ByKey(station, from);
    }
  }
  std::sort(hits.begin(), hits.end());
  if (hits.size() > limit) hits.resize(limit);
  return hits;
}

}  // namespace chunhui::residents
