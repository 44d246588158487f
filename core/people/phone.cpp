#include "core/people/phone.h"

#include <algorithm>
#include <array>

#include "core/people/text.h"

namespace chunhui::people {
namespace {

constexpr std::array<std::string_view, 6> kHotlines{"12345", "12333", "12349", "110", "120", "119"};

// Digits only, or empty when there is anything that does not belong into a phone number.
std::string DigitsOf(std::string_view typed) {
  constexpr std::u32string_view kDropped = U" \t\u00a0\u3000-\u2010\u2013\u2014()";
  std::string digits;
  for (const char32_t character : ToCodePoints(ToNfkc(typed))) {
    if (character >= U'0' && character <= U'9') {
      digits.push_back(static_cast<char>(character));
    } else if (character == U'+' && digits.empty()) {
      digits = "00";
    } else if (kDropped.find(character) == std::u32string_view::npos) {
      return {};
    }
  }
  return digits;
}

bool IsMobile(std::string_view digits) {
  return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3';
}

// 0, two or three digits of area, seven or eight of the subscriber.
bool IsLandline(std::string_view digits) {
  return digits.size() >= 10 && digits.size() <= 12 && digits[0] == '0' && digits[1] != '0';
}

bool IsHotline(std::string_view digits) {
  return std::find(kHotlines.begin(), kHotlines.end(), digits) != kHotlines.end();
}

// 010 and 02x are the short area codes.
size_t AreaDigits(std::string_view landline) {
  return landline.starts_with("010") || landline.starts_with("02") ? 3 : 4;
}

}  // namespace

std::optional<Phone> ReadPhone(std::string_view typed) {
  constexpr std::string_view kChina = "0086";
  std::string digits = DigitsOf(typed);
  if (digits.starts_with(kChina)) {
    digits.erase(0, kChina.size());
    // Abroad the 0 of the area code is left out.
    if (!IsMobile(digits) && !digits.starts_with('0')) digits.insert(0, 1, '0');
  }
  if (IsMobile(digits)) return Phone{digits, PhoneKind::kMobile};
  if (IsLandline(digits)) return Phone{digits, PhoneKind::kLandline};
  if (IsHotline(digits)) return Phone{digits, PhoneKind::kHotline};
  return std::nullopt;
}

std::string MaskPhone(std::string_view phone) {
  const std::optional<Phone> read = ReadPhone(phone);
  if (!read) return std::string(phone.size(), '*');
  const std::string& digits = read->text;
  if (read->kind == PhoneKind::kHotline) return digits;
  const size_t shown = read->kind == PhoneKind::kMobile ? 3 : AreaDigits(digits);
  return digits.substr(0, shown) + "****" + digits.substr(digits.size() - 4);
}

}  // namespace chunhui::people
