// Names as staff type them to find somebody: pinyin without tones, and its first letters. Every
// reading of a character with several is tried, so that 曾 (Zeng), 单 (Shan) and 万俟 (Moqi) are
// found as surnames and as anything else. For finding only, never for speaking a name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chunhui::people {

// More readings of one name than this are left out, the unlikelier ones of its later characters
// first.
inline constexpr size_t kPinyinKeysMax = 64;

// "dan shan chan": the readings of one character without tones, ü as v, the likeliest first. Empty
// when there is none.
std::string_view ReadingsOf(char32_t character);

// "zengxiulan" and "zxl", "cengxiulan" and "cxl": sorted, no duplicates. Letters of other scripts
// than Han stay as they are, in small letters. A character without a known reading ends the keys
// before it. `name` is a normalised name.
std::vector<std::string> PinyinKeys(std::string_view name);

// What somebody typed to search by: small letters without blanks and apostrophes, ü as v. Empty
// when it holds anything but letters.
std::string PinyinTyped(std::string_view typed);

}  // namespace chunhui::people
