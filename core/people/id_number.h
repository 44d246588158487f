// Numbers of Chinese identity documents (GB 11643-1999 and its relatives). A right check digit is
// not a proof of identity. Rules and sources: RULES §2.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/time/date.h"

namespace chunhui::people {

enum class Sex { kFemale, kMale };

enum class IdKind {
  kCitizen,          // 18 characters
  kResidencePermit,  // Hong Kong, Macao, Taiwan: 18 characters, region 81/82/83
  kForeignCard,      // foreign permanent resident card of 2023: 18 characters, begins with 9
  kForeignCard2017,  // the older card: 3 letters + 12 digits
};

// Which part of the number to look at again.
enum class IdFault {
  kNone,
  kEmpty,
  kTooShort,
  kTooLong,
  kBadCharacter,
  kBadProvince,
  kBadDate,
  kBadCheckDigit,
  kAskStaff,  // a 15-digit number of a centenarian (sequence 996-999): a person decides
};

struct IdNumber {
  std::string text;  // normalised; an old 15-digit number is already upgraded to 18
  IdKind kind = IdKind::kCitizen;
  time::Date birth;
  Sex sex = Sex::kFemale;
  // False is a warning only: the region code is in neither today's nor yesterday's list.
  bool region_known = true;
};

struct IdReading {
  std::optional<IdNumber> number;  // present exactly when fault is kNone
  IdFault fault = IdFault::kNone;
  int characters_off = 0;  // kTooShort/kTooLong: by how many
  int position = 0;        // kBadCharacter: the first wrong one, counted from 1

  explicit operator bool() const { return number.has_value(); }
};

// What was typed or scanned, in its plain form: NFKC, upper case, blanks and hyphens dropped.
// Letters that look like digits are left alone (ReadIdNumber tries them).
std::string NormaliseIdNumber(std::string_view typed);

// Reads a number as typed, scanned or spoken by a card. `today` bounds the birth date: not in the
// future, not more than 130 years ago. O is taken as 0 and I/l as 1 only if the check then holds.
IdReading ReadIdNumber(std::string_view typed, time::Date today);

// The 18th character for 17 digits ('0'..'9' or 'X'); nothing unless exactly 17 digits.
std::optional<char> IdCheckCharacter(std::string_view seventeen_digits);

// "110***********0011": first 3 and last 4. Short texts are masked completely.
std::string MaskIdNumber(std::string_view id_number);

}  // namespace chunhui::people
