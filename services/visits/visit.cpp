// The visit itself: from "yes, that is me" to goodbye, and whose visit a token is.
#include <algorithm>

#include "services/calls/wire.h"
#include "services/residents/residents.h"
#include "services/visits/candidate_token.h"
#include "services/visits/tries.h"
#include "services/visits/visits.h"

namespace chunhui::visits {
namespace {

// True when a journalled write of that time belongs to a visit that lasted from `started_at` to
// `ended_at`, by a clock that may be a little off.
bool WasAlive(time::Instant occurred_at, time::Instant started_at, time::Instant ended_at,
              time::Instant now) {
  return occurred_at >= started_at - kClockMargin && occurred_at <= ended_at + kClockMargin &&
         occurred_at <= now + kClockMargin && now - occurred_at <= kJournalAccepted;
}

v1::Visitor VisitorFor(calls::Call& call, const residents::Resident& resident,
                       v1::Assurance assurance) {
  v1::Visitor visitor;
  visitor.set_assurance(assurance);
  visitor.set_day_care_member(resident.day_care_member);
  visitor.set_display_name(residents::MaskedName(resident, call.today()));
  // Who typed a number sees a masked name and nothing else about the person.
  if (assurance < v1::ASSURANCE_CARD) return visitor;
  visitor.set_display_name(residents::DisplayName(resident, call.today()));
  visitor.set_present(IsPresent(call.db(), resident.resident_id, call.today()));
  visitor.set_has_family(resident.has_family);
  const auto preferences = residents::PreferencesOf(call.db(), resident.resident_id);
  visitor.set_language(preferences.language);
  if (preferences.text_step) visitor.set_text_step(*preferences.text_step);
  return visitor;
}

calls::Refusal AskAgain(const char* message) {
  return calls::Refuse(v1::REASON_VISIT_ENDED, message);
}

}  // namespace

std::optional<calls::Visit> VisitOfToken(store::Db& db, const std::string& token_hash,
                                         const calls::Device& device,
                                         std::optional<time::Instant> occurred_at,
                                         time::Instant now) {
  auto query = db.Prepare(
      "SELECT visit_id, resident_id, assurance, voucher, device, started_at, expires_at, ended_at"
      " FROM visits WHERE token_hash = ?",
      store::BlobView{token_hash});
  if (!query.Step() || query.Text(4) != calls::DeviceUri(device)) return std::nullopt;
  const time::Instant started_at = time::FromUnixMs(query.Int(5));
  const time::Instant ended_at = time::FromUnixMs(query.OptionalInt(7).value_or(query.Int(6)));
  const bool alive = occurred_at ? WasAlive(*occurred_at, started_at, ended_at, now)
                                 : query.IsNull(7) && now < ended_at;
  if (!alive) return std::nullopt;
  return calls::Visit{query.Text(0), query.Text(1), static_cast<v1::Assurance>(query.Int(2)),
                      query.Text(3), occurred_at};
}

calls::Outcome<v1::StartVisitResponse> StartVisit(calls::Call& call,
                                                  const v1::StartVisitRequest& request) {
  if (request.candidate_token().empty()) return calls::Malformed("candidate_token", "missing");
  const calls::Device& device = *call.caller().device;
  const auto claim = ReadCandidateToken(call.vault(), device, request.candidate_token());
  if (!claim) return AskAgain("no candidate of this device");
  call.Audit({claim->resident_id, v1::Assurance_Name(claim->assurance),
              claim->voucher.empty() ? "" : "vouched by " + claim->voucher});
  if (call.now() >= claim->expires_at) return AskAgain("the candidate is too old");
  const auto resident = residents::FindResident(call.db(), claim->resident_id);
  if (!resident || resident->state != residents::ResidentState::kActive) {
    return calls::Refuse(v1::REASON_RESIDENT_CLOSED, "the record is closed");
  }

  const std::string uri = calls::DeviceUri(device);
  const time::Instant expires_at = call.now() + kVisitLifetime;
  const secrets::Token token = call.vault().NewToken();
  // One visit at a time: whoever stands there now has taken the place of the one before.
  call.db().Run(
      "UPDATE visits SET ended_at = min(?, expires_at) WHERE device = ? AND ended_at IS NULL",
      time::ToUnixMs(call.now()), uri);
  call.db().Run("INSERT INTO visits VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)",
                store::BlobView{token.hash}, call.NewId(), uri, resident->resident_id,
                claim->assurance, claim->voucher, time::ToUnixMs(call.now()),
                time::ToUnixMs(expires_at));
  ForgetTries(call.db(), "resident:" + resident->resident_id);
  for (const std::string& same_phone : residents::SharingPhone(call.db(), resident->resident_id)) {
    ForgetTries(call.db(), "resident:" + same_phone);
  }

  v1::StartVisitResponse response;
  response.set_visit_token(token.text);
  *response.mutable_expires_at() = calls::ToWire(expires_at);
  *response.mutable_visitor() = VisitorFor(call, *resident, claim->assurance);
  return response;
}

calls::Outcome<v1::EndVisitResponse> EndVisit(calls::Call& call, const v1::EndVisitRequest&) {
  const auto& visit = call.caller().visit;
  if (!visit) return v1::EndVisitResponse{};
  call.Audit({visit->resident_id, visit->visit_id});
  const time::Instant at = std::min(visit->occurred_at.value_or(call.now()), call.now());
  call.db().Run(
      "UPDATE visits SET ended_at = max(started_at, ?) WHERE visit_id = ? AND ended_at IS NULL",
      time::ToUnixMs(at), visit->visit_id);
  return v1::EndVisitResponse{};
}

void Prune(store::Db& db, time::Instant now) {
  db.Run("DELETE FROM visits WHERE expires_at < ?",
         time::ToUnixMs(now - kJournalAccepted - kClockMargin));
  PruneTries(db, now);
}

}  // namespace chunhui::visits
