#include "services/backup.h"

#include <fstream>

#include "core/secrets/digest.h"
#include "core/secrets/error.h"
#include "core/secrets/keys.h"
#include "core/secrets/pin.h"
#include "core/store/backup.h"
#include "core/time/local_time.h"
#include "services/audit/audit.h"
#include "services/backup_bundle.h"
#include "services/papers.h"

namespace chunhui::office {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDatabaseName = "office.db";
constexpr const char* kLockedName = "keys.locked";
constexpr const char* kTlsNames[] = {"ca.pem", "ca.key", "server.pem", "server.key"};
constexpr size_t kChunkBytes = 1 << 20;

// A chain over chunks, so that a large file is never in memory as a whole.
std::string HashFile(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string chunk(kChunkBytes, '\0');
  std::string hash;
  while (stream) {
    stream.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
    hash = secrets::ChainHash(
        hash, std::string_view(chunk).substr(0, static_cast<size_t>(stream.gcount())));
  }
  if (!stream.eof()) throw BackupError("cannot read " + file.string());
  return secrets::ToHex(hash);
}

std::string StationTime(time::Instant now) {
  return time::LocalDate(now).ToIso() + " " + time::LocalTimeOfDay(now).ToText();
}

// Whether these books are sound, and what their audit says.
v1::VerifyAuditResponse Examine(const fs::path& database) {
  store::Db db = store::Db::OpenFile(database);
  if (const auto problem = store::IntegrityProblem(db)) {
    throw BackupError(database.string() + " is damaged: " + *problem);
  }
  v1::VerifyAuditResponse audit = audit::VerifyChain(db);
  if (!audit.intact()) {
    throw BackupError(database.string() + ": the audit does not fit from row " +
                      std::to_string(audit.first_bad_row()) + " on");
  }
  return audit;
}

// Opening leaves these beside the file.
void RemoveSideFiles(const fs::path& database) {
  fs::remove(database.string() + "-wal");
  fs::remove(database.string() + "-shm");
}

void PrepareEmptyFolder(const fs::path& dir) {
  if (fs::exists(dir) && !(fs::is_directory(dir) && fs::is_empty(dir))) {
    throw BackupError(dir.string() + " is not empty; name a new folder");
  }
  fs::create_directories(dir);
  fs::permissions(dir, fs::perms::owner_all);
}

std::vector<fs::path> TargetsOf(const OfficeFiles& files) {
  std::vector<fs::path> targets = {files.database, files.keys};
  for (const char* name : kTlsNames) targets.push_back(files.tls / name);
  return targets;
}

const std::string& Entry(const Bundle& bundle, const std::string& name) {
  const auto found = bundle.find(name);
  if (found == bundle.end()) throw BackupError("the backup lacks '" + name + "'");
  return found->second;
}

Bundle OpenBundle(const fs::path& dir, std::string_view passphrase) {
  const auto text = secrets::UnlockWithPassphrase(ReadFile(dir / kLockedName), passphrase);
  if (!text) throw BackupError("the passphrase is wrong, or keys.locked was changed");
  auto bundle = UnpackBundle(*text);
  if (!bundle) throw BackupError("keys.locked has a form this program does not know");
  return std::move(*bundle);
}

void CopyBooks(const OfficeFiles& files, const fs::path& dir) {
  if (!fs::exists(files.database)) {
    throw BackupError("there is no office: " + files.database.string() + " is missing");
  }
  store::Db db = store::Db::OpenFile(files.database);
  store::BackupTo(db, dir / kDatabaseName);
}

Bundle MakeBundle(const OfficeFiles& files, const fs::path& dir, const BackupReport& report) {
  Bundle bundle = {{"made_at", report.made_at},
                   {"audit_rows", std::to_string(report.audit_rows)},
                   {"audit_head", report.audit_head},
                   {"database_hash", HashFile(dir / kDatabaseName)},
                   {"keys", secrets::KeysToText(secrets::LoadKeys(files.keys))}};
  for (const char* name : kTlsNames) bundle[name] = ReadFile(files.tls / name);
  return bundle;
}

// Everything that can be wrong is found here, on a copy that is not yet in its place.
void CheckCopy(const fs::path& copy, const Bundle& bundle) {
  if (HashFile(copy) != Entry(bundle, "database_hash")) {
    throw BackupError("office.db in the backup was changed or is incomplete");
  }
  const v1::VerifyAuditResponse audit = Examine(copy);
  RemoveSideFiles(copy);
  if (audit.head() != Entry(bundle, "audit_head")) {
    throw BackupError("the audit in the backup ends differently from when it was made");
  }
}

void PutFilesInPlace(const fs::path& copy, const Bundle& bundle, const OfficeFiles& files) {
  fs::create_directories(files.tls);
  fs::create_directories(files.keys.parent_path());
  secrets::SaveKeys(files.keys, secrets::KeysFromText(Entry(bundle, "keys")));
  for (const std::string name : kTlsNames) {
    const FileMode mode = name.ends_with(".key") ? FileMode::kSecret : FileMode::kPublic;
    WriteNewFile(files.tls / name, Entry(bundle, name), mode);
  }
  fs::rename(copy, files.database);  // last: without it there is no office
}

}  // namespace

BackupReport MakeBackup(const OfficeFiles& files, const fs::path& dir, std::string_view passphrase,
                        time::Instant now, secrets::Random& random) {
  if (passphrase.size() < kPassphraseBytesMin) {
    throw BackupError("the passphrase is shorter than 12 characters");
  }
  PrepareEmptyFolder(dir);
  CopyBooks(files, dir);
  const v1::VerifyAuditResponse audit = Examine(dir / kDatabaseName);
  RemoveSideFiles(dir / kDatabaseName);
  const BackupReport report{StationTime(now), audit.rows(), audit.head()};
  const Bundle bundle = MakeBundle(files, dir, report);
  WriteNewFile(dir / kLockedName,
               secrets::LockWithPassphrase(PackBundle(bundle), passphrase, random),
               FileMode::kSecret);
  return report;
}

BackupReport RestoreBackup(const fs::path& dir, const OfficeFiles& files,
                           std::string_view passphrase) {
  for (const fs::path& target : TargetsOf(files)) {
    if (fs::exists(target)) {
      throw BackupError(target.string() + " is already there; restore into an empty data folder");
    }
  }
  if (!fs::exists(dir / kLockedName) || !fs::exists(dir / kDatabaseName)) {
    throw BackupError(dir.string() + " holds no complete backup");
  }
  const Bundle bundle = OpenBundle(dir, passphrase);
  fs::create_directories(files.database.parent_path());
  const fs::path copy = files.database.string() + ".restoring";
  fs::copy_file(dir / kDatabaseName, copy, fs::copy_options::overwrite_existing);
  fs::permissions(copy, fs::perms::owner_read | fs::perms::owner_write);
  try {
    CheckCopy(copy, bundle);
  } catch (...) {
    RemoveSideFiles(copy);
    fs::remove(copy);
    throw;
  }
  PutFilesInPlace(copy, bundle, files);
  return {Entry(bundle, "made_at"), std::stoll(Entry(bundle, "audit_rows")),
          Entry(bundle, "audit_head")};
}

}  // namespace chunhui::office
