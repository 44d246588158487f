// What can be read from a certificate; making them is certificates.cpp.
#include <array>
#include <ctime>

#include "core/secrets/certificates.h"
#include "core/secrets/digest.h"
#include "core/secrets/pem.h"

namespace chunhui::secrets {
namespace {

std::optional<std::chrono::sys_seconds> ToInstant(const ASN1_TIME* asn1_time) {
  std::tm parts{};
  if (!asn1_time || ASN1_TIME_to_tm(asn1_time, &parts) != 1) return std::nullopt;
  return std::chrono::sys_seconds(std::chrono::seconds(timegm(&parts)));
}

}  // namespace

std::optional<std::string> CertificateFingerprint(std::string_view certificate_pem) {
  const Certificate certificate = ReadCertificate(certificate_pem);
  if (!certificate) return std::nullopt;
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  unsigned int size = 0;
  Check(X509_digest(certificate.get(), EVP_sha256(), digest.data(), &size) == 1, "a fingerprint");
  return ToHex(std::string_view(reinterpret_cast<const char*>(digest.data()), size));
}

std::optional<std::string> CertificateUri(std::string_view certificate_pem) {
  const Certificate certificate = ReadCertificate(certificate_pem);
  if (!certificate) return std::nullopt;
  const Names names(static_cast<GENERAL_NAMES*>(
      X509_get_ext_d2i(certificate.get(), NID_subject_alt_name, nullptr, nullptr)));
  if (!names) return std::nullopt;
  for (int i = 0; i < sk_GENERAL_NAME_num(names.get()); ++i) {
    const GENERAL_NAME* name = sk_GENERAL_NAME_value(names.get(), i);
    if (name->type != GEN_URI) continue;
    const ASN1_IA5STRING* uri = name->d.uniformResourceIdentifier;
    return std::string(reinterpret_cast<const char*>(ASN1_STRING_get0_data(uri)),
                       static_cast<size_t>(ASN1_STRING_length(uri)));
  }
  return std::nullopt;
}

std::optional<Validity> CertificateValidity(std::string_view certificate_pem) {
  const Certificate certificate = ReadCertificate(certificate_pem);
  if (!certificate) return std::nullopt;
  const auto from = ToInstant(X509_get0_notBefore(certificate.get()));
  const auto until = ToInstant(X509_get0_notAfter(certificate.get()));
  if (!from || !until) return std::nullopt;
  return Validity{*from, *until};
}

bool IsSignedBy(std::string_view certificate_pem, std::string_view authority_pem) {
  const Certificate certificate = ReadCertificate(certificate_pem);
  const Certificate authority = ReadCertificate(authority_pem);
  if (!certificate || !authority) return false;
  EVP_PKEY* key = X509_get0_pubkey(authority.get());
  const bool good = key && X509_verify(certificate.get(), key) == 1;
  if (!good) ERR_clear_error();
  return good;
}

}  // namespace chunhui::secrets
