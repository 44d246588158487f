#include "core/secrets/pin.h"

#include <argon2.h>

#include <array>

#include "core/secrets/error.h"
#include "core/secrets/gcm.h"

namespace chunhui::secrets {
namespace {

// OWASP's first choice for Argon2id.
constexpr uint32_t kMemoryKib = 19 * 1024;
constexpr uint32_t kPasses = 2;
constexpr uint32_t kLanes = 1;
constexpr size_t kSaltBytes = 16;
constexpr size_t kHashBytes = 32;

// First byte of a locked blob; the costs above belong to it.
constexpr char kArgon2idAes256Gcm = 1;

Key KeyFromPassphrase(std::string_view passphrase, std::string_view salt) {
  Key key;
  const int code =
      argon2id_hash_raw(kPasses, kMemoryKib, kLanes, passphrase.data(), passphrase.size(),
                        salt.data(), salt.size(), key.bytes.data(), key.bytes.size());
  if (code != ARGON2_OK) throw SecretsError("Argon2id: " + std::string(argon2_error_message(code)));
  return key;
}

}  // namespace

std::string HashPin(std::string_view pin, Random& random) {
  const std::string salt = RandomBytes(random, kSaltBytes);
  std::array<char, 128> encoded{};
  const int code =
      argon2id_hash_encoded(kPasses, kMemoryKib, kLanes, pin.data(), pin.size(), salt.data(),
                            salt.size(), kHashBytes, encoded.data(), encoded.size());
  if (code != ARGON2_OK) throw SecretsError("Argon2id: " + std::string(argon2_error_message(code)));
  return encoded.data();
}

bool VerifyPin(std::string_view hash, std::string_view pin) {
  const std::string encoded(hash);
  return argon2id_verify(encoded.c_str(), pin.data(), pin.size()) == ARGON2_OK;
}

std::string LockWithPassphrase(std::string_view plain, std::string_view passphrase,
                               Random& random) {
  std::string locked(1, kArgon2idAes256Gcm);
  locked += RandomBytes(random, kSaltBytes);
  const std::string head = locked;
  const Key key = KeyFromPassphrase(passphrase, std::string_view(head).substr(1));
  std::array<uint8_t, kNonceBytes> nonce;
  random.Fill(nonce);
  GcmSeal(PrepareGcm(key), nonce, plain, head, locked);
  return locked;
}

std::optional<std::string> UnlockWithPassphrase(std::string_view locked,
                                                std::string_view passphrase) {
  constexpr size_t kHeadBytes = 1 + kSaltBytes;
  if (locked.size() < kHeadBytes || locked[0] != kArgon2idAes256Gcm) return std::nullopt;
  const std::string_view head = locked.substr(0, kHeadBytes);
  const Key key = KeyFromPassphrase(passphrase, head.substr(1));
  return GcmOpen(PrepareGcm(key), locked.substr(kHeadBytes), head);
}

}  // namespace chunhui::secrets
