#include "kiosk/kit/text/utf8.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace chunhui::kit {

std::u32string Decode(std::string_view utf8) {
  std::u32string points;
  points.reserve(utf8.size());
  const auto length = static_cast<int32_t>(utf8.size());
  for (int32_t i = 0; i < length;) {
    UChar32 point = 0;
    U8_NEXT_OR_FFFD(utf8.data(), i, length, point);
    points.push_back(static_cast<char32_t>(point));
  }
  return points;
}

std::string Encode(std::u32string_view points) {
  std::string utf8;
  for (const char32_t point : points) {
    uint8_t bytes[4];
    int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(point));
    utf8.append(reinterpret_cast<const char*>(bytes), static_cast<size_t>(length));
  }
  return utf8;
}

bool IsWide(char32_t point) {
  const int width = u_getIntPropertyValue(static_cast<UChar32>(point), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

bool IsHan(char32_t point) {
  return u_hasBinaryProperty(static_cast<UChar32>(point), UCHAR_IDEOGRAPHIC) != 0;
}

}  // namespace chunhui::kit
