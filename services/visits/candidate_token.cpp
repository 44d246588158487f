#include "services/visits/candidate_token.h"

#include <charconv>
#include <string_view>

#include "core/secrets/digest.h"

namespace chunhui::visits {
namespace {

constexpr size_t kTokenLengthMax = 1024;

std::optional<int> HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return std::nullopt;
}

std::optional<std::string> FromHex(std::string_view hex) {
  if (hex.size() % 2 != 0) return std::nullopt;
  std::string bytes;
  bytes.reserve(hex.size() / 2);
  for (size_t i = 0; i < hex.size(); i += 2) {
    const auto high = HexDigit(hex[i]);
    const auto low = HexDigit(hex[i + 1]);
    if (!high || !low) return std::nullopt;
    bytes += static_cast<char>(*high * 16 + *low);
  }
  return bytes;
}

std::string BoundTo(const calls::Device& device) {
  return "visits.candidate:" + calls::DeviceUri(device);
}

std::string_view TakeLine(std::string_view& rest) {
  const size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  return line;
}

int64_t ToNumber(std::string_view digits) {
  int64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

}  // namespace

std::string MakeCandidateToken(const secrets::Vault& vault, const calls::Device& device,
                               const CandidateClaim& claim) {
  const std::string plain = std::to_string(time::ToUnixMs(claim.expires_at)) + '\n' +
                            std::to_string(static_cast<int>(claim.assurance)) + '\n' +
                            claim.resident_id + '\n' + claim.voucher;
  return secrets::ToHex(vault.SealField(plain, BoundTo(device)));
}

std::optional<CandidateClaim> ReadCandidateToken(const secrets::Vault& vault,
                                                 const calls::Device& device,
                                                 const std::string& token) {
  if (token.size() > kTokenLengthMax) return std::nullopt;
  const auto sealed = FromHex(token);
  if (!sealed) return std::nullopt;
  const auto plain = vault.OpenField(*sealed, BoundTo(device));
  if (!plain) return std::nullopt;
  // Only this office can have sealed it, so its form needs no further check.
  std::string_view rest = *plain;
  CandidateClaim claim;
  claim.expires_at = time::FromUnixMs(ToNumber(TakeLine(rest)));
  claim.assurance = static_cast<v1::Assurance>(ToNumber(TakeLine(rest)));
  claim.resident_id = TakeLine(rest);
  claim.voucher = TakeLine(rest);
  return claim;
}

}  // namespace chunhui::visits
