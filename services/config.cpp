#include "services/config.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace chunhui::office {
namespace {

constexpr int64_t kPortMax = 65535;

bool IsIpAddress(const std::string& text) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  return inet_pton(AF_INET, text.c_str(), bytes.data()) == 1 ||
         inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1;
}
bool IsNotEmpty(const std::string& text) { return !text.empty(); }
bool IsStationId(const std::string& text) {
  constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyz0123456789-";
  return !text.empty() && text.size() <= 64 && text.find_first_not_of(kAllowed) == text.npos;
}

constexpr TextRule kIpAddress{IsIpAddress, "an IP address such as 127.0.0.1 or ::"};
constexpr TextRule kNamedFolder{IsNotEmpty, "a path, not empty"};
constexpr TextRule kStationId{IsStationId, "1 to 64 small letters, digits or '-'"};

const std::vector<Setting>& Table() {
  static const std::vector<Setting> table = {
      {"listen.address",
       "--address",
       &Config::address,
       "IP address of this machine on which kiosks and desks reach the office",
       0,
       0,
       {},
       kIpAddress},
      {"listen.port", "--port", &Config::port,
       "port for kiosks and desks (mutual TLS); 0 picks a free one and prints it", 0, kPortMax},
      {"listen.enrolment_port", "--enrolment-port", &Config::enrolment_port,
       "port on which new kiosks enrol (server TLS only); 0 picks a free one", 0, kPortMax},
      {"data.dir",
       "--data",
       &Config::data_dir,
       "folder with everything the office keeps",
       0,
       0,
       {},
       kNamedFolder},
      {"data.database", "--database", &Config::database,
       "the books; empty means office.db in the data folder"},
      {"data.keys", "--keys", &Config::key_file,
       "key file, mode 0600; empty means keys in the data folder"},
      {"tls.dir", "--tls", &Config::tls_dir,
       "folder with ca.pem, ca.key, server.pem, server.key; empty means tls in the data folder"},
      {"init.station",
       "--station",
       &Config::station,
       "id of the station that init creates",
       0,
       0,
       {},
       kStationId},
      {"database.read_connections", "--read-connections", &Config::read_connections,
       "connections that answer reads at the same time", 1, 64},
      {"limits.pin_threads", "--pin-threads", &Config::pin_threads,
       "PINs checked at the same time (19 MiB each)", 1, 16},
      {"limits.streams", "--streams", &Config::streams_max,
       "open calls on one connection; more wait", 4, 10'000},
      {"limits.memory_mib", "--memory-mib", &Config::memory_mib,
       "memory for messages on their way, in MiB; beyond it clients wait", 64, 65536},
      {"log.level",
       "--log-level",
       &Config::log_level,
       "what is worth a line",
       0,
       0,
       {"error", "warning", "info"}},
  };
  return table;
}

std::string Join(const std::vector<std::string_view>& words) {
  std::string joined;
  for (std::string_view word : words) {
    if (!joined.empty()) joined += ", ";
    joined += word;
  }
  return joined;
}

bool IsAllowed(const Setting& setting, const std::string& text) {
  if (setting.rule.accepts && !setting.rule.accepts(text)) return false;
  return setting.choices.empty() ||
         std::ranges::find(setting.choices, text) != setting.choices.end();
}

}  // namespace

std::filesystem::path Config::database_file() const {
  return database.empty() ? data_dir / "office.db" : database;
}

std::filesystem::path Config::keys() const {
  return key_file.empty() ? data_dir / "keys" : key_file;
}

std::filesystem::path Config::tls() const { return tls_dir.empty() ? data_dir / "tls" : tls_dir; }

std::span<const Setting> Settings() { return Table(); }

std::string AllowedFor(const Setting& setting) {
  if (std::holds_alternative<int64_t Config::*>(setting.target)) {
    return "a whole number from " + std::to_string(setting.min) + " to " +
           std::to_string(setting.max);
  }
  if (!setting.choices.empty()) return "one of " + Join(setting.choices);
  if (setting.rule.accepts) return std::string(setting.rule.allowed);
  return std::holds_alternative<std::string Config::*>(setting.target) ? "a text" : "a path";
}

std::string DefaultOf(const Setting& setting) {
  const Config config;
  if (const auto* number = std::get_if<int64_t Config::*>(&setting.target)) {
    return std::to_string(config.**number);
  }
  if (const auto* text = std::get_if<std::string Config::*>(&setting.target)) {
    return config.**text;
  }
  return (config.*std::get<std::filesystem::path Config::*>(setting.target)).string();
}

bool ApplyNumber(const Setting& setting, int64_t number, Config& config) {
  const auto* target = std::get_if<int64_t Config::*>(&setting.target);
  if (!target || number < setting.min || number > setting.max) return false;
  config.** target = number;
  return true;
}

bool ApplyWords(const Setting& setting, const std::string& text, Config& config) {
  if (!IsAllowed(setting, text)) return false;
  if (const auto* words = std::get_if<std::string Config::*>(&setting.target)) {
    config.** words = text;
    return true;
  }
  const auto* path = std::get_if<std::filesystem::path Config::*>(&setting.target);
  if (path) config.** path = text;
  return path != nullptr;
}

bool ApplyText(const Setting& setting, std::string_view text, Config& config) {
  if (!std::holds_alternative<int64_t Config::*>(setting.target)) {
    return ApplyWords(setting, std::string(text), config);
  }
  int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return false;
  return ApplyNumber(setting, number, config);
}

}  // namespace chunhui::office
