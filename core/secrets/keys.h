// The keys of an office and the file that holds them, beside the database and never inside it.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/secrets/random.h"

namespace chunhui::secrets {

// 256 bits, wiped when it goes.
struct Key {
  std::array<uint8_t, 32> bytes{};
  Key() = default;
  Key(const Key&) = default;
  Key& operator=(const Key&) = default;
  bool operator==(const Key&) const = default;
  ~Key();
};

struct Keys {
  int version = 1;  // of the file's form
  Key data;         // encrypts fields
  Key index;        // blind look-up
  Key token;        // hashes of visit and session tokens
};

Keys MakeKeys(Random& random);

// Writes a new file with mode 0600 and refuses to replace one. Throws SecretsError.
void SaveKeys(const std::filesystem::path& file, const Keys& keys);

// Throws SecretsError that says what to do: missing, readable by others (chmod 600), damaged,
// of a newer form.
Keys LoadKeys(const std::filesystem::path& file);

// The file's text, as SaveKeys writes it; for the encrypted copy in a backup.
std::string KeysToText(const Keys& keys);
Keys KeysFromText(std::string_view text);

}  // namespace chunhui::secrets
