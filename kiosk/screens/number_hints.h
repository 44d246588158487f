// What is said about a number while and after it is typed, and how it is grouped. Kind: names the
// part that looks wrong, never the person.
#pragma once

#include <string>
#include <string_view>

#include "core/time/date.h"
#include "kiosk/kit/words.h"

namespace chunhui::screens {

// Empty when nothing is wrong.
std::string IdHint(const kit::Words& words, const std::string& typed, time::Date today);
std::string PhoneHint(const kit::Words& words, const std::string& typed);

// The same before the number is complete: only what no further digit can mend.
std::string IdHintSoFar(const kit::Words& words, const std::string& typed, time::Date today);
std::string PhoneHintSoFar(const kit::Words& words, const std::string& typed);

// "110199 1943 0228 0012", "139 0000 0001": as cards and people write them.
std::string GroupedId(std::string_view typed);
std::string GroupedPhone(std::string_view typed);

}  // namespace chunhui::screens
