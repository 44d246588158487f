#include "kiosk/screens/number_hints.h"

#include <algorithm>
#include <initializer_list>

#include "core/people/id_number.h"
#include "core/people/phone.h"
#include "core/people/regions.h"

namespace chunhui::screens {
namespace {

using kit::Words;

constexpr size_t kIdLength = 18;
constexpr size_t kBirthEnds = 14;
constexpr int kMobileDigits = 11;

int Number(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

std::string Grouped(std::string_view typed, std::initializer_list<size_t> ends) {
  std::string grouped;
  for (size_t i = 0; i < typed.size(); ++i) {
    if (std::find(ends.begin(), ends.end(), i) != ends.end()) grouped += ' ';
    grouped += typed[i];
  }
  return grouped;
}

// A birth date of eight digits that cannot be, unless the number is an old one of 15 digits.
bool BirthIsWrong(std::string_view typed, time::Date today) {
  const int century = Number(typed.substr(6, 2));
  if (century < 18 || century > 20) return false;
  const int month_of_old = Number(typed.substr(8, 2));
  const int day_of_old = Number(typed.substr(10, 2));
  if (month_of_old >= 1 && month_of_old <= 12 && day_of_old >= 1 && day_of_old <= 31) return false;
  const time::Date birth{Number(typed.substr(6, 4)), Number(typed.substr(10, 2)),
                         Number(typed.substr(12, 2))};
  return !birth.IsValid() || birth > today;
}

}  // namespace

std::string IdHint(const Words& words, const std::string& typed, time::Date today) {
  using people::IdFault;
  const people::IdReading reading = people::ReadIdNumber(typed, today);
  switch (reading.fault) {
    case IdFault::kNone:
      return {};
    case IdFault::kEmpty:
      return words.Text("who.empty_hint");
    case IdFault::kTooShort:
      return words.Text("who.fault.short", {{"count", reading.characters_off}});
    case IdFault::kTooLong:
      return words.Text("who.fault.long", {{"count", reading.characters_off}});
    case IdFault::kBadCharacter:
      return words.Text("who.fault.character", {{"position", reading.position}});
    case IdFault::kBadProvince:
      return words.Text("who.fault.province");
    case IdFault::kBadDate:
      return words.Text("who.fault.date");
    case IdFault::kBadCheckDigit:
      return words.Text("who.fault.check");
    case IdFault::kAskStaff:
      return words.Text("who.fault.staff");
  }
  return {};
}

std::string PhoneHint(const Words& words, const std::string& typed) {
  if (typed.empty()) return words.Text("who.empty_hint");
  if (people::ReadPhone(typed)) return {};
  const int off = static_cast<int>(typed.size()) - kMobileDigits;
  if (typed.front() == '1' && off < 0) return words.Text("who.fault.short", {{"count", -off}});
  if (typed.front() == '1' && off > 0) return words.Text("who.fault.long", {{"count", off}});
  return words.Text("who.fault.phone");
}

std::string IdHintSoFar(const Words& words, const std::string& typed, time::Date today) {
  if (typed.size() >= kIdLength) return IdHint(words, typed, today);
  // X can only be the last of all.
  if (const size_t x = typed.find('X'); x != std::string::npos) {
    return words.Text("who.fault.character", {{"position", static_cast<int>(x) + 1}});
  }
  const size_t province = !typed.empty() && typed.front() == '9' ? 1 : 0;
  if (typed.size() >= province + 2 &&
      !people::IsProvince(Number(std::string_view(typed).substr(province, 2)))) {
    return words.Text("who.fault.province");
  }
  if (typed.size() >= kBirthEnds && BirthIsWrong(typed, today)) return words.Text("who.fault.date");
  return {};
}

std::string PhoneHintSoFar(const Words& words, const std::string& typed) {
  if (typed.empty()) return {};
  const bool mobile = typed.front() == '1';
  if (mobile && static_cast<int>(typed.size()) > kMobileDigits) return PhoneHint(words, typed);
  const bool wrong_begin = !mobile && typed.front() != '0';
  const bool wrong_mobile = mobile && typed.size() > 1 && (typed[1] < '3' || typed[1] > '9');
  return wrong_begin || wrong_mobile ? words.Text("who.fault.phone") : std::string();
}

std::string GroupedId(std::string_view typed) { return Grouped(typed, {6, 10, 14}); }

std::string GroupedPhone(std::string_view typed) {
  if (!typed.empty() && typed.front() == '1') return Grouped(typed, {3, 7});
  return std::string(typed);
}

}  // namespace chunhui::screens
