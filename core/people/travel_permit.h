// Permits that visitors from Hong Kong, Macao and Taiwan carry instead of an identity number. They
// say nothing about age or sex and have no check digit.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chunhui::people {

// The normalised number: return-home permit H or M and 8 or 10 digits, Taiwan permit 8 digits.
// Nothing for anything else.
std::optional<std::string> ReadTravelPermit(std::string_view typed);

}  // namespace chunhui::people
