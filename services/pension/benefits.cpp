// The table of benefits and the rule that moves a due date.
#include "services/pension/pension.h"

namespace chunhui::pension {

const store::Migration kPensionMigrations[1] = {{1, "pension", R"sql(
  -- What each resident receives that needs a yearly certification.
  CREATE TABLE benefits (
    benefit_id TEXT PRIMARY KEY,
    resident_id TEXT NOT NULL,
    station_id TEXT NOT NULL,              -- the resident's, so that the list of those due is quick
    type INTEGER NOT NULL,
    certified_on INTEGER,                  -- yyyymmdd; NULL when unknown
    months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 36),
    due_on INTEGER NOT NULL,               -- yyyymmdd
    open_case_id TEXT NOT NULL DEFAULT '',
    UNIQUE (resident_id, type)
  ) WITHOUT ROWID;
  CREATE INDEX benefits_due ON benefits (station_id, due_on, benefit_id);
)sql"}};

namespace {

constexpr const char* kSelect =
    "SELECT benefit_id, resident_id, type, certified_on, months, due_on, open_case_id"
    " FROM benefits ";

BenefitRow ReadBenefit(const store::Query& query) {
  BenefitRow row;
  row.benefit_id = query.Text(0);
  row.resident_id = query.Text(1);
  row.type = static_cast<v1::BenefitType>(query.Int(2));
  if (!query.IsNull(3)) row.certified_on = time::Date::FromYyyymmdd(query.Int(3));
  row.months = static_cast<int>(query.Int(4));
  row.due_on = time::Date::FromYyyymmdd(query.Int(5)).value();
  row.open_case_id = query.Text(6);
  return row;
}

std::optional<int64_t> Stored(std::optional<time::Date> date) {
  return date ? std::optional(date->ToYyyymmdd()) : std::nullopt;
}

std::optional<BenefitRow> FindOfType(store::Db& db, std::string_view resident_id,
                                     v1::BenefitType type) {
  auto query =
      db.Prepare(std::string(kSelect) + "WHERE resident_id = ? AND type = ?", resident_id, type);
  if (!query.Step()) return std::nullopt;
  return ReadBenefit(query);
}

std::string AddBenefit(calls::Call& call, const BenefitInput& input) {
  const std::string benefit_id = call.NewId();
  const time::Date due_on = input.certified_on ? DueAfter(*input.certified_on, input.months)
                                               : call.today().AddDays(kDaysWhenUnknown);
  call.db().Run(
      "INSERT INTO benefits"
      " (benefit_id, resident_id, station_id, type, certified_on, months, due_on)"
      " VALUES (?, ?, ?, ?, ?, ?, ?)",
      benefit_id, input.resident_id, input.station_id, input.type, Stored(input.certified_on),
      input.months, due_on.ToYyyymmdd());
  return benefit_id;
}

}  // namespace

time::Date DueAfter(time::Date certified_on, int months) { return certified_on.AddMonths(months); }

std::string PutBenefit(calls::Call& call, const BenefitInput& input) {
  const auto known = FindOfType(call.db(), input.resident_id, input.type);
  if (!known) return AddBenefit(call, input);
  // An empty optional is less than every date.
  const auto certified_on = std::max(known->certified_on, input.certified_on);
  const time::Date due_on = certified_on ? DueAfter(*certified_on, input.months) : known->due_on;
  call.db().Run(
      "UPDATE benefits SET station_id = ?, certified_on = ?, months = ?, due_on = ?"
      " WHERE benefit_id = ?",
      input.station_id, Stored(certified_on), input.months, due_on.ToYyyymmdd(), known->benefit_id);
  return known->benefit_id;
}

std::optional<BenefitRow> FindBenefit(store::Db& db, std::string_view benefit_id) {
  auto query = db.Prepare(std::string(kSelect) + "WHERE benefit_id = ?", benefit_id);
  if (!query.Step()) return std::nullopt;
  return ReadBenefit(query);
}

std::vector<BenefitRow> BenefitsOf(store::Db& db, std::string_view resident_id) {
  std::vector<BenefitRow> rows;
  auto query =
      db.Prepare(std::string(kSelect) + "WHERE resident_id = ? ORDER BY due_on, benefit_id LIMIT ?",
                 resident_id, kBenefitsMax);
  while (query.Step()) rows.push_back(ReadBenefit(query));
  return rows;
}

void SetOpenCase(store::Db& db, std::string_view benefit_id, std::string_view case_id) {
  db.Run("UPDATE benefits SET open_case_id = ? WHERE benefit_id = ?", case_id, benefit_id);
}

std::optional<time::Date> RecordOutcome(store::Db& db, std::string_view benefit_id,
                                        v1::CaseOutcome outcome, time::Date today) {
  if (outcome != v1::CASE_OUTCOME_CERTIFIED && outcome != v1::CASE_OUTCOME_ALREADY_CERTIFIED) {
    return std::nullopt;
  }
  const auto row = FindBenefit(db, benefit_id);
  if (!row) return std::nullopt;
  const time::Date due_on = DueAfter(today, row->months);
  db.Run("UPDATE benefits SET certified_on = ?, due_on = ? WHERE benefit_id = ?",
         today.ToYyyymmdd(), due_on.ToYyyymmdd(), benefit_id);
  return due_on;
}

}  // namespace chunhui::pension
