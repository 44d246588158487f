// UTF-8 to 32-bit code points and back. Bytes that are not UTF-8 become U+FFFD, one each.
#pragma once

#include <string>
#include <string_view>

namespace chunhui::kit {

std::u32string Decode(std::string_view utf8);
std::string Encode(std::u32string_view points);

// Fills the em square: Han, kana, full-width forms and Chinese punctuation.
bool IsWide(char32_t point);
bool IsHan(char32_t point);

}  // namespace chunhui::kit
