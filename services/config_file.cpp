// The only home of toml++ in the office.
#include <toml++/toml.h>

#include <algorithm>
#include <string>

#include "services/config.h"

namespace chunhui::office {
namespace {

std::string Where(const std::filesystem::path& file, const toml::source_region& source) {
  return file.string() + ", line " + std::to_string(source.begin.line) + ": ";
}

const Setting* FindSetting(const std::string& key) {
  const auto settings = Settings();
  const auto found = std::ranges::find(settings, key, &Setting::key);
  return found == settings.end() ? nullptr : &*found;
}

bool IsSection(const std::string& name) {
  return std::ranges::any_of(
      Settings(), [&](const Setting& setting) { return setting.key.starts_with(name + "."); });
}

bool ApplyNode(const Setting& setting, const toml::node& node, Config& config) {
  if (const auto* number = node.as_integer()) return ApplyNumber(setting, number->get(), config);
  if (const auto* text = node.as_string()) return ApplyWords(setting, text->get(), config);
  return false;
}

std::optional<std::string> ReadSection(const std::filesystem::path& file, const std::string& name,
                                       const toml::table& section, Config& config) {
  for (const auto& [short_key, node] : section) {
    const std::string key = name + "." + std::string(short_key.str());
    const Setting* setting = FindSetting(key);
    if (!setting) return Where(file, node.source()) + "unknown key '" + key + "'";
    if (!ApplyNode(*setting, node, config)) {
      return Where(file, node.source()) + "'" + key + "' must be " + AllowedFor(*setting);
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> ReadConfigFile(const std::filesystem::path& file, Config& config) {
  if (!std::filesystem::is_regular_file(file)) return file.string() + ": there is no such file";
  toml::table root;
  try {
    root = toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    return Where(file, error.source()) + std::string(error.description());
  }
  for (const auto& [key, node] : root) {
    const std::string name(key.str());
    if (!IsSection(name)) return Where(file, node.source()) + "unknown key '" + name + "'";
    const toml::table* section = node.as_table();
    if (!section) return Where(file, node.source()) + "'" + name + "' must be a [section]";
    if (auto problem = ReadSection(file, name, *section, config)) return problem;
  }
  return std::nullopt;
}

}  // namespace chunhui::office
