#include "core/secrets/certificates.h"

#include <openssl/bn.h>
#include <openssl/ec.h>

#include <array>

#include "core/secrets/pem.h"

namespace chunhui::secrets {
namespace {

constexpr const char* kCurve = "P-256";

PrivateKey MakeKey() {
  PrivateKey key(EVP_EC_gen(kCurve));
  Check(key != nullptr, "making a P-256 key");
  return key;
}

void SetCommonName(X509_NAME* name, std::string_view common_name) {
  Check(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char*>(common_name.data()),
                                   static_cast<int>(common_name.size()), -1, 0) == 1,
        "the common name");
}

void SetSerial(X509* certificate, Random& random) {
  constexpr size_t kSerialBytes = 16;
  std::string bytes = RandomBytes(random, kSerialBytes);
  bytes[0] = static_cast<char>((bytes[0] & 0x7f) | 0x40);  // positive and never zero
  BIGNUM* number = BN_bin2bn(reinterpret_cast<const unsigned char*>(bytes.data()),
                             static_cast<int>(bytes.size()), nullptr);
  const bool good = number && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate));
  BN_free(number);
  Check(good, "the serial number");
}

void SetValidity(X509* certificate, const Validity& validity) {
  Check(
      ASN1_TIME_set(X509_getm_notBefore(certificate), validity.from.time_since_epoch().count()) &&
          ASN1_TIME_set(X509_getm_notAfter(certificate), validity.until.time_since_epoch().count()),
      "the validity");
}

void AddExtension(X509* certificate, X509* issuer, int nid, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
  Check(extension && X509_add_ext(certificate, extension.get(), -1) == 1, "an extension");
}

void AddName(GENERAL_NAMES* names, int type, std::string_view value) {
  GENERAL_NAME* name = GENERAL_NAME_new();
  ASN1_IA5STRING* text = ASN1_IA5STRING_new();
  Check(name && text && ASN1_STRING_set(text, value.data(), static_cast<int>(value.size())) == 1,
        "an alternative name");
  GENERAL_NAME_set0_value(name, type, text);
  Check(sk_GENERAL_NAME_push(names, name) > 0, "an alternative name");
}

void AddAddress(GENERAL_NAMES* names, const std::string& address) {
  GENERAL_NAME* name = GENERAL_NAME_new();
  ASN1_OCTET_STRING* bytes = a2i_IPADDRESS(address.c_str());
  if (!bytes) GENERAL_NAME_free(name);
  Check(name && bytes, "an IP address");
  GENERAL_NAME_set0_value(name, GEN_IPADD, bytes);
  Check(sk_GENERAL_NAME_push(names, name) > 0, "an IP address");
}

// Built from objects and not from OpenSSL's configuration text, so that no name can smuggle in
// another one by a comma.
void AddAlternativeNames(X509* certificate, const CertificateTerms& terms) {
  const Names names(sk_GENERAL_NAME_new_null());
  Check(names != nullptr, "alternative names");
  if (!terms.uri.empty()) AddName(names.get(), GEN_URI, terms.uri);
  for (const std::string& dns_name : terms.dns_names) AddName(names.get(), GEN_DNS, dns_name);
  for (const std::string& address : terms.ip_addresses) AddAddress(names.get(), address);
  if (sk_GENERAL_NAME_num(names.get()) == 0) return;
  Check(X509_add1_ext_i2d(certificate, NID_subject_alt_name, names.get(), 0, 0) == 1,
        "alternative names");
}

Certificate BeginCertificate(std::string_view common_name, Validity validity, EVP_PKEY* public_key,
                             Random& random) {
  Certificate certificate(X509_new());
  Check(certificate && X509_set_version(certificate.get(), X509_VERSION_3) == 1 &&
            X509_set_pubkey(certificate.get(), public_key) == 1,
        "a certificate");
  SetSerial(certificate.get(), random);
  SetValidity(certificate.get(), validity);
  SetCommonName(X509_get_subject_name(certificate.get()), common_name);
  return certificate;
}

void Sign(X509* certificate, X509* issuer, EVP_PKEY* key) {
  Check(X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) == 1 &&
            X509_sign(certificate, key, EVP_sha256()) > 0,
        "signing a certificate");
}

// The key in the request, when the request is what it claims to be.
EVP_PKEY* TrustedKeyOf(const Request& request) {
  EVP_PKEY* key = request ? X509_REQ_get0_pubkey(request.get()) : nullptr;
  std::array<char, 32> curve{};
  size_t size = 0;
  const bool good = key && X509_REQ_verify(request.get(), key) == 1 &&
                    EVP_PKEY_get_group_name(key, curve.data(), curve.size(), &size) == 1 &&
                    std::string_view(curve.data(), size) == "prime256v1";
  if (!good) ERR_clear_error();
  return good ? key : nullptr;
}

}  // namespace

KeyAndCertificate MakeAuthority(std::string_view common_name, Validity validity, Random& random) {
  const PrivateKey key = MakeKey();
  const Certificate certificate = BeginCertificate(common_name, validity, key.get(), random);
  X509* self = certificate.get();
  AddExtension(self, self, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
  AddExtension(self, self, NID_key_usage, "critical,keyCertSign,cRLSign");
  AddExtension(self, self, NID_subject_key_identifier, "hash");
  Sign(self, self, key.get());
  return KeyAndCertificate{ToPem(key), ToPem(certificate)};
}

KeyAndRequest MakeKeyAndRequest(std::string_view common_name) {
  const PrivateKey key = MakeKey();
  const Request request(X509_REQ_new());
  Check(request && X509_REQ_set_version(request.get(), X509_REQ_VERSION_1) == 1 &&
            X509_REQ_set_pubkey(request.get(), key.get()) == 1,
        "a request");
  SetCommonName(X509_REQ_get_subject_name(request.get()), common_name);
  Check(X509_REQ_sign(request.get(), key.get(), EVP_sha256()) > 0, "signing a request");
  return KeyAndRequest{ToPem(key), ToPem(request)};
}

std::optional<std::string> IssueCertificate(const KeyAndCertificate& authority,
                                            std::string_view request_pem,
                                            const CertificateTerms& terms, Random& random) {
  const Certificate issuer = ReadCertificate(authority.certificate_pem);
  const PrivateKey issuer_key = ReadPrivateKey(authority.key_pem);
  if (!issuer || !issuer_key) throw SecretsError("the authority's certificate or key is no PEM");
  const Request request = ReadRequest(request_pem);
  EVP_PKEY* public_key = TrustedKeyOf(request);
  if (!public_key) return std::nullopt;

  const Certificate certificate =
      BeginCertificate(terms.common_name, terms.validity, public_key, random);
  X509* own = certificate.get();
  AddExtension(own, issuer.get(), NID_basic_constraints, "critical,CA:FALSE");
  AddExtension(own, issuer.get(), NID_key_usage, "critical,digitalSignature");
  AddExtension(own, issuer.get(), NID_ext_key_usage,
               terms.use == CertificateUse::kServer ? "serverAuth" : "clientAuth");
  AddExtension(own, issuer.get(), NID_subject_key_identifier, "hash");
  AddExtension(own, issuer.get(), NID_authority_key_identifier, "keyid");
  AddAlternativeNames(own, terms);
  Sign(own, issuer.get(), issuer_key.get());
  return ToPem(certificate);
}

}  // namespace chunhui::secrets
