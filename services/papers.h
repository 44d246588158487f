// Certificates and keys on disk: the office's own small authority, its server certificate, and the
// certificates it gives to kiosks and desks. Private keys have mode 0600; a key that others may
// read is refused. Throws SecretsError that names the file and says what to do.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/secrets/certificates.h"
#include "core/secrets/random.h"
#include "core/time/instant.h"
#include "services/calls/caller.h"

namespace chunhui::office {

struct Papers {
  secrets::KeyAndCertificate authority;  // ca.pem, ca.key
  secrets::KeyAndCertificate server;     // server.pem, server.key
};

// Writes a new authority and a server certificate for these names into `dir`, which is made.
// Refuses to replace any file. IP addresses and DNS names are told apart by their form.
Papers MakePapers(const std::filesystem::path& dir, const std::vector<std::string>& server_names,
                  time::Instant now, secrets::Random& random);

Papers LoadPapers(const std::filesystem::path& dir);

// Writes `<stem>.pem` and `<stem>.key` into `dir` for a kiosk or desk of the authority.
void MakeDevicePapers(const std::filesystem::path& dir, const std::string& stem,
                      const secrets::KeyAndCertificate& authority, const calls::Device& device,
                      time::Instant now, secrets::Random& random);

// The whole file.
std::string ReadFile(const std::filesystem::path& file);
// The same, refusing a file that others may read.
std::string ReadSecretFile(const std::filesystem::path& file);
// Writes a file that was not there.
enum class FileMode { kSecret = 0600, kPublic = 0644 };
void WriteNewFile(const std::filesystem::path& file, std::string_view text, FileMode mode);

}  // namespace chunhui::office
