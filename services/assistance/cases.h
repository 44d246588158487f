// One case as it is stored, and as kiosks and staff may see it. Private to this room.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "chunhui/v1/assistance.pb.h"
#include "core/store/db.h"
#include "core/time/date.h"
#include "core/time/instant.h"
#include "services/calls/call.h"

namespace chunhui::assistance {

// Who sees the queue and helps.
inline constexpr unsigned kHelpers =
    calls::RoleBits({v1::ROLE_VOLUNTEER, v1::ROLE_STAFF, v1::ROLE_GRID_WORKER,
                     v1::ROLE_STATION_LEAD, v1::ROLE_ADMIN});

struct CaseRow {
  std::string case_id;
  std::string station_id;
  std::string kiosk_id;
  std::string kiosk_place;
  int ticket_number = 0;
  v1::CaseKind kind = v1::CASE_KIND_UNSPECIFIED;
  v1::CaseReason reason = v1::CASE_REASON_UNSPECIFIED;
  v1::CaseState state = v1::CASE_STATE_OPEN;
  v1::CaseOutcome outcome = v1::CASE_OUTCOME_UNSPECIFIED;
  int priority = 0;
  int escalations = 0;
  std::string resident_id;
  std::string benefit_id;
  bool shows_dates = false;
  time::Instant opened_at;
  std::optional<time::Instant> claimed_at;
  std::string claimed_by;
  std::string claimed_called;
  std::optional<time::Instant> closed_at;
  std::optional<time::Date> next_due_on;
};

// The columns of ReadCase, in its order, for SELECTs from `cases`.
extern const std::string_view kCaseColumns;
CaseRow ReadCase(const store::Query& query);
std::optional<CaseRow> FindCase(store::Db& db, std::string_view case_id);

// Masked name, nothing hidden beyond.
v1::Case ForStaff(calls::Call& call, const CaseRow& row);
// For the kiosk that opened it: a masked name only while its own resident visits, a due date only
// when the visitor was known well enough.
v1::Case ForKiosk(calls::Call& call, const CaseRow& row);

// A helper whose role covers the station of the case.
bool IsHelper(calls::Call& call, const CaseRow& row);
// The caller is the kiosk at which it was opened.
bool IsOwnKiosk(const calls::Call& call, const CaseRow& row);

// Tells the staff of its station.
void TellStaff(calls::Call& call, const CaseRow& row);
// Tells staff and the kiosk that opened it how the case is now, and keeps the benefit's open case.
CaseRow TellChange(calls::Call& call, const std::string& case_id);

}  // namespace chunhui::assistance
