#include "core/secrets/pem.h"

#include <openssl/pem.h>

namespace chunhui::secrets {
namespace {

Bio ReadingFrom(std::string_view text) {
  Bio bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
  Check(bio != nullptr, "reading PEM");
  return bio;
}

Bio WritingToMemory() {
  Bio bio(BIO_new(BIO_s_mem()));
  Check(bio != nullptr, "writing PEM");
  return bio;
}

std::string Written(const Bio& bio, int result) {
  Check(result == 1, "writing PEM");
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &bytes);
  return std::string(bytes, static_cast<size_t>(size));
}

// Never ask for a passphrase on the terminal.
int NoPassphrase(char*, int, int, void*) { return -1; }

// An expected refusal must not stay behind in the thread's error queue.
template <typename Handle>
Handle Quietly(Handle handle) {
  if (!handle) ERR_clear_error();
  return handle;
}

}  // namespace

Certificate ReadCertificate(std::string_view pem) {
  const Bio bio = ReadingFrom(pem);
  return Quietly(Certificate(PEM_read_bio_X509(bio.get(), nullptr, NoPassphrase, nullptr)));
}

Request ReadRequest(std::string_view pem) {
  const Bio bio = ReadingFrom(pem);
  return Quietly(Request(PEM_read_bio_X509_REQ(bio.get(), nullptr, NoPassphrase, nullptr)));
}

PrivateKey ReadPrivateKey(std::string_view pem) {
  const Bio bio = ReadingFrom(pem);
  return Quietly(PrivateKey(PEM_read_bio_PrivateKey(bio.get(), nullptr, NoPassphrase, nullptr)));
}

std::string ToPem(const Certificate& certificate) {
  const Bio bio = WritingToMemory();
  return Written(bio, PEM_write_bio_X509(bio.get(), certificate.get()));
}

std::string ToPem(const Request& request) {
  const Bio bio = WritingToMemory();
  return Written(bio, PEM_write_bio_X509_REQ(bio.get(), request.get()));
}

std::string ToPem(const PrivateKey& key) {
  const Bio bio = WritingToMemory();
  return Written(
      bio, PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr));
}

}  // namespace chunhui::secrets
