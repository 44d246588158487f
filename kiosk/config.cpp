// The only home of toml++ in the kiosk.
#include "kiosk/config.h"

#include <toml++/toml.h>

#include <fstream>
#include <functional>
#include <string_view>
#include <vector>

namespace chunhui::kiosk {
namespace {

constexpr int kPanelPxMax = 8192;
constexpr int kAskLaterSecondsMax = 600;

// Reads one value into the configuration; false when it is not of the allowed kind.
struct Setting {
  std::string_view section;
  std::string_view key;
  std::string_view allowed;
  std::string_view meaning;  // with what is meant without it
  std::function<bool(const toml::node&, Config&)> take;
};

std::filesystem::path Installed(std::string_view what) {
  return std::filesystem::path("/usr/share/chunhui") / what;
}

bool Take(const toml::node& node, std::string& value) {
  if (!node.is_string() || node.as_string()->get().empty()) return false;
  value = node.as_string()->get();
  return true;
}

bool Take(const toml::node& node, std::filesystem::path& value) {
  std::string text;
  if (!Take(node, text)) return false;
  value = text;
  return true;
}

bool Take(const toml::node& node, int& value) {
  const auto number = node.value_exact<int64_t>();
  if (!number || *number < 1 || *number > kPanelPxMax) return false;
  value = static_cast<int>(*number);
  return true;
}

bool TakePxPerMm(const toml::node& node, Config& config) {
  const auto number = node.value<double>();
  if (!number || *number < kit::kPxPerMmMin || *number > kit::kPxPerMmMax) return false;
  config.panel.px_per_mm = static_cast<float>(*number);
  config.measured = true;
  return true;
}

bool TakeLanguage(const toml::node& node, Config& config) {
  return Take(node, config.language) && (config.language == "zh-CN" || config.language == "en");
}

bool TakeTheme(const toml::node& node, Config& config) {
  std::string name;
  if (!Take(node, name)) return false;
  const auto theme = kit::ThemeFromName(name);
  if (theme) config.theme = *theme;
  return theme.has_value();
}

bool Take(const toml::node& node, bool& value) {
  if (!node.is_boolean()) return false;
  value = node.as_boolean()->get();
  return true;
}

bool TakeAskLater(const toml::node& node, Config& config) {
  const auto seconds = node.value_exact<int64_t>();
  if (!seconds || *seconds < 0 || *seconds > kAskLaterSecondsMax) return false;
  config.ask_later_seconds = static_cast<int>(*seconds);
  return true;
}

// A setting that is simply a member of the configuration.
template <auto kMember>
bool TakeMember(const toml::node& node, Config& config) {
  return Take(node, config.*kMember);
}

// One of a group of them.
template <auto kGroup, auto kMember>
bool TakeOf(const toml::node& node, Config& config) {
  return Take(node, config.*kGroup.*kMember);
}

constexpr const char* kKeyAllowed = "text: the name of a key as SDL has it, like Down";

const std::vector<Setting>& Settings() {
  static const std::vector<Setting> settings{
      {"office", "address", "text: host:port", "where the office answers kiosks",
       TakeMember<&Config::office_address>},
      {"tls", "authority", "text: a file", "the office's authority",
       TakeMember<&Config::authority_file>},
      {"tls", "certificate", "text: a file", "this kiosk's certificate; it is renewed by itself",
       TakeMember<&Config::certificate_file>},
      {"tls", "key", "text: a file", "the key of the certificate", TakeMember<&Config::key_file>},
      {"data", "dir", "text: a folder", "this kiosk's own folder: journal, what it knows",
       TakeMember<&Config::data_folder>},
      {"data", "assets", "text: a folder", "words, voice, readings; as built or installed",
       TakeMember<&Config::assets_folder>},
      {"panel", "width_px", "a whole number from 1 to 8192", "1080",
       TakeOf<&Config::panel, &kit::Panel::width_px>},
      {"panel", "height_px", "a whole number from 1 to 8192", "1920",
       TakeOf<&Config::panel, &kit::Panel::height_px>},
      {"panel", "px_per_mm", "a number from 2 to 20", "as measured with a bank card on the glass",
       TakePxPerMm},
      {"screen", "language", "zh-CN or en", "of an idle kiosk; zh-CN", TakeLanguage},
      {"readers", "pcsc", "true or false", "card readers at the PC/SC service; false",
       TakeOf<&Config::readers, &ReaderSettings::pcsc>},
      {"readers", "service_card_application", "text: 5 to 16 bytes in hex",
       "the AID of the seniors' service card; none",
       TakeOf<&Config::readers, &ReaderSettings::service_card_application>},
      {"readers", "service_card_file", "text: 2 bytes in hex",
       "the file with the number; the application itself",
       TakeOf<&Config::readers, &ReaderSettings::service_card_file>},
      {"readers", "id_card_port", "text: a serial line such as /dev/ttyUSB0",
       "a reader of second-generation ID cards; none",
       TakeOf<&Config::readers, &ReaderSettings::id_card_port>},
      {"readers", "scanner", "text: an input device such as /dev/input/by-id/...-event-kbd",
       "a scanner or reader that types, taken for the kiosk alone; none",
       TakeOf<&Config::readers, &ReaderSettings::scanner>},
      {"screen", "theme", "warm, dark, contrast or quiet", "of an idle kiosk; warm", TakeTheme},
      {"camera", "device", "text: a video device such as /dev/video0",
       "a camera for ID cards, looking down at best; none", TakeMember<&Config::camera_device>},
      {"camera", "picture", "text: a JPEG or PNG file",
       "instead of a camera, in the demo town only", TakeMember<&Config::camera_picture>},
      {"keys", "next", kKeyAllowed, "of the tactile pad; Down",
       TakeOf<&Config::keys, &PadKeyNames::next>},
      {"keys", "previous", kKeyAllowed, "Up", TakeOf<&Config::keys, &PadKeyNames::previous>},
      {"keys", "choose", kKeyAllowed, "Space", TakeOf<&Config::keys, &PadKeyNames::choose>},
      {"keys", "help", kKeyAllowed, "F1", TakeOf<&Config::keys, &PadKeyNames::help>},
      {"screen", "still", "true or false", "pages change at once and nothing moves; false",
       TakeMember<&Config::still>},
      {"screen", "ask_later_seconds", "a whole number from 0 to 600",
       "so much later \"are you still there?\" when nobody waits; 0", TakeAskLater},
  };
  return settings;
}

std::string Where(const std::filesystem::path& file, const toml::node& node) {
  return file.string() + ", line " + std::to_string(node.source().begin.line) + ": ";
}

void ReadSection(const std::filesystem::path& file, std::string_view section,
                 const toml::table& table, Config& config) {
  for (const auto& [key, node] : table) {
    const auto is_this = [&, name = key.str()](const Setting& setting) {
      return setting.section == section && setting.key == name;
    };
    const auto& settings = Settings();
    const auto found = std::find_if(settings.begin(), settings.end(), is_this);
    const std::string name = std::string(section) + "." + std::string(key.str());
    if (found == settings.end()) {
      throw ConfigError(Where(file, node) + "unknown key '" + name + "'");
    }
    if (!found->take(node, config)) {
      throw ConfigError(Where(file, node) + "'" + name + "' must be " +
                        std::string(found->allowed));
    }
  }
}

void ReadRoot(const std::filesystem::path& file, const toml::table& root, Config& config) {
  for (const auto& [key, node] : root) {
    const std::string_view name = key.str();
    if (name == "demo") {
      if (!node.is_boolean()) throw ConfigError(Where(file, node) + "'demo' must be true or false");
      config.demo = node.as_boolean()->get();
    } else if (const toml::table* table = node.as_table()) {
      ReadSection(file, name, *table, config);
    } else {
      throw ConfigError(Where(file, node) + "unknown key '" + std::string(name) + "'");
    }
  }
}

void Demand(const std::filesystem::path& file, bool given, const char* key) {
  if (!given) throw ConfigError(file.string() + ": '" + key + "' is missing");
}

}  // namespace

Config ReadConfig(const std::filesystem::path& file) {
  if (!std::filesystem::is_regular_file(file)) {
    throw ConfigError(file.string() + ": there is no such file");
  }
  Config config;
  config.assets_folder = DefaultAssets();
  try {
    ReadRoot(file, toml::parse_file(file.string()), config);
  } catch (const toml::parse_error& error) {
    throw ConfigError(file.string() + ", line " + std::to_string(error.source().begin.line) + ": " +
                      std::string(error.description()));
  }
  Demand(file, !config.office_address.empty(), "office.address");
  Demand(file, !config.authority_file.empty(), "tls.authority");
  Demand(file, !config.certificate_file.empty(), "tls.certificate");
  Demand(file, !config.key_file.empty(), "tls.key");
  Demand(file, !config.data_folder.empty(), "data.dir");
  const std::filesystem::path folder = std::filesystem::absolute(file).parent_path();
  for (auto* path : {&config.authority_file, &config.certificate_file, &config.key_file,
                     &config.data_folder, &config.assets_folder}) {
    *path = folder / *path;
  }
  if (!config.camera_picture.empty()) config.camera_picture = folder / config.camera_picture;
  return config;
}

std::string ConfigHelp() {
  std::string help = "The configuration, with what is meant where nothing is said:\n";
  for (const Setting& setting : Settings()) {
    help += "  [" + std::string(setting.section) + "] " + std::string(setting.key) + "\n      " +
            std::string(setting.allowed) + "; " + std::string(setting.meaning) + "\n";
  }
  return help;
}

void WriteConfig(const std::filesystem::path& file, const std::string& office_address) {
  std::ofstream stream(file, std::ios::trunc);
  stream
      << "[office]\naddress = \"" << office_address << "\"\n\n"
      << "[tls]\nauthority = \"ca.pem\"\ncertificate = \"kiosk.pem\"\nkey = \"kiosk.key\"\n\n"
      << "[data]\ndir = \"data\"\n\n"
      << "# Other readers: service_card_application, service_card_file, id_card_port, scanner.\n"
      << "[readers]\npcsc = true\n\n"
      << "# How many of them make a millimetre is asked at the first start, with a bank card on\n"
      << "# the glass; px_per_mm = 4.03 would say it here.\n"
      << "[panel]\nwidth_px = 1080\nheight_px = 1920\n\n"
      << "# What else can be said, as it is meant without it:\n"
      << "# [screen]\n# language = \"zh-CN\"\n# theme = \"warm\"\n"
      << "# still = false          # true: pages change at once, nothing moves by itself\n"
      << "# ask_later_seconds = 0  # so much later \"are you still there?\" when nobody waits\n";
  stream.flush();
  if (!stream) throw ConfigError(file.string() + ": cannot be written");
}

std::filesystem::path DefaultAssets() {
  const std::filesystem::path built = CHUNHUI_ASSETS;
  return std::filesystem::exists(built) ? built : Installed("assets");
}

std::filesystem::path DefaultPrompts() {
  const std::filesystem::path built = CHUNHUI_PROMPTS;
  return std::filesystem::exists(built) ? built : Installed("voice");
}

std::filesystem::path WireModule() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path() / "chunhui-wire.so";
}

}  // namespace chunhui::kiosk
