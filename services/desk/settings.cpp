// The only home of toml++ in the desk.
#include "services/desk/settings.h"

#include <toml++/toml.h>

#include <optional>

namespace chunhui::desk {
namespace {

struct Key {
  std::string_view section;
  std::string_view name;
};
constexpr Key kKeys[] = {{"office", "address"},
                         {"tls", "authority"},
                         {"tls", "certificate"},
                         {"tls", "key"},
                         {"data", "dir"}};

bool IsKnown(std::string_view section, std::string_view name) {
  for (const Key& key : kKeys) {
    if (key.section == section && key.name == name) return true;
  }
  return false;
}

std::optional<std::string> FindUnknownKey(const toml::table& root) {
  for (const auto& [section, node] : root) {
    const toml::table* table = node.as_table();
    if (!table) return std::string(section.str());
    for (const auto& [name, value] : *table) {
      if (!IsKnown(section.str(), name.str())) {
        return std::string(section.str()) + "." + std::string(name.str());
      }
    }
  }
  return std::nullopt;
}

std::string TextOf(const toml::table& root, const Key& key) {
  return root[key.section][key.name].value_or(std::string());
}

}  // namespace

std::variant<Settings, std::string> ReadSettings(const std::filesystem::path& file) {
  if (!std::filesystem::is_regular_file(file)) {
    return file.string() + ": there is no such file (see --config)";
  }
  toml::table root;
  try {
    root = toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    return file.string() + ", line " + std::to_string(error.source().begin.line) + ": " +
           std::string(error.description());
  }
  if (const auto key = FindUnknownKey(root)) {
    return file.string() + ": unknown key '" + *key + "'";
  }
  for (const Key& key : kKeys) {
    if (TextOf(root, key).empty()) {
      return file.string() + ": '" + std::string(key.section) + "." + std::string(key.name) +
             "' must be a text";
    }
  }
  return Settings{TextOf(root, kKeys[0]), TextOf(root, kKeys[1]), TextOf(root, kKeys[2]),
                  TextOf(root, kKeys[3]), TextOf(root, kKeys[4])};
}

}  // namespace chunhui::desk
