#include "services/papers.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <iterator>

#include "core/secrets/error.h"
#include "services/fleet/fleet.h"

namespace chunhui::office {
namespace {

using secrets::SecretsError;

// A clock that is a little behind must not find a new certificate "not yet valid".
constexpr std::chrono::hours kBackdated{1};
constexpr std::chrono::hours kAuthorityGoodFor{20 * 365 * 24};
constexpr std::chrono::hours kServerGoodFor{5 * 365 * 24};

secrets::Validity From(time::Instant now, std::chrono::hours good_for) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now);
  return {seconds - kBackdated, seconds + good_for};
}

bool IsIpAddress(const std::string& name) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  return inet_pton(AF_INET, name.c_str(), bytes.data()) == 1 ||
         inet_pton(AF_INET6, name.c_str(), bytes.data()) == 1;
}

secrets::KeyAndCertificate MakeServer(const secrets::KeyAndCertificate& authority,
                                      const std::vector<std::string>& names, time::Instant now,
                                      secrets::Random& random) {
  secrets::CertificateTerms terms;
  terms.common_name = "chunhui-office";
  terms.use = secrets::CertificateUse::kServer;
  terms.validity = From(now, kServerGoodFor);
  for (const std::string& name : names) {
    (IsIpAddress(name) ? terms.ip_addresses : terms.dns_names).push_back(name);
  }
  const secrets::KeyAndRequest request = secrets::MakeKeyAndRequest(terms.common_name);
  auto certificate = secrets::IssueCertificate(authority, request.request_pem, terms, random);
  if (!certificate) throw SecretsError("the server certificate cannot be signed");
  return {request.key_pem, std::move(*certificate)};
}

void WritePair(const std::filesystem::path& dir, const std::string& stem,
               const secrets::KeyAndCertificate& pair) {
  WriteNewFile(dir / (stem + ".key"), pair.key_pem, FileMode::kSecret);
  WriteNewFile(dir / (stem + ".pem"), pair.certificate_pem, FileMode::kPublic);
}

secrets::KeyAndCertificate ReadPair(const std::filesystem::path& dir, const std::string& stem) {
  const std::filesystem::path certificate = dir / (stem + ".pem");
  secrets::KeyAndCertificate pair{ReadSecretFile(dir / (stem + ".key")), ReadFile(certificate)};
  if (!secrets::CertificateFingerprint(pair.certificate_pem)) {
    throw SecretsError(certificate.string() + " holds no PEM certificate");
  }
  return pair;
}

}  // namespace

Papers MakePapers(const std::filesystem::path& dir, const std::vector<std::string>& server_names,
                  time::Instant now, secrets::Random& random) {
  std::filesystem::create_directories(dir);
  Papers papers;
  papers.authority =
      secrets::MakeAuthority("Chunhui authority", From(now, kAuthorityGoodFor), random);
  papers.server = MakeServer(papers.authority, server_names, now, random);
  WritePair(dir, "ca", papers.authority);
  WritePair(dir, "server", papers.server);
  return papers;
}

Papers LoadPapers(const std::filesystem::path& dir) {
  Papers papers{ReadPair(dir, "ca"), ReadPair(dir, "server")};
  if (!secrets::IsSignedBy(papers.server.certificate_pem, papers.authority.certificate_pem)) {
    throw SecretsError((dir / "server.pem").string() + " is not signed by ca.pem beside it");
  }
  return papers;
}

void MakeDevicePapers(const std::filesystem::path& dir, const std::string& stem,
                      const secrets::KeyAndCertificate& authority, const calls::Device& device,
                      time::Instant now, secrets::Random& random) {
  const secrets::KeyAndRequest request = secrets::MakeKeyAndRequest(device.id);
  const fleet::CertificateIssuer issuer(authority, random);
  const auto certificate = issuer.Issue(request.request_pem, device, now);
  if (!certificate) throw SecretsError("the certificate of " + device.id + " cannot be signed");
  WritePair(dir, stem, {request.key_pem, *certificate});
}

std::string ReadFile(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (!stream) throw SecretsError("cannot read " + file.string());
  return text;
}

std::string ReadSecretFile(const std::filesystem::path& file) {
  struct stat status {};
  if (stat(file.c_str(), &status) != 0) throw SecretsError("there is no " + file.string());
  if ((status.st_mode & 077) != 0) {
    throw SecretsError("others may read " + file.string() + "; run: chmod 600 " + file.string());
  }
  return ReadFile(file);
}

void WriteNewFile(const std::filesystem::path& file, std::string_view text, FileMode mode) {
  const int descriptor =
      open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, static_cast<mode_t>(mode));
  if (descriptor < 0) {
    throw SecretsError((errno == EEXIST ? "there is already a " : "cannot write ") + file.string());
  }
  const bool written =
      write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
      fsync(descriptor) == 0;
  close(descriptor);
  if (!written) throw SecretsError("cannot write " + file.string());
}

}  // namespace chunhui::office
