#include "kiosk/office/renewal.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "chunhui/v1/fleet.pb.h"
#include "core/secrets/certificates.h"
#include "kiosk/office/methods.h"

namespace chunhui::office {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kPatience{10'000};

std::string ReadAll(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

fs::path New(const fs::path& file) { return file.string() + ".new"; }

// On the disk when it returns true.
bool Write(const fs::path& file, const std::string& text, mode_t mode) {
  const int fd = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
  if (fd < 0) return false;
  const bool written =
      write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && fsync(fd) == 0;
  close(fd);
  return written;
}

// The new certificate is renamed to its waiting name last: where it waits, the new key is complete.
bool Keep(const IdentityFiles& files, const std::string& key, const std::string& certificate) {
  const fs::path unfinished = files.certificate.string() + ".part";
  if (!Write(New(files.key), key, 0600) || !Write(unfinished, certificate, 0644)) return false;
  fs::rename(unfinished, New(files.certificate));
  FinishRenewal(files);
  return true;
}

}  // namespace

void FinishRenewal(const IdentityFiles& files) {
  if (!fs::exists(New(files.certificate))) return;
  if (fs::exists(New(files.key))) fs::rename(New(files.key), files.key);
  fs::rename(New(files.certificate), files.certificate);
}

bool Renewal::RenewIfDue(Line& line, time::Instant now) {
  if (!IsDue(now)) return false;
  due_at_ = now + kRenewAgainAfter;
  try {
    return Renew(line, now);
  } catch (const std::exception&) {
    return false;  // a full disk: the old one is still good
  }
}

bool Renewal::IsDue(time::Instant now) {
  if (!due_at_) {
    const auto validity = secrets::CertificateValidity(ReadAll(files_.certificate));
    if (!validity) return false;
    due_at_ = time::Instant(validity->until) - kRenewBefore;
  }
  return now >= *due_at_;
}

bool Renewal::Renew(Line& line, time::Instant now) {
  const secrets::KeyAndRequest own = secrets::MakeKeyAndRequest("kiosk");
  v1::RenewCertificateRequest request;
  request.set_request_id(secrets::NewOrderedUuid(random_, now));
  request.set_csr_pem(own.request_pem);
  const Reply reply = line.Call(kRenewCertificate.name, {}, request.SerializeAsString(), kPatience);
  v1::RenewCertificateResponse answer;
  if (reply.kind != Reply::Kind::kAnswered || !answer.ParseFromString(reply.bytes)) return false;
  const std::string& renewed = answer.certificate_pem();
  const std::string old = ReadAll(files_.certificate);
  const bool ours = secrets::IsSignedBy(renewed, ReadAll(files_.authority)) &&
                    secrets::CertificateUri(renewed) == secrets::CertificateUri(old);
  if (!ours || !Keep(files_, own.key_pem, renewed)) return false;
  line.Renew(own.key_pem, renewed);
  due_at_.reset();
  return true;
}

}  // namespace chunhui::office
