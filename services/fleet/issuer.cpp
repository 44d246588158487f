// Certificates for kiosks that enrol.
#include "services/fleet/fleet.h"

namespace chunhui::fleet {
namespace {

// A clock that is a little behind must not find its new certificate "not yet valid".
constexpr std::chrono::hours kBackdated{1};
constexpr std::chrono::hours kGoodFor{2 * 365 * 24};

}  // namespace

CertificateIssuer::CertificateIssuer(secrets::KeyAndCertificate authority, secrets::Random& random)
    : authority_(std::move(authority)),
      fingerprint_(secrets::CertificateFingerprint(authority_.certificate_pem).value_or("")),
      random_(random) {}

std::optional<std::string> CertificateIssuer::Issue(std::string_view request_pem,
                                                    const calls::Device& device,
                                                    time::Instant now) const {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now);
  secrets::CertificateTerms terms;
  terms.common_name = device.id;
  terms.uri = calls::DeviceUri(device);
  terms.use = secrets::CertificateUse::kClient;
  terms.validity = {seconds - kBackdated, seconds + kGoodFor};
  return secrets::IssueCertificate(authority_, request_pem, terms, random_);
}

}  // namespace chunhui::fleet
