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

}  // namespace chunhui::people
