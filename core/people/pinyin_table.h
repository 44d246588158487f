// The generated table of readings. Private to this room: ask pinyin.h.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace chunhui::people {

inline constexpr char32_t kPinyinBlockFirst = 0x4E00;

struct OtherReading {
  char32_t character;
  uint16_t set;
};

struct PinyinTable {
  std::span<const std::string_view> sets;  // "dan shan chan", the likeliest first; [0] is empty
  std::span<const uint16_t> block;         // numbers of sets, from kPinyinBlockFirst on
  std::span<const OtherReading> others;    // by character
};

extern const PinyinTable kPinyinTable;

}  // namespace chunhui::people
