// Where random bytes come from: passed in, so that tests repeat exactly.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <random>
#include <span>
#include <string>

namespace chunhui::secrets {

// Any thread.
class Random {
 public:
  virtual ~Random() = default;
  virtual void Fill(std::span<uint8_t> bytes) = 0;
};

// The operating system's generator by way of OpenSSL; the only one for real keys and tokens.
class SystemRandom : public Random {
 public:
  void Fill(std::span<uint8_t> bytes) override;
};

// The same bytes for the same seed. Not secret: tests and the demo town only.
class FakeRandom : public Random {
 public:
  explicit FakeRandom(uint64_t seed) : engine_(seed) {}
  void Fill(std::span<uint8_t> bytes) override;

 private:
  std::mutex mutex_;
  std::mt19937_64 engine_;  // under mutex_
};

std::string RandomBytes(Random& random, size_t count);

// UUID version 4, lower case: "3f0c8b52-7c0e-4c5f-9d31-0a9b6b1d2e4f".
std::string NewUuid(Random& random);

// UUID version 7 (RFC 9562): begins with the time, so that ids made one after the other lie side
// by side in an index and a group of writes touches few pages. 48 bits of time, 74 random bits.
std::string NewOrderedUuid(Random& random, std::chrono::sys_time<std::chrono::milliseconds> now);

}  // namespace chunhui::secrets
