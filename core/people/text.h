// The few questions about UTF-8 text that rules about people need.
#pragma once

#include <string>
#include <string_view>

namespace chunhui::people {

// Well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
bool IsValidUtf8(std::string_view text);

// Unicode code points, for valid text. "𠅤" counts one.
int CountCharacters(std::string_view utf8);

// Code points and back. Each malformed byte becomes U+FFFD.
std::u32string ToCodePoints(std::string_view utf8);
std::string ToUtf8(std::u32string_view code_points);

// A Chinese ideograph, those beyond the BMP and the newest extensions included.
bool IsHan(char32_t code_point);

// Unicode NFKC: full-width digits and letters become plain ones.
std::string ToNfkc(std::string_view utf8);
// Unicode NFC: one form for letters with marks.
std::string ToNfc(std::string_view utf8);

}  // namespace chunhui::people
