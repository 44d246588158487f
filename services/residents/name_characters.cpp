// What a kiosk may know of the names of its station, to read one written by finger: which
// characters occur and about how often. It is an aggregate over all, so it is no read of anybody's
// record and leaves no row of the audit.
#include <bit>
#include <map>

#include "core/people/name.h"
#include "core/people/text.h"
#include "services/residents/residents.h"

namespace chunhui::residents {
namespace {

constexpr int kNamesMax = 20000;  // more of them would not change the odds

using Counts = std::map<char32_t, unsigned>;

void Put(const Counts& counts, google::protobuf::RepeatedPtrField<v1::NameCharacter>& list) {
  for (const auto& [character, count] : counts) {
    v1::NameCharacter& entry = *list.Add();
    entry.set_character(people::ToUtf8(std::u32string(1, character)));
    entry.set_count(static_cast<int>(std::bit_floor(count)));
  }
}

}  // namespace

calls::Outcome<v1::GetNameCharactersResponse> GetNameCharacters(
    calls::Call& call, const v1::GetNameCharactersRequest& /*request*/) {
  if (call.caller().device->kind != calls::DeviceKind::kKiosk) {
    return calls::Refusal{calls::Code::kPermissionDenied, v1::REASON_NOT_ALLOWED,
                          "only a kiosk may do this"};
  }
  auto query = call.db().Prepare(
      "SELECT name FROM residents INDEXED BY residents_by_building"
      " WHERE station_id = ? AND state = ? LIMIT ?",
      call.station_id(), ResidentState::kActive, kNamesMax);
  Counts first, further;
  int residents = 0;
  for (; query.Step(); ++residents) {
    bool is_first = true;
    for (const char32_t character : people::ToCodePoints(query.Text(0))) {
      if (people::IsHan(character)) ++(is_first ? first : further)[character];
      is_first = false;
    }
  }
  v1::GetNameCharactersResponse response;
  if (residents < kNameCharactersResidentsMin) return response;
  Put(first, *response.mutable_first());
  Put(further, *response.mutable_further());
  return response;
}

}  // namespace chunhui::residents
