// A PIN or passphrase that a script hands over without showing it on a command line.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace chunhui::office {

// The first line of the file; without a file the environment variable. Nothing when neither is
// there or it is empty.
std::optional<std::string> ReadSecretText(const std::filesystem::path& file, const char* variable);

}  // namespace chunhui::office
