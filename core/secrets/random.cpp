#include "core/secrets/random.h"

#include <openssl/rand.h>

#include "core/secrets/digest.h"
#include "core/secrets/error.h"

namespace chunhui::secrets {
namespace {

constexpr size_t kUuidBytes = 16;
constexpr size_t kTimeBytes = 6;  // of version 7

std::string UuidText(std::string bytes, int version) {
  bytes[6] = static_cast<char>((bytes[6] & 0x0f) | (version << 4));
  bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);  // variant of RFC 9562
  std::string text = ToHex(bytes);
  for (const size_t position : {8, 13, 18, 23}) text.insert(position, 1, '-');
  return text;
}

}  // namespace

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

std::string NewUuid(Random& random) { return UuidText(RandomBytes(random, kUuidBytes), 4); }

std::string NewOrderedUuid(Random& random, std::chrono::sys_time<std::chrono::milliseconds> now) {
  std::string bytes = RandomBytes(random, kUuidBytes);
  const auto unix_ms = static_cast<uint64_t>(now.time_since_epoch().count());
  for (size_t i = 0; i < kTimeBytes; ++i) {
    bytes[i] = static_cast<char>(unix_ms >> (8 * (kTimeBytes - 1 - i)));
  }
  return UuidText(std::move(bytes), 7);
}

}  // namespace chunhui::secrets
