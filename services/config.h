// What an operator can set: one TOML file, overridden by the command line. Every setting is
// described once, in the table of config.cpp; file, command line and --help follow it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace chunhui::office {

struct Config {
  std::string address = "127.0.0.1";  // of this machine, to listen on
  int64_t port = 7443;
  int64_t enrolment_port = 7444;
  std::filesystem::path data_dir = "/var/lib/chunhui";
  // Empty: inside data_dir, see the functions below.
  std::filesystem::path database;
  std::filesystem::path key_file;
  std::filesystem::path tls_dir;
  std::string station;  // of the desk certificate that `init` makes
  int64_t read_connections = 4;
  int64_t pin_threads = 2;
  int64_t streams_max = 64;  // open calls on one connection
  int64_t memory_mib = 512;  // for messages on their way
  std::string log_level = "info";

  std::filesystem::path database_file() const;
  std::filesystem::path keys() const;
  std::filesystem::path tls() const;
};

// What a text may be, when not every text will do.
struct TextRule {
  bool (*accepts)(const std::string& text) = nullptr;
  std::string_view allowed = {};  // "an IP address such as 127.0.0.1"
};

// One setting. Numbers lie in min..max; texts with choices must be one of them.
struct Setting {
  using Target =
      std::variant<int64_t Config::*, std::string Config::*, std::filesystem::path Config::*>;
  std::string_view key;   // in the file: "listen.port"
  std::string_view flag;  // on the command line: "--port"
  Target target;
  std::string_view help;
  int64_t min = 0;
  int64_t max = 0;
  std::vector<std::string_view> choices = {};
  TextRule rule = {};
};

std::span<const Setting> Settings();

// "a whole number from 0 to 65535"
std::string AllowedFor(const Setting& setting);
// The default as --help shows it.
std::string DefaultOf(const Setting& setting);

// False, and no change, when the setting is of another kind or the value is not allowed.
bool ApplyNumber(const Setting& setting, int64_t number, Config& config);
bool ApplyWords(const Setting& setting, const std::string& text, Config& config);
// The command line has only texts: "7443" for a number.
bool ApplyText(const Setting& setting, std::string_view text, Config& config);

// Reads the file over what is there. Answers what is wrong, as one line that names file, line and
// key and says what is allowed; nothing when all is well. Unknown keys are wrong.
std::optional<std::string> ReadConfigFile(const std::filesystem::path& file, Config& config);

}  // namespace chunhui::office
