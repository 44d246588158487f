#include "core/people/travel_permit.h"

#include <algorithm>

#include "core/people/id_number.h"

namespace chunhui::people {

std::optional<std::string> ReadTravelPermit(std::string_view typed) {
  std::string text = NormaliseIdNumber(typed);
  const bool has_letter = text.starts_with('H') || text.starts_with('M');
  const std::string_view digits = std::string_view(text).substr(has_letter ? 1 : 0);
  const bool all_digits = std::all_of(digits.begin(), digits.end(),
                                      [](char digit) { return digit >= '0' && digit <= '9'; });
  const bool right_length = digits.size() == 8 || (has_letter && digits.size() == 10);
  if (!all_digits || !right_length) return std::nullopt;
  return text;
}

}  // namespace chunhui::people
