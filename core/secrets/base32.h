// Bytes as capital letters and digits (RFC 4648 base 32 without padding): what a QR code holds in
// its compact mode and what a scanner can type on any keyboard.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chunhui::secrets {

std::string ToBase32(std::string_view bytes);
// Nothing for any other character, a length that cannot be, or bits left over.
std::optional<std::string> FromBase32(std::string_view text);

}  // namespace chunhui::secrets
