#include "services/assistance/cases.h"

#include "services/calls/wire.h"
#include "services/fleet/fleet.h"
#include "services/pension/pension.h"
#include "services/residents/residents.h"

namespace chunhui::assistance {

const std::string_view kCaseColumns =
    "case_id, station_id, kiosk_id, kiosk_place, ticket_number, kind, reason, state, outcome,"
    " priority, escalations, resident_id, benefit_id, shows_dates, opened_at, claimed_at,"
    " claimed_by, claimed_called, closed_at, next_due_on";

namespace {

std::optional<time::Instant> InstantOf(std::optional<int64_t> unix_ms) {
  return unix_ms ? std::optional(time::FromUnixMs(*unix_ms)) : std::nullopt;
}

// What everybody who may see the case may see of it.
v1::Case WithoutPerson(const CaseRow& row) {
  v1::Case wire;
  wire.set_case_id(row.case_id);
  wire.set_ticket_number(row.ticket_number);
  wire.set_kind(row.kind);
  wire.set_reason(row.reason);
  wire.set_state(row.state);
  wire.set_outcome(row.outcome);
  wire.set_priority(row.priority);
  wire.set_station_id(row.station_id);
  wire.set_kiosk_id(row.kiosk_id);
  wire.set_kiosk_place(row.kiosk_place);
  wire.set_claimed_by(row.claimed_called);
  wire.set_escalations(row.escalations);
  *wire.mutable_opened_at() = calls::ToWire(row.opened_at);
  if (row.claimed_at) *wire.mutable_claimed_at() = calls::ToWire(*row.claimed_at);
  if (row.closed_at) *wire.mutable_closed_at() = calls::ToWire(*row.closed_at);
  return wire;
}

std::string MaskedNameOf(calls::Call& call, const std::string& resident_id) {
  if (resident_id.empty()) return {};
  const auto resident = residents::FindResident(call.db(), resident_id);
  return resident ? residents::MaskedName(*resident, call.today()) : std::string{};
}

// The oldest case that is still open for the benefit, if any.
void KeepOpenCase(store::Db& db, const std::string& benefit_id) {
  if (benefit_id.empty()) return;
  std::string open_case_id;
  {
    auto query = db.Prepare(
        "SELECT case_id FROM cases WHERE benefit_id = ? AND benefit_id <> '' AND state <> 3"
        " ORDER BY opened_at, case_id LIMIT 1",
        benefit_id);
    if (query.Step()) open_case_id = query.Text(0);
  }
  pension::SetOpenCase(db, benefit_id, open_case_id);
}

}  // namespace

CaseRow ReadCase(const store::Query& query) {
  CaseRow row;
  row.case_id = query.Text(0);
  row.station_id = query.Text(1);
  row.kiosk_id = query.Text(2);
  row.kiosk_place = query.Text(3);
  row.ticket_number = static_cast<int>(query.Int(4));
  row.kind = static_cast<v1::CaseKind>(query.Int(5));
  row.reason = static_cast<v1::CaseReason>(query.Int(6));
  row.state = static_cast<v1::CaseState>(query.Int(7));
  row.outcome = static_cast<v1::CaseOutcome>(query.Int(8));
  row.priority = static_cast<int>(query.Int(9));
  row.escalations = static_cast<int>(query.Int(10));
  row.resident_id = query.Text(11);
  row.benefit_id = query.Text(12);
  row.shows_dates = query.Bool(13);
  row.opened_at = time::FromUnixMs(query.Int(14));
  row.claimed_at = InstantOf(query.OptionalInt(15));
  row.claimed_by = query.Text(16);
  row.claimed_called = query.Text(17);
  row.closed_at = InstantOf(query.OptionalInt(18));
  if (!query.IsNull(19)) row.next_due_on = time::Date::FromYyyymmdd(query.Int(19));
  return row;
}

std::optional<CaseRow> FindCase(store::Db& db, std::string_view case_id) {
  auto query =
      db.Prepare("SELECT " + std::string(kCaseColumns) + " FROM cases WHERE case_id = ?", case_id);
  if (!query.Step()) return std::nullopt;
  return ReadCase(query);
}

v1::Case ForStaff(calls::Call& call, const CaseRow& row) {
  v1::Case wire = WithoutPerson(row);
  wire.set_masked_name(MaskedNameOf(call, row.resident_id));
  if (row.next_due_on) *wire.mutable_next_due_on() = calls::ToWire(*row.next_due_on);
  return wire;
}

v1::Case ForKiosk(calls::Call& call, const CaseRow& row) {
  v1::Case wire = WithoutPerson(row);
  const auto& visit = call.caller().visit;
  const bool own_visitor = visit && visit->resident_id == row.resident_id;
  if (own_visitor) wire.set_masked_name(MaskedNameOf(call, row.resident_id));
  if (row.shows_dates && row.next_due_on) {
    *wire.mutable_next_due_on() = calls::ToWire(*row.next_due_on);
  }
  return wire;
}

bool IsHelper(calls::Call& call, const CaseRow& row) {
  const auto& staff = call.caller().staff;
  const bool helps = staff && (kHelpers & (1u << staff->role)) != 0;
  return helps && call.StaffCovers(row.station_id);
}

bool IsOwnKiosk(const calls::Call& call, const CaseRow& row) {
  const auto& device = call.caller().device;
  return device && device->kind == calls::DeviceKind::kKiosk && device->id == row.kiosk_id &&
         device->station_id == row.station_id;
}

void TellStaff(calls::Call& call, const CaseRow& row) {
  v1::WatchCasesResponse change;
  *change.mutable_changed() = ForStaff(call, row);
  call.Publish({calls::EventKind::kCase, row.station_id, "", 0, change.SerializeAsString()});
}

CaseRow TellChange(calls::Call& call, const std::string& case_id) {
  const CaseRow row = FindCase(call.db(), case_id).value();
  KeepOpenCase(call.db(), row.benefit_id);
  TellStaff(call, row);
  v1::FollowResponse update;
  // Kept for a week and read by whoever stands there then: never a name.
  *update.mutable_case_changed() = WithoutPerson(row);
  if (row.shows_dates && row.next_due_on) {
    *update.mutable_case_changed()->mutable_next_due_on() = calls::ToWire(*row.next_due_on);
  }
  fleet::Announce(call, row.station_id, row.kiosk_id, std::move(update));
  return row;
}

}  // namespace chunhui::assistance
