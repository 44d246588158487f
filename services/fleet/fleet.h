// The fleet: which kiosks and desk programs are known, how a new kiosk enrols, and the one stream
// with which each kiosk follows what changes. Depends on no other area.
#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chunhui/v1/fleet.pb.h"
#include "core/secrets/certificates.h"
#include "core/store/db.h"
#include "core/store/migrate.h"
#include "services/calls/call.h"
#include "services/calls/method.h"
#include "services/calls/outcome.h"

namespace chunhui::fleet {

extern const store::Migration kFleetMigrations[1];

// Updates kept for kiosks that are away; older ones make them fetch everything again (`resync`).
inline constexpr int64_t kUpdatesKept = 10'000;
inline constexpr std::chrono::hours kUpdatesKeptFor{7 * 24};
// Updates replayed to one kiosk; who has missed more gets `resync`.
inline constexpr int64_t kReplayMax = 200;
inline constexpr std::chrono::hours kEnrolmentTokenLife{24};
inline constexpr int kEnrolTriesPerMinute = 10;

// Tells kiosks of a change, in the transaction of the call: kept for those that are away and sent
// after COMMIT to those that follow. `station_id` empty: all stations; `kiosk_id` empty: all kiosks
// of the station. `update.sequence` is set here. The update must hold no full name or number.
void Announce(calls::Call& call, const std::string& station_id, const std::string& kiosk_id,
              v1::FollowResponse update);

// A kiosk or desk program whose certificate is accepted.
struct DeviceRow {
  calls::DeviceKind kind = calls::DeviceKind::kKiosk;
  std::string id;
  std::string station_id;
  std::string place;        // where it stands: 大厅
  std::string fingerprint;  // SHA-256 of its certificate in hex; empty when unknown
};

// Adds or replaces a device (demo town, desk certificates, tests). Never brings a revoked one back.
void PutDevice(store::Db& db, const DeviceRow& row, time::Instant now);

// True for a revoked device, one nobody has listed, and one whose certificate names another
// station.
bool IsRevoked(store::Db& db, const calls::Device& device);

// Where a kiosk stands; empty when unknown.
std::string PlaceOf(store::Db& db, const std::string& kiosk_id);

// The station's small authority, as far as Enrol needs it. Any thread.
class CertificateIssuer {
 public:
  CertificateIssuer(secrets::KeyAndCertificate authority, secrets::Random& random);

  // A client certificate for the device, good for two years. Nothing when the request is no good.
  std::optional<std::string> Issue(std::string_view request_pem, const calls::Device& device,
                                   time::Instant now) const;
  const std::string& authority_pem() const { return authority_.certificate_pem; }
  const std::string& authority_fingerprint() const { return fingerprint_; }

 private:
  secrets::KeyAndCertificate authority_;
  std::string fingerprint_;
  secrets::Random& random_;
};

// Slows down guessing of enrolment tokens: at most kEnrolTriesPerMinute from one address. Writer
// thread only; forgotten at a restart, which is no way in: tokens have 128 random bits.
class EnrolTries {
 public:
  // Counts a try. Seconds to wait when there were too many (then it does not count); else 0.
  int Count(const std::string& address, time::Instant now);

 private:
  void Forget(time::Instant now);
  std::map<std::string, std::deque<time::Instant>> tries_;
};

// Whether somebody watches this station's queue; any thread. See assistance::Duty.
using OnDuty = std::function<bool(const std::string& station_id)>;

calls::Outcome<v1::CreateEnrolmentResponse> CreateEnrolment(
    calls::Call& call, const v1::CreateEnrolmentRequest& request, const CertificateIssuer& issuer);
calls::Outcome<v1::EnrolResponse> Enrol(calls::Call& call, const v1::EnrolRequest& request,
                                        const CertificateIssuer& issuer, EnrolTries& tries);
calls::Outcome<v1::RenewCertificateResponse> RenewCertificate(
    calls::Call& call, const v1::RenewCertificateRequest& request, const CertificateIssuer& issuer);
calls::Outcome<v1::ListKiosksResponse> ListKiosks(calls::Call& call,
                                                  const v1::ListKiosksRequest& request);
calls::Outcome<v1::RevokeKioskResponse> RevokeKiosk(calls::Call& call,
                                                    const v1::RevokeKioskRequest& request);
calls::Outcome<v1::GetStationResponse> GetStation(calls::Call& call,
                                                  const v1::GetStationRequest& request);
calls::Outcome<v1::HeartbeatResponse> Heartbeat(calls::Call& call,
                                                const v1::HeartbeatRequest& request);
// What was missed (or `resync`), whether somebody is on duty, then changes as they happen. Falls
// silent when the kiosk is revoked.
calls::Outcome<calls::StreamPlan> Follow(calls::Call& call, const v1::FollowRequest& request,
                                         const OnDuty& on_duty);

void AddFleetMethods(calls::MethodTable& table, std::shared_ptr<const CertificateIssuer> issuer,
                     OnDuty on_duty);

}  // namespace chunhui::fleet
