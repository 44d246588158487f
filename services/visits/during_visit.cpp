// What a visitor does with the record itself: coming, going, and answers to questions.
#include <algorithm>

#include "core/time/local_time.h"
#include "services/calls/fields.h"
#include "services/calls/wire.h"
#include "services/residents/residents.h"
#include "services/visits/visits.h"

namespace chunhui::visits {
namespace {

constexpr int kTextVersionMax = 40;

// A journalled answer was given when the visitor gave it, not when it arrived here.
time::Instant WhenOf(const calls::Call& call) {
  return std::min(call.visit().occurred_at.value_or(call.now()), call.now());
}

// Answers that are kept beyond the visit need more than a typed number.
bool OutlivesVisit(v1::ConsentPurpose purpose) {
  return purpose == v1::CONSENT_PURPOSE_DIET || purpose == v1::CONSENT_PURPOSE_PREFERENCES;
}

}  // namespace

bool IsPresent(store::Db& db, std::string_view resident_id, time::Date day) {
  return db
      .Prepare(
          "SELECT 1 FROM attendance WHERE resident_id = ? AND day = ?"
          " AND arrived_at IS NOT NULL AND left_at IS NULL",
          resident_id, day.ToYyyymmdd())
      .Step();
}

calls::Outcome<v1::MarkAttendanceResponse> MarkAttendance(
    calls::Call& call, const v1::MarkAttendanceRequest& request) {
  const std::string& resident_id = call.visit().resident_id;
  call.Audit({resident_id, request.arriving() ? "arrived" : "left"});
  const auto resident = residents::FindResident(call.db(), resident_id);
  if (!resident || !resident->day_care_member) {
    return calls::Refusal{calls::Code::kPermissionDenied, v1::REASON_NOT_ALLOWED,
                          "no member of the day care"};
  }
  const time::Instant at = WhenOf(call);
  const int64_t at_ms = time::ToUnixMs(at);
  const int64_t day = time::LocalDate(at).ToYyyymmdd();
  if (request.arriving()) {
    call.db().Run(
        "INSERT INTO attendance VALUES (?, ?, ?, ?, NULL) ON CONFLICT DO UPDATE SET"
        " arrived_at = coalesce(arrived_at, excluded.arrived_at), left_at = NULL",
        resident_id, day, call.station_id(), at_ms);
  } else {
    call.db().Run(
        "INSERT INTO attendance VALUES (?, ?, ?, NULL, ?) ON CONFLICT DO UPDATE SET"
        " left_at = coalesce(left_at, excluded.left_at)",
        resident_id, day, call.station_id(), at_ms);
  }
  v1::MarkAttendanceResponse response;
  *response.mutable_at() = calls::ToWire(at);
  return response;
}

calls::Outcome<v1::RecordConsentResponse> RecordConsent(calls::Call& call,
                                                        const v1::RecordConsentRequest& request) {
  const v1::ConsentPurpose purpose = request.purpose();
  if (!v1::ConsentPurpose_IsValid(purpose) || purpose == v1::CONSENT_PURPOSE_UNSPECIFIED) {
    return calls::Malformed("purpose", "no such purpose");
  }
  if (!calls::IsPlainText(request.text_version(), 1, kTextVersionMax)) {
    return calls::Malformed("text_version", "1 to 40 characters");
  }
  const calls::Visit& visit = call.visit();
  if (OutlivesVisit(purpose) && visit.assurance < v1::ASSURANCE_CARD) {
    call.Audit({visit.resident_id, v1::ConsentPurpose_Name(purpose)});
    return calls::Refuse(v1::REASON_ASSURANCE_TOO_LOW, "this answer needs a card");
  }
  residents::SaveConsent(call, visit.resident_id,
                         {purpose, request.text_version(), request.granted(), WhenOf(call)});
  if (purpose == v1::CONSENT_PURPOSE_PREFERENCES && !request.granted()) {
    ForgetWishes(call, visit.resident_id);
  }
  return v1::RecordConsentResponse{};
}

void AddVisitsMethods(calls::MethodTable& table) {
  const std::string service = "/chunhui.v1.VisitService/";
  auto& methods = table.methods;
  methods.push_back(calls::Write(service + "Recognise", calls::AnyDevice(), &Recognise));
  methods.push_back(calls::Write(service + "StartVisit", calls::AnyDevice(), &StartVisit));
  methods.push_back(calls::Write(service + "MarkAttendance", calls::OnVisit(), &MarkAttendance));
  methods.push_back(calls::Write(service + "RecordConsent", calls::OnVisit(), &RecordConsent));
  const std::string preferences = "/chunhui.v1.PreferenceService/";
  methods.push_back(
      calls::Write(preferences + "GetPreferences", calls::OnVisit(), &GetPreferences));
  methods.push_back(
      calls::Write(preferences + "SavePreferences", calls::OnVisit(), &SavePreferences));
  methods.push_back(calls::Write(service + "EndVisit", calls::AnyDevice(), &EndVisit));
}

}  // namespace chunhui::visits
