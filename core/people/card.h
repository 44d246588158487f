// Numbers of cards and badges: UIDs as readers send them, or as printed. Never a key of a person.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chunhui::people {

// Upper case; nothing unless 4 to 40 letters and digits of ASCII.
std::optional<std::string> NormaliseCard(std::string_view card);

}  // namespace chunhui::people
