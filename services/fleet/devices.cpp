// Which certificates are accepted.
#include "services/fleet/fleet.h"

namespace chunhui::fleet {

void PutDevice(store::Db& db, const DeviceRow& row, time::Instant now) {
  db.Run(
      "INSERT INTO devices (kind, id, station_id, place, fingerprint, listed_at)"
      " VALUES (?, ?, ?, ?, ?, ?)"
      " ON CONFLICT (kind, id) DO UPDATE SET station_id = excluded.station_id,"
      "  place = excluded.place, fingerprint = excluded.fingerprint",
      row.kind, row.id, row.station_id, row.place, row.fingerprint, time::ToUnixMs(now));
}

bool IsRevoked(store::Db& db, const calls::Device& device) {
  auto query = db.Prepare(
      "SELECT 1 FROM devices"
      " WHERE kind = ? AND id = ? AND station_id = ? AND revoked_at IS NULL",
      device.kind, device.id, device.station_id);
  return !query.Step();
}

std::string PlaceOf(store::Db& db, const std::string& kiosk_id) {
  auto query = db.Prepare("SELECT place FROM devices WHERE kind = ? AND id = ?",
                          calls::DeviceKind::kKiosk, kiosk_id);
  return query.Step() ? query.Text(0) : "";
}

}  // namespace chunhui::fleet
