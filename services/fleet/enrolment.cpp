// How a new kiosk gets its certificate: an admin makes a token, the kiosk shows it once.
#include <algorithm>

#include "services/calls/fields.h"
#include "services/calls/stations.h"
#include "services/calls/wire.h"
#include "services/fleet/fleet.h"

namespace chunhui::fleet {
namespace {

using calls::Code;
using calls::Malformed;
using calls::Refusal;

constexpr size_t kTokenLength = 32;
constexpr size_t kRequestBytesMax = 8192;
constexpr int kPlaceMax = 25;
constexpr size_t kKioskIdMin = 2;
constexpr size_t kKioskIdMax = 32;

bool IsKioskId(std::string_view id) {
  return id.size() >= kKioskIdMin && id.size() <= kKioskIdMax &&
         std::all_of(id.begin(), id.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

// As it was made; somebody types it from a screen, so capitals are no mistake.
std::optional<std::string> NormaliseToken(std::string_view typed) {
  std::string token(typed);
  for (char& c : token) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) return std::nullopt;
  }
  return token.size() == kTokenLength ? std::optional(token) : std::nullopt;
}

// The id may be new, or that of a kiosk in the caller's stations that gets a new certificate.
std::optional<Refusal> CheckKioskId(calls::Call& call, const std::string& kiosk_id) {
  auto query =
      call.db().Prepare("SELECT station_id, revoked_at FROM devices WHERE kind = ? AND id = ?",
                        calls::DeviceKind::kKiosk, kiosk_id);
  if (!query.Step()) return std::nullopt;
  if (!query.IsNull(1)) {
    return calls::Refuse(v1::REASON_WRONG_STATE, "a revoked kiosk id is never used again");
  }
  if (call.StaffCovers(query.Text(0))) return std::nullopt;
  return Refusal{Code::kPermissionDenied, v1::REASON_NOT_ALLOWED, "this id is used elsewhere"};
}

std::optional<Refusal> CheckEnrolment(calls::Call& call, const v1::CreateEnrolmentRequest& request,
                                      const std::string& station_id) {
  if (!IsKioskId(request.kiosk_id())) return Malformed("kiosk_id", "2 to 32 of a-z, 0-9 and -");
  if (!calls::IsPlainText(request.place(), 1, kPlaceMax)) {
    return Malformed("place", "1 to 25 characters");
  }
  if (!calls::FindStation(call.db(), station_id)) return calls::Unknown("no such station");
  if (!call.StaffCovers(station_id)) {
    return Refusal{Code::kPermissionDenied, v1::REASON_NOT_ALLOWED, "this station is not yours"};
  }
  return CheckKioskId(call, request.kiosk_id());
}

struct Enrolment {
  calls::Device device{calls::DeviceKind::kKiosk, {}, {}};
  std::string place;
};

std::optional<Enrolment> FindEnrolment(store::Db& db, const std::string& token_hash,
                                       time::Instant now) {
  auto query = db.Prepare(
      "SELECT kiosk_id, station_id, place FROM enrolments"
      " WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?",
      store::BlobView{token_hash}, time::ToUnixMs(now));
  if (!query.Step()) return std::nullopt;
  Enrolment enrolment;
  enrolment.device.id = query.Text(0);
  enrolment.device.station_id = query.Text(1);
  enrolment.place = query.Text(2);
  return enrolment;
}

}  // namespace

calls::Outcome<v1::CreateEnrolmentResponse> CreateEnrolment(
    calls::Call& call, const v1::CreateEnrolmentRequest& request, const CertificateIssuer& issuer) {
  const std::string station_id = call.StationOr(request.station_id());
  if (auto refusal = CheckEnrolment(call, request, station_id)) return *refusal;
  call.Audit({.subject = request.kiosk_id()});
  const secrets::Token token = call.vault().NewToken();
  const time::Instant expires_at = call.now() + kEnrolmentTokenLife;
  call.db().Run("DELETE FROM enrolments WHERE kiosk_id = ? OR expires_at <= ?", request.kiosk_id(),
                time::ToUnixMs(call.now()));
  call.db().Run("INSERT INTO enrolments VALUES (?, ?, ?, ?, ?, NULL)", store::BlobView{token.hash},
                request.kiosk_id(), station_id, request.place(), time::ToUnixMs(expires_at));
  v1::CreateEnrolmentResponse response;
  response.set_token(token.text);
  response.set_authority_fingerprint(issuer.authority_fingerprint());
  *response.mutable_expires_at() = calls::ToWire(expires_at);
  return response;
}

calls::Outcome<v1::EnrolResponse> Enrol(calls::Call& call, const v1::EnrolRequest& request,
                                        const CertificateIssuer& issuer, EnrolTries& tries) {
  if (const int wait = tries.Count(call.caller().address, call.now())) {
    return Refusal{Code::kResourceExhausted, v1::REASON_BUSY, "too many tries", {}, wait};
  }
  const auto token = NormaliseToken(request.token());
  if (!token) return Malformed("token", "32 letters and digits");
  if (request.csr_pem().size() > kRequestBytesMax) return Malformed("csr_pem", "at most 8 kB");
  const std::string token_hash = call.vault().TokenHash(*token);
  const auto enrolment = FindEnrolment(call.db(), token_hash, call.now());
  if (!enrolment) {
    return Refusal{Code::kPermissionDenied, v1::REASON_TOKEN_INVALID, "unknown, used or expired"};
  }
  const auto certificate = issuer.Issue(request.csr_pem(), enrolment->device, call.now());
  if (!certificate) return Malformed("csr_pem", "no certificate request in PEM with a P-256 key");
  call.db().Run("UPDATE enrolments SET used_at = ? WHERE token_hash = ?",
                time::ToUnixMs(call.now()), store::BlobView{token_hash});
  PutDevice(call.db(),
            {calls::DeviceKind::kKiosk, enrolment->device.id, enrolment->device.station_id,
             enrolment->place, secrets::CertificateFingerprint(*certificate).value_or("")},
            call.now());
  call.Audit({.subject = enrolment->device.id});
  v1::EnrolResponse response;
  response.set_certificate_pem(*certificate);
  response.set_authority_pem(issuer.authority_pem());
  response.set_kiosk_id(enrolment->device.id);
  response.set_station_id(enrolment->device.station_id);
  return response;
}

calls::Outcome<v1::RenewCertificateResponse> RenewCertificate(
    calls::Call& call, const v1::RenewCertificateRequest& request,
    const CertificateIssuer& issuer) {
  const calls::Device& device = *call.caller().device;
  if (request.csr_pem().size() > kRequestBytesMax) return Malformed("csr_pem", "at most 8 kB");
  const auto certificate = issuer.Issue(request.csr_pem(), device, call.now());
  if (!certificate) return Malformed("csr_pem", "no certificate request in PEM with a P-256 key");
  call.db().Run("UPDATE devices SET fingerprint = ? WHERE kind = ? AND id = ?",
                secrets::CertificateFingerprint(*certificate).value_or(""), device.kind, device.id);
  call.Audit({.subject = device.id});
  v1::RenewCertificateResponse response;
  response.set_certificate_pem(*certificate);
  return response;
}

}  // namespace chunhui::fleet
