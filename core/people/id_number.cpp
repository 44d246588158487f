#include "core/people/id_number.h"

#include <algorithm>
#include <array>

#include "core/people/age.h"
#include "core/people/regions.h"
#include "core/people/text.h"

namespace chunhui::people {
namespace {

constexpr int kAgeYearsMax = 130;
constexpr size_t kLength = 18;
constexpr size_t kOldLength = 15;

bool IsDigit(char32_t character) { return character >= U'0' && character <= U'9'; }
bool IsLetter(char32_t character) { return character >= U'A' && character <= U'Z'; }

int Number(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

Sex SexOf(char digit) { return (digit - '0') % 2 == 1 ? Sex::kMale : Sex::kFemale; }

IdReading Fault(IdFault fault, int characters_off = 0, int position = 0) {
  return IdReading{std::nullopt, fault, characters_off, position};
}

IdReading Found(IdNumber number) { return IdReading{std::move(number), IdFault::kNone, 0, 0}; }

bool IsPlausibleBirth(time::Date birth, time::Date today) {
  return birth.IsValid() && birth <= today && AgeOn(birth, today) <= kAgeYearsMax;
}

IdKind KindOf(std::string_view number) {
  if (number[0] == '9') return IdKind::kForeignCard;
  if (number[0] == '8') return IdKind::kResidencePermit;
  return IdKind::kCitizen;
}

// 18 characters, of which the first 17 are digits and the last a digit or X.
IdReading ReadNew(std::string_view number, time::Date today) {
  const IdKind kind = KindOf(number);
  const int province = Number(number.substr(kind == IdKind::kForeignCard ? 1 : 0, 2));
  if (!IsProvince(province)) return Fault(IdFault::kBadProvince);
  const time::Date birth{Number(number.substr(6, 4)), Number(number.substr(10, 2)),
                         Number(number.substr(12, 2))};
  if (!IsPlausibleBirth(birth, today)) return Fault(IdFault::kBadDate);
  if (IdCheckCharacter(number.substr(0, 17)) != number[17]) return Fault(IdFault::kBadCheckDigit);
  const bool region_known =
      kind == IdKind::kForeignCard || IsKnownRegion(Number(number.substr(0, 6)));
  return Found(IdNumber{std::string(number), kind, birth, SexOf(number[16]), region_known});
}

// 15 digits: region, YYMMDD, sequence, no check. All were issued before 2000.
IdReading ReadOld(std::string_view number, time::Date today) {
  if (!IsProvince(Number(number.substr(0, 2)))) return Fault(IdFault::kBadProvince);
  if (Number(number.substr(12, 3)) >= 996) return Fault(IdFault::kAskStaff);
  std::string full(number);
  full.insert(6, "19");
  full.push_back(*IdCheckCharacter(full));
  return ReadNew(full, today);
}

// The check digit of travel documents: weights 7, 3, 1; letters count from 10.
char TravelCheckDigit(std::string_view characters) {
  constexpr std::array<int, 3> kWeights{7, 3, 1};
  int sum = 0;
  for (size_t i = 0; i < characters.size(); ++i) {
    const char character = characters[i];
    const int value =
        IsLetter(static_cast<char32_t>(character)) ? character - 'A' + 10 : character - '0';
    sum += value * kWeights[i % 3];
  }
  return static_cast<char>('0' + sum % 10);
}

// 3 letters, 4 digits of region, YYMMDD, sex, check. The century is the one that makes the holder
// younger than 100.
IdReading ReadForeign2017(std::string_view number, time::Date today) {
  if (!IsProvince(Number(number.substr(3, 2)))) return Fault(IdFault::kBadProvince);
  time::Date birth{1900 + Number(number.substr(7, 2)), Number(number.substr(9, 2)),
                   Number(number.substr(11, 2))};
  if (AgeOn(birth, today) >= 100) birth.year += 100;
  if (!IsPlausibleBirth(birth, today)) return Fault(IdFault::kBadDate);
  if (TravelCheckDigit(number.substr(0, 14)) != number[14]) return Fault(IdFault::kBadCheckDigit);
  return Found(IdNumber{std::string(number), IdKind::kForeignCard2017, birth, SexOf(number[13])});
}

struct Form {
  size_t length;
  bool (*allows)(size_t index, char32_t character);
  IdReading (*read)(std::string_view number, time::Date today);
  bool has_check;
};

constexpr Form kNewForm{kLength,
                        [](size_t index, char32_t character) {
                          return IsDigit(character) || (index == kLength - 1 && character == U'X');
                        },
                        ReadNew, true};
constexpr Form kOldForm{kOldLength, [](size_t, char32_t character) { return IsDigit(character); },
                        ReadOld, false};
constexpr Form kForeign2017Form{kOldLength,
                                [](size_t index, char32_t character) {
                                  return index < 3 ? IsLetter(character) : IsDigit(character);
                                },
                                ReadForeign2017, true};

const Form& FormOf(std::u32string_view text) {
  const bool letters_first = text.size() >= 3 && text.size() != kLength &&
                             std::all_of(text.begin(), text.begin() + 3, IsLetter);
  if (letters_first) return kForeign2017Form;
  return text.size() == kOldLength ? kOldForm : kNewForm;
}

IdReading ReadAs(const Form& form, std::u32string_view text, time::Date today) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (!form.allows(i, text[i])) {
      return Fault(IdFault::kBadCharacter, 0, static_cast<int>(i) + 1);
    }
  }
  return form.read(ToUtf8(text), today);
}

// What a camera or a hurried hand may have meant.
std::u32string WithDigitsForLetters(const Form& form, std::u32string_view text) {
  std::u32string fixed(text);
  for (size_t i = 0; i < fixed.size(); ++i) {
    if (form.allows(i, fixed[i])) continue;
    if (fixed[i] == U'O') fixed[i] = U'0';
    if (fixed[i] == U'I' || fixed[i] == U'L') fixed[i] = U'1';
  }
  return fixed;
}

bool IsDropped(char32_t character) {
  constexpr std::u32string_view kDropped =
      U" \t\r\n\u00a0\u3000-\u2010\u2011\u2012\u2013\u2014\u2212";
  return kDropped.find(character) != std::u32string_view::npos;
}

}  // namespace

