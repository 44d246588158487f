// Text that nobody may find in memory afterwards.
#pragma once

#include <string.h>

#include <string>

namespace chunhui::secrets {

// Overwrites, then empties; a plain clear() would leave the letters where they were.
inline void Wipe(std::string& text) {
  explicit_bzero(text.data(), text.size());
  text.clear();
}

}  // namespace chunhui::secrets
