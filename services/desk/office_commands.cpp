// The kitchen's sheet, the kiosks, the audit.
#include "chunhui/v1/audit.pb.h"
#include "chunhui/v1/fleet.pb.h"
#include "chunhui/v1/meals.pb.h"
#include "core/time/local_time.h"
#include "services/calls/wire.h"
#include "services/desk/desk.h"
#include "services/sheets/sheet.h"

namespace chunhui::desk {
namespace {

constexpr int kPageSize = 500;

std::string_view WordFor(v1::MealPeriod period) {
  switch (period) {
    case v1::MEAL_PERIOD_BREAKFAST:
      return "breakfast";
    case v1::MEAL_PERIOD_LUNCH:
      return "lunch";
    case v1::MEAL_PERIOD_DINNER:
      return "dinner";
    default:
      return "";
  }
}

std::optional<time::Date> DayOf(const std::string& day, time::Instant now) {
  const time::Date today = time::LocalDate(now);
  if (day == "today") return today;
  if (day == "tomorrow") return today.AddDays(1);
  return sheets::ReadDay(day);
}

std::string StationTime(const google::protobuf::Timestamp& wire) {
  const auto instant = calls::FromWire(wire);
  if (!instant) return {};
  return time::LocalDate(*instant).ToIso() + " " + time::LocalTimeOfDay(*instant).ToText();
}

}  // namespace

ExitCode ShowKitchen(Desk& desk, const std::string& day, const std::string& station) {
  const auto date = DayOf(day, desk.clock.now());
  if (!date) return ReportWrongUse("the day must be today, tomorrow or like 2026-11-23");
  v1::GetKitchenSheetRequest request;
  *request.mutable_date() = calls::ToWire(*date);
  request.set_station_id(station);
  const auto answer =
      desk.client.Call<v1::GetKitchenSheetResponse>("MealService/GetKitchenSheet", request);
  if (const auto* trouble = std::get_if<Trouble>(&answer)) return Report(*trouble);
  const auto& sheet = std::get<v1::GetKitchenSheetResponse>(answer);
  if (desk.output.json()) {
    desk.output.Object(sheet);
    return ExitCode::kDone;
  }
  std::vector<std::vector<std::string>> rows;
  for (const v1::KitchenLine& line : sheet.lines()) {
    rows.push_back({std::string(WordFor(line.period())), line.name(), std::to_string(line.booked()),
                    std::to_string(line.take_away()), std::to_string(line.portions())});
  }
  desk.output.Line("kitchen sheet " + date->ToIso());
  desk.output.Table({"meal", "dish", "booked", "take away", "on offer"}, rows);
  desk.output.Line("booked in all: " + std::to_string(sheet.total()));
  return ExitCode::kDone;
}

ExitCode EnrolKiosk(Desk& desk, const std::string& kiosk_id, const std::string& place,
                    const std::string& station) {
  v1::CreateEnrolmentRequest request;
  request.set_kiosk_id(kiosk_id);
  request.set_place(place);
  request.set_station_id(station);
  const auto answer =
      desk.client.Call<v1::CreateEnrolmentResponse>("FleetService/CreateEnrolment", request);
  if (const auto* trouble = std::get_if<Trouble>(&answer)) return Report(*trouble);
  const auto& response = std::get<v1::CreateEnrolmentResponse>(answer);
  if (desk.output.json()) {
    desk.output.Object(response);
    return ExitCode::kDone;
  }
  desk.output.Line("token       " + response.token());
  desk.output.Line("authority   " + response.authority_fingerprint());
  desk.output.Line("good until  " + StationTime(response.expires_at()));
  return ExitCode::kDone;
}

ExitCode ListKiosks(Desk& desk) {
  v1::ListKiosksRequest request;
  request.set_page_size(kPageSize);
  const auto answer =
      desk.client.CallAllPages<v1::ListKiosksResponse>("FleetService/ListKiosks", request);
  if (const auto* trouble = std::get_if<Trouble>(&answer)) return Report(*trouble);
  const auto& all = std::get<v1::ListKiosksResponse>(answer);
  if (desk.output.json()) {
    desk.output.Object(all);
    return ExitCode::kDone;
  }
  std::vector<std::vector<std::string>> rows;
  for (const v1::Kiosk& kiosk : all.kiosks()) {
    const std::string state = kiosk.revoked()               ? "revoked"
                              : !kiosk.fault_code().empty() ? "fault " + kiosk.fault_code()
                                                            : "good";
    const std::string seen = kiosk.has_last_seen_at() ? StationTime(kiosk.last_seen_at()) : "never";
    rows.push_back(
        {kiosk.station_id(), kiosk.kiosk_id(), kiosk.place(), state, seen, kiosk.version()});
  }
  desk.output.Table({"station", "kiosk", "place", "state", "last seen", "version"}, rows);
  return ExitCode::kDone;
}

ExitCode RevokeKiosk(Desk& desk, const std::string& kiosk_id) {
  v1::RevokeKioskRequest request;
  request.set_kiosk_id(kiosk_id);
  const auto answer =
      desk.client.Call<v1::RevokeKioskResponse>("FleetService/RevokeKiosk", request);
  if (const auto* trouble = std::get_if<Trouble>(&answer)) return Report(*trouble);
  if (desk.output.json()) {
    desk.output.Object(std::get<v1::RevokeKioskResponse>(answer));
  } else {
    desk.output.Line("revoked " + kiosk_id);
  }
  return ExitCode::kDone;
}

ExitCode VerifyAudit(Desk& desk) {
  const auto answer = desk.client.Call<v1::VerifyAuditResponse>("AuditService/VerifyAudit",
                                                                v1::VerifyAuditRequest());
  if (const auto* trouble = std::get_if<Trouble>(&answer)) return Report(*trouble);
  const auto& audit = std::get<v1::VerifyAuditResponse>(answer);
  if (desk.output.json()) {
    desk.output.Object(audit);
  } else if (audit.intact()) {
    desk.output.Line("intact: " + std::to_string(audit.rows()) + " rows, head " + audit.head());
  } else {
    desk.output.Line("NOT intact from row " + std::to_string(audit.first_bad_row()) + " on");
  }
  return audit.intact() ? ExitCode::kDone : ExitCode::kRefused;
}

}  // namespace chunhui::desk
