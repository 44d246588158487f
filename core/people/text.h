// The few questions about UTF-8 text that rules about people need.
#pragma once

#include <string_view>

namespace chunhui::people {

// Well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
bool IsValidUtf8(std::string_view text);

// Unicode code points, for valid text. "𠅤" counts one.
int CountCharacters(std::string_view utf8);

}  // namespace chunhui::people
