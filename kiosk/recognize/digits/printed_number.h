// What a reader says stands on a card, turned into a number that can be one. Never completes or
// corrects: a check digit that does not fit is a wrong reading.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/time/date.h"

namespace chunhui::recognize {

struct IdRules {
  time::Date today;       // a birth date in the future is a wrong reading
  bool invented = false;  // also county 99 of a known prefecture, which nobody has
};

// The number of an ID card in a reader's line: blanks dropped, then exactly 18 characters with a
// right check digit, a possible birth date and a region that is or was one.
std::optional<std::string> PrintedIdNumber(std::string_view line, const IdRules& rules);

// The number of a senior service card: blanks dropped, then exactly 12 digits, the first an 8, with
// a right Luhn digit.
std::optional<std::string> PrintedServiceNumber(std::string_view line);

// The same number from the card's bar codes: the digits alone, or behind "CHUNHUI:SVC:".
std::optional<std::string> ServiceNumberOfCode(std::string_view payload);

}  // namespace chunhui::recognize
