#include "core/people/text.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <stdexcept>

namespace chunhui::people {
namespace {

std::string Normalised(const icu::Normalizer2* form, std::string_view utf8, UErrorCode status) {
  icu::UnicodeString result;
  if (U_SUCCESS(status)) {
    const icu::StringPiece piece(utf8.data(), static_cast<int32_t>(utf8.size()));
    form->normalize(icu::UnicodeString::fromUTF8(piece), result, status);
  }
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no normalisation data");
  std::string text;
  result.toUTF8String(text);
  return text;
}

}  // namespace

bool IsValidUtf8(std::string_view text) {
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < size;) {
    UChar32 code_point = 0;
    U8_NEXT(text.data(), at, size, code_point);
    if (code_point < 0) return false;
  }
  return true;
}

int CountCharacters(std::string_view utf8) {
  int characters = 0;
  for (const char byte : utf8) {
    if ((byte & 0xc0) != 0x80) ++characters;
  }
  return characters;
}

std::u32string ToCodePoints(std::string_view utf8) {
  std::u32string code_points;
  const auto size = static_cast<int32_t>(utf8.size());
  for (int32_t at = 0; at < size;) {
    UChar32 code_point = 0;
    U8_NEXT_OR_FFFD(utf8.data(), at, size, code_point);
    code_points.push_back(static_cast<char32_t>(code_point));
  }
  return code_points;
}

std::string ToUtf8(std::u32string_view code_points) {
  std::string text;
  for (const char32_t code_point : code_points) {
    char bytes[U8_MAX_LENGTH];
    int32_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, code_point);
    text.append(bytes, static_cast<size_t>(size));
  }
  return text;
}

bool IsHan(char32_t code_point) {
  // Planes 2 and 3 whole, because names are registered in extensions younger than this ICU.
  return code_point == U'〇' || (code_point >= 0x3400 && code_point <= 0x4dbf) ||
         (code_point >= 0x4e00 && code_point <= 0x9fff) ||
         (code_point >= 0xf900 && code_point <= 0xfaff) ||
         (code_point >= 0x20000 && code_point <= 0x3fffd);
}

std::string ToNfkc(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  return Normalised(icu::Normalizer2::getNFKCInstance(status), utf8, status);
}

std::string ToNfc(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  return Normalised(icu::Normalizer2::getNFCInstance(status), utf8, status);
}

}  // namespace chunhui::people
