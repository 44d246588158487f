#include "services/secret_text.h"

#include <cstdlib>
#include <fstream>

namespace chunhui::office {

std::optional<std::string> ReadSecretText(const std::filesystem::path& file, const char* variable) {
  std::string text;
  if (!file.empty()) {
    std::ifstream stream(file);
    std::getline(stream, text);
    if (text.ends_with('\r')) text.pop_back();
  } else if (const char* value = std::getenv(variable)) {
    text = value;
  }
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

}  // namespace chunhui::office
