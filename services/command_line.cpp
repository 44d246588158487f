#include "services/command_line.h"

#include <CLI/CLI.hpp>
#include <map>

#include "services/demo/load.h"

namespace chunhui::office {
namespace {

constexpr const char* kAbout =
    "chunhui-office keeps the books of a day care centre and answers kiosks and desks.";
constexpr const char* kFooter =
    "Every option except --config can also stand in the configuration file, under the name in\n"
    "brackets: [listen.port] is the key `port` in the section `[listen]`. The command line wins.\n"
    "\n"
    "Exit codes: 0 done; 1 broken (see the log); 2 wrong option or configuration; 3 data folder,\n"
    "keys or certificates unusable; 4 cannot listen; 5 backup or restore refused.";

// The texts as typed; empty optional = not given.
using Typed = std::map<std::string_view, std::optional<std::string>>;

std::string HelpOf(const Setting& setting) {
  const std::string fallback = DefaultOf(setting);
  std::string help = std::string(setting.help) + " [" + std::string(setting.key) + "]";
  help += " (" + AllowedFor(setting);
  help += fallback.empty() ? ")" : "; default " + fallback + ")";
  return help;
}

void AddSettings(CLI::App& app, Typed& typed) {
  for (const Setting& setting : Settings()) {
    app.add_option(std::string(setting.flag), typed[setting.flag], HelpOf(setting))->type_name("");
  }
}

void AddTasks(CLI::App& app, CommandLine& line) {
  CLI::App* init = app.add_subcommand("init", "make a new, empty office in the data folder");
  init->add_option(
          "--server-name", line.server_names,
          "names and addresses under which clients reach it (default localhost, 127.0.0.1)")
      ->type_name("NAME");
  init->add_option("--station-name", line.station_name, "name of the station, as residents know it")
      ->type_name("NAME")
      ->required();
  init->add_option("--admin", line.admin, "account name of the first admin")
      ->type_name("ACCOUNT")
      ->required();
  init->add_option("--pin-file", line.pin_file,
                   "file with the admin's PIN; otherwise from CHUNHUI_PIN")
      ->type_name("FILE");
  init->callback([&line] { line.task = Task::kInit; });

  const char* passphrase =
      "file with the passphrase; otherwise from CHUNHUI_BACKUP_PASSPHRASE (12 characters or more)";
  CLI::App* backup = app.add_subcommand("backup", "copy the office, also while it is running");
  backup->add_option("DIR", line.backup_dir, "a new folder")->required();
  backup->add_option("--passphrase-file", line.passphrase_file, passphrase)->type_name("FILE");
  backup->callback([&line] { line.task = Task::kBackup; });
  CLI::App* restore =
      app.add_subcommand("restore", "bring a backup back into an empty data folder");
  restore->add_option("DIR", line.backup_dir, "the folder of the backup")->required();
  restore->add_option("--passphrase-file", line.passphrase_file, passphrase)->type_name("FILE");
  restore->callback([&line] { line.task = Task::kRestore; });
}

// What is wrong; nothing when all is well.
std::optional<std::string> ApplyTyped(const Typed& typed, Config& config) {
  for (const Setting& setting : Settings()) {
    const auto& text = typed.at(setting.flag);
    if (text && !ApplyText(setting, *text, config)) {
      return "command line: '" + std::string(setting.flag) + "' must be " + AllowedFor(setting);
    }
  }
  // A free port for kiosks means: this is a trial. Then the other one must not be in the way
  // either.
  const bool any_port = typed.at("--port") == "0";
  if (any_port && !typed.at("--enrolment-port")) config.enrolment_port = 0;
  return std::nullopt;
}

}  // namespace

std::variant<CommandLine, EarlyExit> ReadCommandLine(int argc, const char* const* argv) {
  CommandLine line;
  line.demo_seed = demo::kDefaultSeed;
  Typed typed;
  std::optional<std::filesystem::path> config_file;

  CLI::App app(kAbout, "chunhui-office");
  app.footer(kFooter);
  app.fallthrough();
  app.require_subcommand(0, 1);
  app.add_option("--config", config_file, "configuration file (TOML)")->type_name("FILE");
  AddSettings(app, typed);
  app.add_option("--demo", line.demo,
                 "load the demo town from this folder when there is no office yet")
      ->type_name("DIR");
  app.add_option("--demo-seed", line.demo_seed, "the same seed and day give the same town")
      ->type_name("N")
      ->capture_default_str();
  AddTasks(app, line);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success&) {
    return EarlyExit{ExitCode::kDone, app.help("", CLI::AppFormatMode::All)};
  } catch (const CLI::Error& error) {
    return EarlyExit{ExitCode::kWrongUse,
                     "command line: " + std::string(error.what()) + " (see --help)\n"};
  }
  std::optional<std::string> problem;
  if (config_file) problem = ReadConfigFile(*config_file, line.config);
  if (!problem) problem = ApplyTyped(typed, line.config);
  if (problem) return EarlyExit{ExitCode::kWrongUse, *problem + "\n"};
  return line;
}

}  // namespace chunhui::office
