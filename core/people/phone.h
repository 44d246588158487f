// Phone numbers in China. Elders may share one or have none: never a key.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chunhui::people {

enum class PhoneKind { kMobile, kLandline, kHotline };

struct Phone {
  std::string text;  // digits only, without +86 and without hyphen
  PhoneKind kind = PhoneKind::kMobile;
};

// Accepts blanks, hyphens, full-width digits and +86/0086 before a mobile. Nothing when it is no
// phone number.
std::optional<Phone> ReadPhone(std::string_view typed);

// "138****1234"; a landline "010****5678" (area code and last 4).
std::string MaskPhone(std::string_view phone);

}  // namespace chunhui::people
