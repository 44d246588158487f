#include "services/residents/qr_token.h"

#include "core/people/card.h"
#include "core/secrets/base32.h"
#include "core/secrets/digest.h"

namespace chunhui::residents {
namespace {

constexpr char kVersion = '1';
constexpr std::string_view kPurpose = "residents.qr.1";
constexpr size_t kNumberBytes = 10;
constexpr size_t kDayBytes = 2;
constexpr size_t kSignatureBytes = 16;

constexpr time::Date kFirstDay{2020, 1, 1};  // days are counted from here

std::string CardOf(std::string_view number) { return "QR" + secrets::ToBase32(number); }

std::string Sign(const secrets::Vault& vault, std::string_view signed_bytes) {
  return vault.BlindIndex(kPurpose, signed_bytes).substr(0, kSignatureBytes);
}

}  // namespace

QrToken MakeQrToken(const secrets::Vault& vault, secrets::Random& random, time::Date valid_until) {
  std::string bytes = secrets::RandomBytes(random, kNumberBytes);
  const std::string card = CardOf(bytes);
  const int day = time::DaysBetween(kFirstDay, valid_until);
  bytes += static_cast<char>(day >> 8);
  bytes += static_cast<char>(day & 0xFF);
  bytes += Sign(vault, bytes);
  return {std::string(people::kQrBegin) + kVersion + secrets::ToBase32(bytes), card};
}

std::optional<QrClaim> ReadQrToken(const secrets::Vault& vault, std::string_view token) {
  if (!people::LooksLikeQr(token) || token[people::kQrBegin.size()] != kVersion) {
    return std::nullopt;
  }
  const auto bytes = secrets::FromBase32(token.substr(people::kQrBegin.size() + 1));
  constexpr size_t kSigned = kNumberBytes + kDayBytes;
  if (!bytes || bytes->size() != kSigned + kSignatureBytes) return std::nullopt;
  const std::string_view content = std::string_view(*bytes).substr(0, kSigned);
  if (!secrets::EqualInConstantTime(Sign(vault, content), bytes->substr(kSigned))) {
    return std::nullopt;
  }
  const int day = static_cast<uint8_t>(content[kNumberBytes]) << 8 |
                  static_cast<uint8_t>(content[kNumberBytes + 1]);
  return QrClaim{CardOf(content.substr(0, kNumberBytes)), kFirstDay.AddDays(day)};
}

}  // namespace chunhui::residents
