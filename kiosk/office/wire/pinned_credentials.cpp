#include "kiosk/office/wire/pinned_credentials.h"

#include <grpcpp/security/credentials.h>
#include <grpcpp/security/tls_certificate_verifier.h>
#include <grpcpp/security/tls_credentials_options.h>

#include <functional>
#include <string_view>
#include <vector>

#include "core/secrets/certificates.h"

namespace chunhui::office {
namespace {

using grpc::experimental::ExternalCertificateVerifier;
using grpc::experimental::TlsCustomVerificationCheckRequest;

std::vector<std::string> SplitChain(std::string_view chain) {
  constexpr std::string_view kBegin = "-----BEGIN CERTIFICATE-----";
  std::vector<std::string> certificates;
  size_t at = chain.find(kBegin);
  while (at != std::string_view::npos) {
    const size_t next = chain.find(kBegin, at + kBegin.size());
    certificates.emplace_back(chain.substr(at, next - at));
    at = next;
  }
  return certificates;
}

std::string ToString(grpc::string_ref text) { return {text.data(), text.size()}; }

class PinnedAuthority : public ExternalCertificateVerifier {
 public:
  explicit PinnedAuthority(std::string fingerprint) : fingerprint_(std::move(fingerprint)) {}

  bool Verify(TlsCustomVerificationCheckRequest* request, std::function<void(grpc::Status)>,
              grpc::Status* status) override {
    const std::string own = ToString(request->peer_cert());
    for (const std::string& shown : SplitChain(ToString(request->peer_cert_full_chain()))) {
      if (secrets::CertificateFingerprint(shown) == fingerprint_ &&
          secrets::IsSignedBy(own, shown)) {
        *status = grpc::Status::OK;
        return true;
      }
    }
    *status = {grpc::StatusCode::UNAUTHENTICATED, "another authority"};
    return true;
  }
  void Cancel(TlsCustomVerificationCheckRequest*) override {}

 private:
  const std::string fingerprint_;
};

}  // namespace

std::shared_ptr<grpc::ChannelCredentials> PinnedCredentials(const std::string& fingerprint) {
  grpc::experimental::TlsChannelCredentialsOptions options;
  options.set_verify_server_certs(false);
  options.set_check_call_host(false);
  options.set_certificate_verifier(
      ExternalCertificateVerifier::Create<PinnedAuthority>(fingerprint));
  return grpc::experimental::TlsCredentials(options);
}

}  // namespace chunhui::office
