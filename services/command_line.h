// What chunhui-office was asked to do. Reads the command line and the configuration file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "services/config.h"

namespace chunhui::office {

// How the program ends.
enum class ExitCode {
  kDone = 0,
  kBroken = 1,         // a bug or a broken disk; see the last line of the log
  kWrongUse = 2,       // command line or configuration
  kFilesUnusable = 3,  // data folder, keys, certificates
  kCannotListen = 4,   // an address or port is taken
  kBackupRefused = 5,  // backup or restore
};

enum class Task { kRun, kInit, kBackup, kRestore };

struct CommandLine {
  Task task = Task::kRun;
  Config config;
  std::optional<std::filesystem::path> demo;  // folder of the demo town
  uint64_t demo_seed = 0;
  // init
  std::vector<std::string> server_names = {"localhost", "127.0.0.1"};
  std::string station_name;
  std::string admin;
  std::filesystem::path pin_file;
  // backup, restore
  std::filesystem::path backup_dir;
  std::filesystem::path passphrase_file;
};

// Nothing to do any more: help was asked for, or something is wrong.
struct EarlyExit {
  ExitCode code = ExitCode::kDone;
  std::string text;
};

std::variant<CommandLine, EarlyExit> ReadCommandLine(int argc, const char* const* argv);

}  // namespace chunhui::office
