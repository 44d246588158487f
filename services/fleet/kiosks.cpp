// Looking after kiosks: the list, revoking, heartbeats, the station's sign.
#include <algorithm>

#include "services/calls/fields.h"
#include "services/calls/stations.h"
#include "services/calls/wire.h"
#include "services/fleet/fleet.h"
#include "services/fleet/updates.h"

namespace chunhui::fleet {
namespace {

using calls::Code;
using calls::DeviceKind;
using calls::Malformed;
using calls::Refusal;

constexpr int kPageStandard = 100;
constexpr int kPageMax = 500;
constexpr int kVersionMax = 40;
constexpr int kFaultCodeMax = 16;

// "station/id" of the last row of a page.
struct Cursor {
  std::string station_id;
  std::string id;
};

std::optional<Cursor> ReadCursor(const std::string& token) {
  if (token.empty()) return Cursor{};
  const size_t slash = token.find('/');
  if (slash == std::string::npos) return std::nullopt;
  return Cursor{token.substr(0, slash), token.substr(slash + 1)};
}

v1::Kiosk ReadKiosk(const store::Query& query) {
  v1::Kiosk kiosk;
  kiosk.set_station_id(query.Text(0));
  kiosk.set_kiosk_id(query.Text(1));
  kiosk.set_place(query.Text(2));
  kiosk.set_revoked(!query.IsNull(3));
  if (const auto seen = query.OptionalInt(4)) {
    *kiosk.mutable_last_seen_at() = calls::ToWire(time::FromUnixMs(*seen));
  }
  kiosk.set_version(query.Text(5));
  kiosk.set_fault_code(query.Text(6));
  return kiosk;
}

bool IsKiosk(const calls::Call& call) { return call.caller().device->kind == DeviceKind::kKiosk; }

Refusal OnlyKiosks() {
  return {Code::kPermissionDenied, v1::REASON_NOT_ALLOWED, "only a kiosk may do this"};
}

}  // namespace

calls::Outcome<v1::ListKiosksResponse> ListKiosks(calls::Call& call,
                                                  const v1::ListKiosksRequest& request) {
  const auto page_size = calls::PageSize(request.page_size(), kPageStandard, kPageMax);
  if (!page_size) return Malformed("page_size", "0 to 500");
  const auto cursor = ReadCursor(request.page_token());
  if (!cursor) return Malformed("page_token", "not from a previous page");
  const auto covered = calls::StationsBelow(call.db(), call.caller().staff->station_id);
  auto query = call.db().Prepare(
      "SELECT station_id, id, place, revoked_at, last_seen_at, version, fault_code FROM devices"
      " WHERE kind = ? AND (station_id, id) > (?, ?) ORDER BY station_id, id",
      DeviceKind::kKiosk, cursor->station_id, cursor->id);
  v1::ListKiosksResponse response;
  while (query.Step()) {
    if (!covered.contains(query.Text(0))) continue;
    if (response.kiosks_size() == *page_size) {
      const v1::Kiosk& last = response.kiosks(*page_size - 1);
      response.set_next_page_token(last.station_id() + "/" + last.kiosk_id());
      break;
    }
    *response.add_kiosks() = ReadKiosk(query);
  }
  return response;
}

calls::Outcome<v1::RevokeKioskResponse> RevokeKiosk(calls::Call& call,
                                                    const v1::RevokeKioskRequest& request) {
  std::string station_id;
  {
    auto query = call.db().Prepare("SELECT station_id FROM devices WHERE kind = ? AND id = ?",
                                   DeviceKind::kKiosk, request.kiosk_id());
    if (!query.Step() || !call.StaffCovers(query.Text(0))) return calls::Unknown("no such kiosk");
    station_id = query.Text(0);
  }
  call.Audit({.subject = request.kiosk_id()});
  call.db().Run(
      "UPDATE devices SET revoked_at = ? WHERE kind = ? AND id = ? AND revoked_at IS NULL",
      time::ToUnixMs(call.now()), DeviceKind::kKiosk, request.kiosk_id());
  call.db().Run("DELETE FROM enrolments WHERE kiosk_id = ? AND used_at IS NULL",
                request.kiosk_id());
  call.Publish({calls::EventKind::kFollow, station_id, request.kiosk_id(), kRevokedMark, {}});
  return v1::RevokeKioskResponse{};
}

calls::Outcome<v1::GetStationResponse> GetStation(calls::Call& call, const v1::GetStationRequest&) {
  const auto row = calls::FindStation(call.db(), call.station_id());
  if (!row) return calls::Unknown("no such station");
  v1::GetStationResponse response;
  v1::Station& station = *response.mutable_station();
  station.set_station_id(row->station_id);
  station.set_name(row->name);
  station.set_address(row->address);
  station.set_phone(row->phone);
  station.set_name_en(row->name_en);
  station.set_address_en(row->address_en);
  return response;
}

calls::Outcome<v1::HeartbeatResponse> Heartbeat(calls::Call& call,
                                                const v1::HeartbeatRequest& request) {
  if (!IsKiosk(call)) return OnlyKiosks();
  if (!calls::IsPlainText(request.version(), 0, kVersionMax)) {
    return Malformed("version", "at most 40 characters");
  }
  if (!calls::IsPlainText(request.fault_code(), 0, kFaultCodeMax)) {
    return Malformed("fault_code", "at most 16 characters");
  }
  call.db().Run(
      "UPDATE devices SET last_seen_at = ?, version = ?, fault_code = ? WHERE kind = ? AND id = ?",
      time::ToUnixMs(call.now()), request.version(), request.fault_code(), DeviceKind::kKiosk,
      call.caller().device->id);
  v1::HeartbeatResponse response;
  *response.mutable_now() = calls::ToWire(call.now());
  return response;
}

}  // namespace chunhui::fleet
