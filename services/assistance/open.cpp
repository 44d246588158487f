// Opening a case from a kiosk.
#include "services/assistance/assistance.h"
#include "services/assistance/cases.h"
#include "services/assistance/urgency.h"
#include "services/calls/wire.h"
#include "services/fleet/fleet.h"
#include "services/pension/pension.h"
#include "services/residents/residents.h"

namespace chunhui::assistance {
namespace {

using calls::Malformed;
using calls::Refusal;

// Who presses again while somebody is on the way means the same call; later it is a new one, so
// that a case somebody forgot to close swallows no call for help.
constexpr std::chrono::minutes kOnTheWay{10};

// About whom and what.
struct Subject {
  std::string resident_id;
  std::optional<pension::BenefitRow> benefit;
  int age_years = 0;
  bool shows_dates = false;
};

std::optional<Refusal> CheckForm(const calls::Call& call, const v1::OpenCaseRequest& request) {
  if (call.caller().device->kind != calls::DeviceKind::kKiosk) {
    return calls::NotAllowed("cases are opened at kiosks");
  }
  if (!v1::CaseKind_IsValid(request.kind()) || request.kind() == v1::CASE_KIND_UNSPECIFIED) {
    return Malformed("kind", "HELP, EMERGENCY or PENSION");
  }
  if (!v1::CaseReason_IsValid(request.reason())) return Malformed("reason", "no such reason");
  if (!request.benefit_id().empty() && request.kind() != v1::CASE_KIND_PENSION) {
    return Malformed("benefit_id", "only for PENSION");
  }
  if (request.kind() == v1::CASE_KIND_PENSION && !call.caller().visit) {
    return calls::Refuse(v1::REASON_VISIT_ENDED, "no visit, or it has ended");
  }
  return std::nullopt;
}

// When it happened; nothing when that cannot be. A kiosk's clock may be a little ahead.
std::optional<time::Instant> OpenedAt(const calls::Call& call, const v1::OpenCaseRequest& request) {
  if (!request.has_occurred_at()) return call.now();
  const auto occurred_at = calls::FromWire(request.occurred_at());
  if (!occurred_at || *occurred_at < call.now() - kJournalAccepted) return std::nullopt;
  if (*occurred_at > call.now() + kClockMargin) return std::nullopt;
  return std::min(*occurred_at, call.now());
}

// Nothing when the visitor has no such benefit.
std::optional<pension::BenefitRow> ChooseBenefit(calls::Call& call, const std::string& benefit_id) {
  const auto benefits = pension::BenefitsOf(call.db(), call.visit().resident_id);
  for (const pension::BenefitRow& benefit : benefits) {
    if (benefit_id.empty() || benefit.benefit_id == benefit_id) return benefit;
  }
  return std::nullopt;
}

calls::Outcome<Subject> FindSubject(calls::Call& call, const v1::OpenCaseRequest& request) {
  Subject subject;
  if (!call.caller().visit) return subject;
  subject.resident_id = call.visit().resident_id;
  subject.shows_dates = call.visit().assurance > v1::ASSURANCE_NUMBER;
  if (request.kind() != v1::CASE_KIND_PENSION) return subject;
  subject.benefit = ChooseBenefit(call, request.benefit_id());
  if (!subject.benefit) return calls::Unknown("no such benefit of this visitor");
  if (const auto resident = residents::FindResident(call.db(), subject.resident_id)) {
    subject.age_years = residents::AgeOn(*resident, call.today());
  }
  return subject;
}

std::optional<CaseRow> FindSameCall(calls::Call& call, v1::CaseKind kind,
                                    const std::string& resident_id) {
  const calls::Device& kiosk = *call.caller().device;
  auto query = call.db().Prepare(
      "SELECT " + std::string(kCaseColumns) +
          " FROM cases WHERE state <> 3 AND kiosk_id = ? AND station_id = ? AND kind = ?"
          " AND resident_id = ? AND (state = ? OR kind = ? OR claimed_at > ?)"
          " ORDER BY opened_at, case_id LIMIT 1",
      kiosk.id, kiosk.station_id, kind, resident_id, v1::CASE_STATE_OPEN, v1::CASE_KIND_PENSION,
      time::ToUnixMs(call.now() - kOnTheWay));
  if (!query.Step()) return std::nullopt;
  return ReadCase(query);
}

int NextTicket(calls::Call& call, const std::string& station_id) {
  auto query =
      call.db().Prepare("SELECT MAX(ticket_number) FROM cases WHERE station_id = ? AND day = ?",
                        station_id, call.today().ToYyyymmdd());
  query.Step();
  return static_cast<int>(query.Int(0)) + 1;
}

std::string InsertCase(calls::Call& call, const v1::OpenCaseRequest& request,
                       const Subject& subject, time::Instant opened_at) {
  const calls::Device& kiosk = *call.caller().device;
  const std::string case_id = call.NewId();
  const bool said_why = request.reason() != v1::CASE_REASON_UNSPECIFIED;
  const auto due_on =
      subject.benefit ? std::optional(subject.benefit->due_on) : std::optional<time::Date>{};
  call.db().Run(
      "INSERT INTO cases (case_id, station_id, kiosk_id, kiosk_place, day, ticket_number, kind,"
      " reason, state, priority, resident_id, benefit_id, shows_dates, opened_at, received_at)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      case_id, kiosk.station_id, kiosk.id, fleet::PlaceOf(call.db(), kiosk.id),
      call.today().ToYyyymmdd(), NextTicket(call, kiosk.station_id), request.kind(),
      said_why ? request.reason() : v1::CASE_REASON_ASKED_HELP, v1::CASE_STATE_OPEN,
      PriorityOf(request.kind(), due_on, subject.age_years, call.today()), subject.resident_id,
      subject.benefit ? subject.benefit->benefit_id : std::string{}, subject.shows_dates,
      time::ToUnixMs(opened_at), time::ToUnixMs(call.now()));
  return case_id;
}

}  // namespace

calls::Outcome<v1::OpenCaseResponse> OpenCase(calls::Call& call, const v1::OpenCaseRequest& request,
                                              const Duty& duty) {
  if (auto refusal = CheckForm(call, request)) return *refusal;
  const auto opened_at = OpenedAt(call, request);
  if (!opened_at) return Malformed("occurred_at", "within the last 7 days");
  const auto subject = FindSubject(call, request);
  if (!subject.ok()) return subject.refusal();
  auto row = FindSameCall(call, request.kind(), subject.value().resident_id);
  if (row) {
    TellStaff(call, *row);  // rings again
  } else {
    row = TellChange(call, InsertCase(call, request, subject.value(), *opened_at));
  }
  call.Audit({.resident_id = row->resident_id, .subject = row->case_id});
  v1::OpenCaseResponse response;
  *response.mutable_case_() = ForKiosk(call, *row);
  response.set_on_duty(duty.IsOn(row->station_id));
  return response;
}

}  // namespace chunhui::assistance
