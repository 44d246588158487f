// Looking at the queue: one case, a page, the live stream.
#include <charconv>
#include <limits>
#include <vector>

#include "core/time/local_time.h"
#include "services/assistance/assistance.h"
#include "services/assistance/cases.h"
#include "services/calls/fields.h"
#include "services/calls/stations.h"

namespace chunhui::assistance {
namespace {

using calls::Malformed;

constexpr int kPageStandard = 100;
constexpr int kPageMax = 200;

// Where a page ended; a row of the queue's order.
struct Position {
  int64_t closed = 0;
  int64_t priority = 0;
  int64_t opened_at = 0;
  std::string case_id;
};

std::string ToToken(const CaseRow& last) {
  return std::to_string(last.state == v1::CASE_STATE_CLOSED) + "/" + std::to_string(last.priority) +
         "/" + std::to_string(time::ToUnixMs(last.opened_at)) + "/" + last.case_id;
}

// Takes a number and the slash behind it off the front.
bool TakeNumber(std::string_view& text, int64_t& number) {
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || stop == text.data() + text.size() || *stop != '/') return false;
  text.remove_prefix(static_cast<size_t>(stop - text.data()) + 1);
  return true;
}

std::optional<Position> ReadToken(std::string_view token) {
  Position position;
  if (token.empty()) return position;
  const bool good = TakeNumber(token, position.closed) && TakeNumber(token, position.priority) &&
                    TakeNumber(token, position.opened_at);
  if (!good) return std::nullopt;
  position.case_id = token;
  return position;
}

// All open cases and those closed since then, after a position, in the queue's order.
std::vector<CaseRow> CasesAfter(store::Db& db, const Position& after, int64_t closed_since,
                                const std::set<std::string>& stations, size_t count) {
  const std::string columns(kCaseColumns);
  auto query =
      db.Prepare("SELECT " + columns + " FROM (SELECT 0 AS closed, " + columns +
                     " FROM cases WHERE state <> 3 UNION ALL SELECT 1 AS closed, " + columns +
                     " FROM cases WHERE state = 3 AND closed_at >= ?)"
                     " WHERE (closed, priority, opened_at, case_id) > (?, ?, ?, ?)"
                     " ORDER BY closed, priority, opened_at, case_id",
                 closed_since, after.closed, after.priority, after.opened_at, after.case_id);
  std::vector<CaseRow> rows;
  while (rows.size() < count && query.Step()) {
    CaseRow row = ReadCase(query);
    if (stations.contains(row.station_id)) rows.push_back(std::move(row));
  }
  return rows;
}

v1::Case Show(calls::Call& call, const CaseRow& row) {
  if (!row.resident_id.empty()) {
    call.Audit({.resident_id = row.resident_id, .subject = row.case_id});
  }
  return ForStaff(call, row);
}

calls::Bytes CaughtUp() {
  v1::WatchCasesResponse response;
  response.set_caught_up(true);
  return response.SerializeAsString();
}

}  // namespace

calls::Outcome<v1::GetCaseResponse> GetCase(calls::Call& call, const v1::GetCaseRequest& request,
                                            const Duty& duty) {
  const auto row = FindCase(call.db(), request.case_id());
  const bool as_staff = row && IsHelper(call, *row);
  if (!row || (!as_staff && !IsOwnKiosk(call, *row))) return calls::Unknown("no such case");
  call.Audit({.resident_id = row->resident_id, .subject = row->case_id});
  v1::GetCaseResponse response;
  *response.mutable_case_() = as_staff ? ForStaff(call, *row) : ForKiosk(call, *row);
  response.set_on_duty(duty.IsOn(row->station_id));
  return response;
}

calls::Outcome<v1::ListCasesResponse> ListCases(calls::Call& call,
                                                const v1::ListCasesRequest& request) {
  const auto page_size = calls::PageSize(request.page_size(), kPageStandard, kPageMax);
  if (!page_size) return Malformed("page_size", "0 to 200");
  const auto after = ReadToken(request.page_token());
  if (!after) return Malformed("page_token", "not from a previous page");
  const time::Instant midnight = time::InstantAt(call.today(), time::TimeOfDay{});
  const int64_t closed_since =
      request.include_closed() ? time::ToUnixMs(midnight) : std::numeric_limits<int64_t>::max();
  const auto stations = calls::StationsBelow(call.db(), call.caller().staff->station_id);
  const size_t wanted = static_cast<size_t>(*page_size);
  auto rows = CasesAfter(call.db(), *after, closed_since, stations, wanted + 1);
  v1::ListCasesResponse response;
  if (rows.size() > wanted) {
    rows.pop_back();
    response.set_next_page_token(ToToken(rows.back()));
  }
  for (const CaseRow& row : rows) *response.add_cases() = Show(call, row);
  return response;
}

calls::Outcome<calls::StreamPlan> WatchCases(calls::Call& call, const v1::WatchCasesRequest&,
                                             Duty& duty) {
  auto stations = std::make_shared<const std::set<std::string>>(
      calls::StationsBelow(call.db(), call.caller().staff->station_id));
  calls::StreamPlan plan;
  const auto rows = CasesAfter(call.db(), {}, std::numeric_limits<int64_t>::max(), *stations,
                               std::numeric_limits<size_t>::max());
  for (const CaseRow& row : rows) {
    v1::WatchCasesResponse first;
    *first.mutable_changed() = Show(call, row);
    plan.first.push_back(first.SerializeAsString());
  }
  plan.first.push_back(CaughtUp());
  plan.wants = [stations](const calls::Event& event) {
    return event.kind == calls::EventKind::kCase && stations->contains(event.station_id);
  };
  plan.ends = [session_id = call.caller().staff->session_id](const calls::Event& event) {
    return event.kind == calls::EventKind::kSignedOut && event.bytes == session_id;
  };
  plan.sign_of_life = CaughtUp;
  plan.ended = [watch = duty.Begin(*stations)]() mutable { watch.reset(); };
  return plan;
}

}  // namespace chunhui::assistance
