// Copies a running office into a folder and brings it back. A backup holds the books as they are
// (their personal fields stay sealed) and, locked with a passphrase, the keys, the certificates and
// what the books must look like: without the passphrase nobody can read or forge it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

#include "core/secrets/random.h"
#include "core/time/instant.h"

namespace chunhui::office {

inline constexpr size_t kPassphraseBytesMin = 12;

// What an office keeps on disk.
struct OfficeFiles {
  std::filesystem::path database;
  std::filesystem::path keys;
  std::filesystem::path tls;  // folder, see papers.h
};

// Why there is no backup, or nothing was restored; names the file. The target is as it was before.
class BackupError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct BackupReport {
  std::string made_at;  // "2026-11-22 15:30", station time
  int64_t audit_rows = 0;
  std::string audit_head;  // hex
};

// `dir` must not exist or be empty. The office may be running and writing.
BackupReport MakeBackup(const OfficeFiles& files, const std::filesystem::path& dir,
                        std::string_view passphrase, time::Instant now, secrets::Random& random);

// Checks the copy completely (passphrase, content, structure, audit chain) before anything is put
// in its place. Refuses when any of the files is already there.
BackupReport RestoreBackup(const std::filesystem::path& dir, const OfficeFiles& files,
                           std::string_view passphrase);

}  // namespace chunhui::office
