#include "services/tasks.h"

#include <cstdio>

#include "core/secrets/keys.h"
#include "core/secrets/pin.h"
#include "services/backup.h"
#include "services/calls/stations.h"
#include "services/client_config.h"
#include "services/fleet/fleet.h"
#include "services/office.h"
#include "services/papers.h"
#include "services/secret_text.h"
#include "services/staff/staff.h"

namespace chunhui::office {
namespace {

constexpr const char* kDeskId = "front";

ExitCode Refuse(ExitCode code, const std::string& why) {
  std::fprintf(stderr, "%s\n", why.c_str());
  return code;
}

OfficeFiles FilesOf(const Config& config) {
  return {config.database_file(), config.keys(), config.tls()};
}

// Keys, certificates and the configuration of the first desk.
Papers MakeFiles(const CommandLine& line, const calls::Device& desk, time::Instant now,
                 secrets::Random& random) {
  const Config& config = line.config;
  std::filesystem::create_directories(config.data_dir);
  std::filesystem::permissions(config.data_dir, std::filesystem::perms::owner_all);
  secrets::SaveKeys(config.keys(), secrets::MakeKeys(random));
  Papers papers = MakePapers(config.tls(), line.server_names, now, random);
  MakeDevicePapers(config.tls(), "desk", papers.authority, desk, now, random);
  WriteClientConfig(
      config.data_dir / "desk.toml",
      {line.server_names.front() + ":" + std::to_string(config.port), config.tls() / "ca.pem",
       config.tls() / "desk.pem", config.tls() / "desk.key", config.data_dir / "desk"});
  return papers;
}

// What is wrong; nothing when the office has its first station, desk and admin.
std::optional<std::string> FillOffice(Office& office, const CommandLine& line,
                                      const calls::Device& desk, const std::string& pin_hash) {
  std::optional<std::string> problem;
  office.dispatcher().RunAsOffice("office/init", [&](calls::Call& call) {
    calls::PutStation(call.db(), {desk.station_id, "", line.station_name, "", "", "", ""});
    fleet::PutDevice(call.db(), {desk.kind, desk.id, desk.station_id, "", ""}, call.now());
    const auto made = staff::CreateFirstAdmin(call, line.admin, desk.station_id, pin_hash);
    if (!made.ok()) problem = made.refusal().message;
  });
  return problem;
}

}  // namespace

ExitCode InitOffice(const CommandLine& line) {
  const Config& config = line.config;
  const auto pin = ReadSecretText(line.pin_file, "CHUNHUI_PIN");
  if (!pin || !staff::IsGoodPin(*pin)) {
    return Refuse(ExitCode::kWrongUse,
                  "init: give the admin's PIN (6 to 12 digits, or 8 characters and more) in "
                  "--pin-file or CHUNHUI_PIN");
  }
  if (!staff::IsGoodAccountName(line.admin)) {
    return Refuse(ExitCode::kWrongUse,
                  "init: --admin must be 2 to 32 small letters, digits, '-' or '.'");
  }
  const calls::Device desk{calls::DeviceKind::kDesk, config.station, kDeskId};
  if (!calls::ParseDevice(calls::DeviceUri(desk))) {
    return Refuse(ExitCode::kWrongUse, "init: give the station's id in --station");
  }
  if (std::filesystem::exists(config.database_file())) {
    return Refuse(ExitCode::kFilesUnusable,
                  "init: there is already an office: " + config.database_file().string());
  }
  time::SystemClock clock;
  secrets::SystemRandom random;
  const Papers papers = MakeFiles(line, desk, clock.now(), random);
  Office office(
      {config.database_file(), secrets::LoadKeys(config.keys()), papers.authority, clock, random});
  if (const auto problem = FillOffice(office, line, desk, secrets::HashPin(*pin, random))) {
    return Refuse(ExitCode::kFilesUnusable, "init: " + *problem);
  }
  std::printf(
      "made an office in %s\nstart it:  chunhui-office --data %s\nthen:      chunhui-desk "
      "--config %s signin --account %s\n",
      config.data_dir.c_str(), config.data_dir.c_str(), (config.data_dir / "desk.toml").c_str(),
      line.admin.c_str());
  return ExitCode::kDone;
}

ExitCode BackUpOffice(const CommandLine& line) {
  const auto passphrase = ReadSecretText(line.passphrase_file, "CHUNHUI_BACKUP_PASSPHRASE");
  if (!passphrase) {
    return Refuse(ExitCode::kWrongUse,
                  "backup: give the passphrase in CHUNHUI_BACKUP_PASSPHRASE or --passphrase-file");
  }
  secrets::SystemRandom random;
  try {
    const BackupReport report = MakeBackup(FilesOf(line.config), line.backup_dir, *passphrase,
                                           time::SystemClock().now(), random);
    std::printf("backed up into %s: %lld audit rows, head %s\n", line.backup_dir.c_str(),
                static_cast<long long>(report.audit_rows), report.audit_head.c_str());
  } catch (const BackupError& error) {
    return Refuse(ExitCode::kBackupRefused, std::string("backup: ") + error.what());
  }
  return ExitCode::kDone;
}

ExitCode RestoreOffice(const CommandLine& line) {
  const auto passphrase = ReadSecretText(line.passphrase_file, "CHUNHUI_BACKUP_PASSPHRASE");
  if (!passphrase) {
    return Refuse(ExitCode::kWrongUse,
                  "restore: give the passphrase in CHUNHUI_BACKUP_PASSPHRASE or --passphrase-file");
  }
  try {
    const BackupReport report = RestoreBackup(line.backup_dir, FilesOf(line.config), *passphrase);
    std::printf("restored the office of %s: %lld audit rows, head %s\n", report.made_at.c_str(),
                static_cast<long long>(report.audit_rows), report.audit_head.c_str());
  } catch (const BackupError& error) {
    return Refuse(ExitCode::kBackupRefused, std::string("restore: ") + error.what());
  }
  return ExitCode::kDone;
}

}  // namespace chunhui::office
