#include "services/backup_bundle.h"

#include <charconv>

namespace chunhui::office {

std::string PackBundle(const Bundle& bundle) {
  std::string text;
  for (const auto& [name, bytes] : bundle) {
    text += name + " " + std::to_string(bytes.size()) + "\n" + bytes;
  }
  return text;
}

std::optional<Bundle> UnpackBundle(std::string_view text) {
  Bundle bundle;
  while (!text.empty()) {
    const size_t blank = text.find(' ');
    const size_t line_end = text.find('\n');
    if (blank == std::string_view::npos || line_end == std::string_view::npos || blank > line_end) {
      return std::nullopt;
    }
    size_t size = 0;
    const char* const number_end = text.data() + line_end;
    const auto [end, error] = std::from_chars(text.data() + blank + 1, number_end, size);
    if (error != std::errc() || end != number_end || size > text.size() - line_end - 1) {
      return std::nullopt;
    }
    bundle.emplace(text.substr(0, blank), text.substr(line_end + 1, size));
    text.remove_prefix(line_end + 1 + size);
  }
  return bundle;
}

}  // namespace chunhui::office
