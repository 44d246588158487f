// Finding residents by the beginning of their name.

#include <algorithm>

#include "core/people/name.h"
#include "core/people/phone.h"
#include "services/calls/fields.h"
#include "services/calls/stations.h"
#include "services/residents/checked_row.h"
#include "services/residents/residents.h"

namespace chunhui::residents {
namespace {

constexpr int kPageStandard = 20;
constexpr int kPageMax = 100;
constexpr int kPrefixMax = 25;
constexpr int kReasonMax = 200;
// Sorts after every name that begins with the prefix.
constexpr const char* kAfterAll = "\U0010FFFF";

// Where in the order of names something stands; namesakes are told apart by id.
struct Rank {
  std::string name_key;
  std::string resident_id;
  auto operator<=>(const Rank&) const = default;
};

// Where the page begins; nothing when the token was not made here.
std::optional<Rank> StartOf(calls::Call& call, const std::string& page_token,
                            const std::string& prefix) {
  if (page_token.empty()) return Rank{prefix, ""};
  if (!calls::IsId(page_token)) return std::nullopt;
  auto query =
      call.db().Prepare("SELECT name_key FROM residents WHERE resident_id = ?", page_token);
  if (!query.Step()) return std::nullopt;
  return Rank{query.Text(0), page_token};
}

// The first `limit` names after `start` among the stations the caller covers. One short walk
// through the index for each station, so that nobody walks through the names of other stations.
std::vector<Rank> RanksAfter(calls::Call& call, const Rank& start, const std::string& prefix,
                             int limit) {
  std::vector<Rank> ranks;
  for (const calls::StationRow& station : calls::ListStations(call.db())) {
    if (!call.StaffCovers(station.station_id)) continue;
    auto query = call.db().Prepare(
        "SELECT name_key, resident_id FROM residents WHERE station_id = ?"
        " AND (name_key, resident_id) > (?, ?) AND name_key < ?"
        " ORDER BY name_key, resident_id LIMIT ?",
        station.station_id, start.name_key, start.resident_id, prefix + kAfterAll, limit);
    while (query.Step()) ranks.push_back({query.Text(0), query.Text(1)});
  }
  std::sort(ranks.begin(), ranks.end());
  if (ranks.size() > static_cast<size_t>(limit)) ranks.resize(static_cast<size_t>(limit));
  return ranks;
}

void FillRow(calls::Call& call, const std::string& resident_id, v1::ResidentRow& row) {
  const Resident resident = FindResident(call.db(), resident_id).value();
  row.set_resident_id(resident_id);
  row.set_masked_name(people::MaskNameForOwner(resident.name));
  row.set_masked_id_number(people::MaskIdNumber(IdNumberOf(call, resident_id)));
  const std::string phone = PhoneOf(call, resident_id);
  if (!phone.empty()) row.set_masked_phone(people::MaskPhone(phone));
  row.set_building(resident.building);
  row.set_age_years(AgeOn(resident, call.today()));
}

}  // namespace

calls::Outcome<v1::SearchResidentsResponse> SearchResidents(
    calls::Call& call, const v1::SearchResidentsRequest& request) {
  const auto name = people::NormaliseName(request.name_prefix());
  if (!name || !calls::IsPlainText(*name, 1, kPrefixMax)) {
    return calls::Malformed("name_prefix", "1 to 25 characters of a name");
  }
  if (!calls::IsPlainText(request.reason(), 1, kReasonMax)) {
    return calls::Malformed("reason", "1 to 200 characters");
  }
  const auto size = calls::PageSize(request.page_size(), kPageStandard, kPageMax);
  if (!size) return calls::Malformed("page_size", "1 to 100, or 0 for 20");
  const std::string prefix = NameKey(*name);
  const auto start = StartOf(call, request.page_token(), prefix);
  if (!start) return calls::Malformed("page_token", "not from a previous page");

  v1::SearchResidentsResponse response;
  auto ranks = RanksAfter(call, *start, prefix, *size + 1);
  const bool more = ranks.size() > static_cast<size_t>(*size);
  if (more) ranks.pop_back();
  if (ranks.empty()) call.Audit({"", "", request.reason()});
  for (const Rank& rank : ranks) {
    FillRow(call, rank.resident_id, *response.add_residents());
    call.Audit({rank.resident_id, "", request.reason()});
  }
  if (more) response.set_next_page_token(ranks.back().resident_id);
  return response;
}

}  // namespace chunhui::residents