std::string NormaliseIdNumber(std::string_view typed) {
  std::u32string text = ToCodePoints(ToNfkc(typed));
  std::erase_if(text, IsDropped);
  for (char32_t& character : text) {
    if (character >= U'a' && character <= U'z') character -= U'a' - U'A';
  }
  return ToUtf8(text);
}

IdReading ReadIdNumber(std::string_view typed, time::Date today) {
  const std::u32string text = ToCodePoints(NormaliseIdNumber(typed));
  if (text.empty()) return Fault(IdFault::kEmpty);
  const Form& form = FormOf(text);
  const int off = static_cast<int>(text.size()) - static_cast<int>(form.length);
  if (off < 0) return Fault(IdFault::kTooShort, -off);
  if (off > 0) return Fault(IdFault::kTooLong, off);
  const IdReading as_typed = ReadAs(form, text, today);
  if (as_typed.fault != IdFault::kBadCharacter || !form.has_check) return as_typed;
  const IdReading guessed = ReadAs(form, WithDigitsForLetters(form, text), today);
  return guessed ? guessed : as_typed;
}

std::optional<char> IdCheckCharacter(std::string_view seventeen_digits) {
  constexpr std::array<int, 17> kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::string_view kCharacters = "10X98765432";
  if (seventeen_digits.size() != kWeights.size()) return std::nullopt;
  int sum = 0;
  for (size_t i = 0; i < kWeights.size(); ++i) {
    if (!IsDigit(static_cast<char32_t>(seventeen_digits[i]))) return std::nullopt;
    sum += (seventeen_digits[i] - '0') * kWeights[i];
  }
  return kCharacters[static_cast<size_t>(sum % 11)];
}

std::string MaskIdNumber(std::string_view id_number) {
  constexpr size_t kShownFirst = 3;
  constexpr size_t kShownLast = 4;
  constexpr size_t kHiddenMin = 8;
  const size_t shown = kShownFirst + kShownLast;
  if (id_number.size() < shown + kHiddenMin) return std::string(id_number.size(), '*');
  std::string masked(id_number);
  masked.replace(kShownFirst, id_number.size() - shown, id_number.size() - shown, '*');
  return masked;
}

}  // namespace chunhui::people
