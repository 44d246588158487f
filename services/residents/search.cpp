// Finding residents by name, pinyin, place and age, for staff: masked rows, each one audited.
#include <algorithm>

#include "core/people/name.h"
#include "core/people/phone.h"
#include "core/people/pinyin.h"
#include "services/calls/fields.h"
#include "services/calls/stations.h"
#include "services/residents/residents.h"
#include "services/residents/search_keys.h"
#include "services/residents/search_walk.h"

namespace chunhui::residents {
namespace {

constexpr int kPageStandard = 20;
constexpr int kPageMax = 100;
constexpr int kPrefixMax = 25;
constexpr size_t kLettersMax = 60;
constexpr int kPlaceMax = 40;
constexpr int kReasonMax = 200;
constexpr int kAgeMax = 150;
constexpr int64_t kYear = 10000;  // of yyyymmdd

// The key to look for; nothing when this is no beginning of a name.
std::optional<std::string> KeyOf(const std::string& typed) {
  if (typed.empty()) return "";
  const std::string letters = people::PinyinTyped(typed);
  if (!letters.empty()) {
    return letters.size() > kLettersMax ? std::nullopt : std::optional(letters);
  }
  const auto name = people::NormaliseName(typed);
  if (!name || !calls::IsPlainText(*name, 1, kPrefixMax)) return std::nullopt;
  return NameKey(*name);
}

calls::Outcome<Wanted> ReadWanted(calls::Call& call, const v1::SearchResidentsRequest& request) {
  Wanted wanted;
  const auto key = KeyOf(request.name_prefix());
  if (!key || (key->empty() && request.place().empty())) {
    return calls::Malformed("name_prefix", "1 to 25 characters of a name, or a place");
  }
  wanted.key = *key;
  if (!request.place().empty() && !calls::IsPlainText(request.place(), 1, kPlaceMax)) {
    return calls::Malformed("place", "up to 40 characters");
  }
  wanted.place = request.place();
  const int min = request.age_min_years();
  const int max = request.age_max_years();
  if (min < 0 || min > kAgeMax) return calls::Malformed("age_min_years", "0 to 150");
  if (max < 0 || max > kAgeMax) return calls::Malformed("age_max_years", "0 to 150");
  const int64_t today = call.today().ToYyyymmdd();
  if (min > 0) wanted.born_until = today - min * kYear;
  if (max > 0) wanted.born_from = today - (max + 1) * kYear + 1;
  return wanted;
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
  const auto read = ReadWanted(call, request);
  if (!read.ok()) return read.refusal();
  const Wanted& wanted = read.value();
  if (!calls::IsPlainText(request.reason(), 1, kReasonMax)) {
    return calls::Malformed("reason", "1 to 200 characters");
  }
  const auto size = calls::PageSize(request.page_size(), kPageStandard, kPageMax);
  if (!size) return calls::Malformed("page_size", "1 to 100, or 0 for 20");
  std::optional<Rank> start;
  if (!request.page_token().empty()) {
    if (calls::IsId(request.page_token())) start = RankOf(call.db(), wanted, request.page_token());
    if (!start) return calls::Malformed("page_token", "not from a previous page");
  }

  const auto stations = calls::StationsBelow(call.db(), call.caller().staff->station_id);
  auto hits = HitsAfter(call.db(), wanted, stations, start, static_cast<size_t>(*size) + 1);
  const bool more = hits.size() > static_cast<size_t>(*size);
  if (more) hits.pop_back();
  if (hits.empty()) call.Audit({"", "", request.reason()});
  v1::SearchResidentsResponse response;
  for (const Hit& hit : hits) {
    FillRow(call, hit.resident_id, *response.add_residents());
    call.Audit({hit.resident_id, "", request.reason()});
  }
  if (more) response.set_next_page_token(hits.back().resident_id);
  return response;
}

}  // namespace chunhui::residents
