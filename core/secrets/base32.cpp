#include "core/secrets/base32.h"

#include <cstdint>

namespace chunhui::secrets {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr int kBitsPerLetter = 5;

}  // namespace

std::string ToBase32(std::string_view bytes) {
  std::string text;
  uint32_t bits = 0;
  int count = 0;
  for (const char byte : bytes) {
    bits = bits << 8 | static_cast<uint8_t>(byte);
    for (count += 8; count >= kBitsPerLetter; count -= kBitsPerLetter) {
      text += kAlphabet[bits >> (count - kBitsPerLetter) & 31];
    }
    bits &= 31;
  }
  if (count > 0) text += kAlphabet[bits << (kBitsPerLetter - count) & 31];
  return text;
}

std::optional<std::string> FromBase32(std::string_view text) {
  std::string bytes;
  uint32_t bits = 0;
  int count = 0;
  for (const char letter : text) {
    const size_t value = kAlphabet.find(letter);
    if (value == std::string_view::npos) return std::nullopt;
    bits = (bits << kBitsPerLetter | static_cast<uint32_t>(value)) & 0xFFF;
    count += kBitsPerLetter;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xFF);
  }
  const bool left_over = count >= kBitsPerLetter || (bits & ((1u << count) - 1)) != 0;
  if (left_over) return std::nullopt;
  return bytes;
}

}  // namespace chunhui::secrets
