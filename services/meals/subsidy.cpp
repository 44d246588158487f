#include "services/meals/subsidy.h"

#include <algorithm>
#include <optional>

#include "core/money/fen.h"

namespace chunhui::meals {
namespace {

bool IsFor(const SubsidyRow& row, const Diner& diner) {
  const bool right_class = row.subsidy_class == v1::SUBSIDY_CLASS_UNSPECIFIED ||
                           row.subsidy_class == diner.subsidy_class;
  return right_class && diner.age_years >= row.age_from && diner.age_years <= row.age_to;
}

int64_t Uncapped(const SubsidyRow& row, int64_t price_fen) {
  if (row.percent > 0) return price_fen - money::PercentOff(price_fen, row.percent);
  if (row.only_above && price_fen <= row.amount_fen) return 0;
  return std::min(row.amount_fen, price_fen);
}

v1::SubsidyRule RuleOf(const SubsidyRow& row) {
  if (row.subsidy_class != v1::SUBSIDY_CLASS_UNSPECIFIED) return v1::SUBSIDY_RULE_CLASS_AMOUNT;
  return row.percent > 0 ? v1::SUBSIDY_RULE_AGE_DISCOUNT : v1::SUBSIDY_RULE_AGE_AMOUNT;
}

std::optional<v1::SubsidyRule> ReachedCap(const SubsidyRow& row, const Diner& diner) {
  if (row.day_cap > 0 && diner.subsidised_that_day >= row.day_cap) {
    return v1::SUBSIDY_RULE_DAY_CAP;
  }
  if (row.week_cap > 0 && diner.subsidised_that_week >= row.week_cap) {
    return v1::SUBSIDY_RULE_WEEK_CAP;
  }
  return std::nullopt;
}

std::vector<SubsidyRow> RowsOf(store::Db& db, const std::string& station_id) {
  std::vector<SubsidyRow> rows;
  auto query = db.Prepare(
      "SELECT subsidy_class, age_from, age_to, percent, amount_fen, day_cap, week_cap, only_above"
      " FROM subsidy_rules WHERE station_id = ? ORDER BY rule",
      station_id);
  while (query.Step()) {
    SubsidyRow row;
    row.subsidy_class = static_cast<v1::SubsidyClass>(query.Int(0));
    row.age_from = static_cast<int>(query.Int(1));
    row.age_to = static_cast<int>(query.Int(2));
    row.percent = static_cast<int>(query.Int(3));
    row.amount_fen = query.Int(4);
    row.day_cap = static_cast<int>(query.Int(5));
    row.week_cap = static_cast<int>(query.Int(6));
    row.only_above = query.Bool(7);
    rows.push_back(row);
  }
  return rows;
}

}  // namespace

Subsidy BestSubsidy(const std::vector<SubsidyRow>& table, const Diner& diner, int64_t price_fen) {
  Subsidy best;
  for (const SubsidyRow& row : table) {
    const int64_t fen = IsFor(row, diner) ? Uncapped(row, price_fen) : 0;
    if (fen <= best.fen) continue;
    if (const auto cap = ReachedCap(row, diner)) {
      if (best.fen == 0) best.rule = *cap;
    } else {
      best = {fen, RuleOf(row)};
    }
  }
  return best;
}

bool MayBeSubsidised(const std::vector<SubsidyRow>& table, const Diner& diner) {
  return std::any_of(table.begin(), table.end(),
                     [&](const SubsidyRow& row) { return IsFor(row, diner); });
}

std::vector<SubsidyRow> SubsidyTableOf(store::Db& db, const StationPath& path) {
  for (const std::string& place : path) {
    std::vector<SubsidyRow> rows = RowsOf(db, place);
    if (!rows.empty()) return rows;
  }
  return {};
}

void PutSubsidyTable(store::Db& db, const std::string& station_id,
                     const std::vector<SubsidyRow>& rows) {
  db.Run("DELETE FROM subsidy_rules WHERE station_id = ?", station_id);
  for (const SubsidyRow& row : rows) {
    db.Run(
        "INSERT INTO subsidy_rules (station_id, subsidy_class, age_from, age_to, percent,"
        " amount_fen, day_cap, week_cap, only_above) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        station_id, row.subsidy_class, row.age_from, row.age_to, row.percent, row.amount_fen,
        row.day_cap, row.week_cap, row.only_above);
  }
}

}  // namespace chunhui::meals
