// X.509 for a station's own small authority: EC P-256 keys, SHA-256 signatures, PEM texts in and
// out. Throws SecretsError when OpenSSL fails or our own input is no PEM.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/secrets/random.h"

namespace chunhui::secrets {

struct Validity {
  std::chrono::sys_seconds from;
  std::chrono::sys_seconds until;
};

// A certificate or request with its private key.
struct KeyAndCertificate {
  std::string key_pem;
  std::string certificate_pem;
};
struct KeyAndRequest {
  std::string key_pem;
  std::string request_pem;
};

enum class CertificateUse { kServer, kClient };

// What the authority grants. Names inside the request are ignored.
struct CertificateTerms {
  std::string common_name;                // at most 64 characters
  std::string uri;                        // "chunhui://<station>/kiosk/<id>"; empty = none
  std::vector<std::string> dns_names;     // for servers
  std::vector<std::string> ip_addresses;  // for servers: "127.0.0.1"
  CertificateUse use = CertificateUse::kClient;
  Validity validity;
};

KeyAndCertificate MakeAuthority(std::string_view common_name, Validity validity, Random& random);
KeyAndRequest MakeKeyAndRequest(std::string_view common_name);

// Nothing when the request is no PEM request or is not signed by its own key, or its key is not EC
// P-256.
std::optional<std::string> IssueCertificate(const KeyAndCertificate& authority,
                                            std::string_view request_pem,
                                            const CertificateTerms& terms, Random& random);

// SHA-256 over the certificate's DER, 64 hex digits. Nothing when it is no certificate.
std::optional<std::string> CertificateFingerprint(std::string_view certificate_pem);
// The first URI among its alternative names.
std::optional<std::string> CertificateUri(std::string_view certificate_pem);
std::optional<Validity> CertificateValidity(std::string_view certificate_pem);
// True when the authority signed it (dates are not looked at).
bool IsSignedBy(std::string_view certificate_pem, std::string_view authority_pem);

}  // namespace chunhui::secrets
