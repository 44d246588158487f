// What the visitor and staff may see of due dates.
#include <algorithm>
#include <charconv>

#include "services/calls/fields.h"
#include "services/calls/stations.h"
#include "services/calls/wire.h"
#include "services/pension/pension.h"
#include "services/residents/residents.h"

namespace chunhui::pension {
namespace {

using calls::Malformed;

constexpr int kWithinDaysMax = 366;
constexpr int kPageStandard = 50;
constexpr int kPageMax = 200;

v1::Benefit ToWire(const BenefitRow& row, bool with_dates) {
  v1::Benefit benefit;
  benefit.set_benefit_id(row.benefit_id);
  benefit.set_type(row.type);
  benefit.set_open_case_id(row.open_case_id);
  if (!with_dates) return benefit;
  if (row.certified_on) *benefit.mutable_certified_on() = calls::ToWire(*row.certified_on);
  *benefit.mutable_due_on() = calls::ToWire(row.due_on);
  return benefit;
}

// Where a page ended: "20261215/<benefit id>".
struct Position {
  int64_t due_on = 0;
  std::string benefit_id;

  auto operator<=>(const Position&) const = default;
};

std::optional<Position> ReadPosition(const std::string& token) {
  Position position;
  if (token.empty()) return position;
  const size_t slash = token.find('/');
  if (slash == std::string::npos || !calls::IsId(token)) return std::nullopt;
  const char* end = token.data() + slash;
  const auto [stop, error] = std::from_chars(token.data(), end, position.due_on);
  if (error != std::errc{} || stop != end) return std::nullopt;
  position.benefit_id = token.substr(slash + 1);
  return position;
}

// The next ones of a single station, in order.
void AddDueAt(store::Db& db, const std::string& station_id, const Position& after, time::Date last,
              int count, std::vector<Position>& due) {
  auto query = db.Prepare(
      "SELECT due_on, benefit_id FROM benefits WHERE station_id = ? AND due_on <= ?"
      " AND (due_on, benefit_id) > (?, ?) ORDER BY due_on, benefit_id LIMIT ?",
      station_id, last.ToYyyymmdd(), after.due_on, after.benefit_id, count);
  while (query.Step()) due.push_back({query.Int(0), query.Text(1)});
}

// One more than a page, so that the last page is known as such.
std::vector<Position> FindDue(calls::Call& call, const Position& after, time::Date last,
                              int count) {
  std::vector<Position> due;
  const std::string& root = call.caller().staff->station_id;
  for (const std::string& station_id : calls::StationsBelow(call.db(), root)) {
    AddDueAt(call.db(), station_id, after, last, count, due);
  }
  std::sort(due.begin(), due.end());
  if (due.size() > static_cast<size_t>(count)) due.resize(count);
  return due;
}

// Closed records are left out: nobody asks the dead to certify.
void AddDue(calls::Call& call, const std::string& benefit_id,
            v1::ListPensionDueResponse& response) {
  const auto row = FindBenefit(call.db(), benefit_id);
  const auto resident = residents::FindResident(call.db(), row->resident_id);
  if (!resident || resident->state != residents::ResidentState::kActive) return;
  call.Audit({.resident_id = row->resident_id, .subject = benefit_id});
  v1::PensionDue& due = *response.add_due();
  due.set_resident_id(row->resident_id);
  due.set_masked_name(residents::MaskedName(*resident, call.today()));
  *due.mutable_benefit() = ToWire(*row, true);
}

}  // namespace

calls::Outcome<v1::GetPensionStatusResponse> GetPensionStatus(calls::Call& call,
                                                              const v1::GetPensionStatusRequest&) {
  const bool with_dates = call.visit().assurance > v1::ASSURANCE_NUMBER;
  call.Audit({.resident_id = call.visit().resident_id});
  v1::GetPensionStatusResponse response;
  for (const BenefitRow& row : BenefitsOf(call.db(), call.visit().resident_id)) {
    *response.add_benefits() = ToWire(row, with_dates);
  }
  response.set_dates_hidden(!with_dates);
  return response;
}

calls::Outcome<v1::ListPensionDueResponse> ListPensionDue(
    calls::Call& call, const v1::ListPensionDueRequest& request) {
  if (request.within_days() < 0 || request.within_days() > kWithinDaysMax) {
    return Malformed("within_days", "0 to 366");
  }
  const auto page_size = calls::PageSize(request.page_size(), kPageStandard, kPageMax);
  if (!page_size) return Malformed("page_size", "0 to 200");
  const auto after = ReadPosition(request.page_token());
  if (!after) return Malformed("page_token", "not from a previous page");
  const time::Date last = call.today().AddDays(request.within_days());
  auto due = FindDue(call, *after, last, *page_size + 1);
  v1::ListPensionDueResponse response;
  if (due.size() > static_cast<size_t>(*page_size)) {
    due.pop_back();
    response.set_next_page_token(std::to_string(due.back().due_on) + "/" + due.back().benefit_id);
  }
  for (const Position& position : due) AddDue(call, position.benefit_id, response);
  return response;
}

void AddPensionMethods(calls::MethodTable& table) {
  const std::string service = "/chunhui.v1.PensionService/";
  table.methods.push_back(
      calls::Write(service + "GetPensionStatus", calls::OnVisit(), GetPensionStatus));
  table.methods.push_back(calls::Write(
      service + "ListPensionDue",
      calls::ByStaff({v1::ROLE_STAFF, v1::ROLE_GRID_WORKER, v1::ROLE_STATION_LEAD, v1::ROLE_ADMIN}),
      ListPensionDue));
}

}  // namespace chunhui::pension
