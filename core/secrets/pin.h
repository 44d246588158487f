// Staff PINs and passphrases: Argon2id, slow on purpose (about 50 ms and 19 MiB each). Never on an
// RPC thread or in the writer.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/secrets/random.h"

namespace chunhui::secrets {

// "$argon2id$v=19$m=19456,t=2,p=1$..." with its own salt.
std::string HashPin(std::string_view pin, Random& random);
// False for a wrong PIN and for a text that is no such hash.
bool VerifyPin(std::string_view hash, std::string_view pin);

// Encrypts a blob (the key file in a backup) under a passphrase: Argon2id, then AES-256-GCM.
std::string LockWithPassphrase(std::string_view plain, std::string_view passphrase, Random& random);
// Nothing when the passphrase is wrong or the bytes were changed.
std::optional<std::string> UnlockWithPassphrase(std::string_view locked,
                                                std::string_view passphrase);

}  // namespace chunhui::secrets
