// Where the office is and which certificate this desk shows it: desk.toml, as the office writes it.
#pragma once

#include <filesystem>
#include <string>
#include <variant>

namespace chunhui::desk {

struct Settings {
  std::string office;  // "127.0.0.1:7443"
  std::filesystem::path authority;
  std::filesystem::path certificate;
  std::filesystem::path key;
  std::filesystem::path data_dir;
};

// The settings, or one line that says which file and key is wrong and what is allowed.
std::variant<Settings, std::string> ReadSettings(const std::filesystem::path& file);

}  // namespace chunhui::desk
