// Numbers of cards and badges: chip ids as readers send them, or digits as printed. Never a key of
// a person: cards are replaced.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chunhui::people {

// Plain, upper case, without blanks, hyphens and colons; nothing unless 4 to 40 letters and digits
// of ASCII are left.
std::optional<std::string> NormaliseCard(std::string_view card);

// How the text of every QR code of the office begins; no card number is that long.
inline constexpr std::string_view kQrBegin = "CHQ";
inline constexpr size_t kQrLengthMin = 45;
inline constexpr size_t kQrLengthMax = 200;
// May be a QR code of an office: its signature is looked at there.
bool LooksLikeQr(std::string_view shown);

}  // namespace chunhui::people
