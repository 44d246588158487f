// The likeliest number that can be one, when the best character at every place makes none: a
// reflection over one digit leaves two that it may be, and only one of them makes a possible
// number.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/recognize/digits/digit_line.h"

namespace chunhui::recognize {

using NumberCheck = std::function<std::optional<std::string>(std::string_view)>;

struct LikelyNumber {
  std::string number;
  double cost = 0;  // nats below the best character at every place; 0 where all of them stand
  double lead = 0;  // nats to the next number that can be one; the search's end where none is known
};

// Nothing is filled in: every character is one that the line may show, within kCostMax nats of the
// best there, and the last one, which checks the others, is always the best. Nothing where no such
// number can be one, or where too many are possible to look at.
std::optional<LikelyNumber> FindLikelyNumber(const DigitLine& line, const NumberCheck& check);

// Sure enough to stand for a photo: close to what `line` shows, all others far behind, and no more
// than one character in doubt, which is not the last. With two in doubt some number always fits.
bool IsSure(const LikelyNumber& likely, const DigitLine& line);

}  // namespace chunhui::recognize
