#include "core/secrets/random.h"

#include <openssl/rand.h>

#include "core/secrets/digest.h"
#include "core/secrets/error.h"

namespace chunhui::secrets {

void SystemRandom::Fill(std::span<uint8_t> bytes) {
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
    throw SecretsError("the system gives no random bytes");
  }
}

void FakeRandom::Fill(std::span<uint8_t> bytes) {
  const std::lock_guard lock(mutex_);
  for (uint8_t& byte : bytes) byte = static_cast<uint8_t>(engine_());
}

std::string RandomBytes(Random& random, size_t count) {
  std::string bytes(count, '\0');
  random.Fill(std::span(reinterpret_cast<uint8_t*>(bytes.data()), count));
  return bytes;
}

std::string NewUuid(Random& random) {
  std::string bytes = RandomBytes(random, 16);
  bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x40);  // version 4
  bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);  // variant of RFC 4122
  std::string text = ToHex(bytes);
  for (const size_t position : {8, 13, 18, 23}) text.insert(position, 1, '-');
  return text;
}

}  // namespace chunhui::secrets
