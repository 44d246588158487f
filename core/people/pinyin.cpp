#include "core/people/pinyin.h"

#include <algorithm>

#include "core/people/pinyin_table.h"
#include "core/people/text.h"

namespace chunhui::people {
namespace {

// One character or one foreign word: each way to write it, in full.
using Ways = std::vector<std::string>;

// A reading of the whole name so far.
struct Reading {
  std::string full;
  std::string initials;
};

bool IsLetter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

char SmallLetter(char32_t c) { return static_cast<char>(c <= U'Z' ? c - U'A' + U'a' : c); }

Ways WaysOf(char32_t character) {
  Ways ways;
  std::string_view rest = ReadingsOf(character);
  while (!rest.empty()) {
    const size_t end = rest.find(' ');
    ways.emplace_back(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  }
  return ways;
}

// Up to the first character without a reading.
std::vector<Ways> PartsOf(std::string_view name) {
  std::vector<Ways> parts;
  bool in_word = false;
  for (const char32_t c : ToCodePoints(name)) {
    if (IsLetter(c)) {
      if (!in_word) parts.push_back({""});
      parts.back().front() += SmallLetter(c);
      in_word = true;
      continue;
    }
    in_word = false;
    if (!IsHan(c)) continue;  // dots, blanks, hyphens
    Ways ways = WaysOf(c);
    if (ways.empty()) break;
    parts.push_back(std::move(ways));
  }
  return parts;
}

std::vector<Reading> ReadingsOfAll(const std::vector<Ways>& parts) {
  std::vector<Reading> readings(1);
  for (const Ways& ways : parts) {
    const size_t tried = readings.size() * ways.size() > kPinyinKeysMax / 2 ? 1 : ways.size();
    std::vector<Reading> longer;
    for (const Reading& reading : readings) {
      for (size_t i = 0; i < tried; ++i) {
        longer.push_back({reading.full + ways[i], reading.initials + ways[i].front()});
      }
    }
    readings = std::move(longer);
  }
  return readings;
}

}  // namespace

std::string_view ReadingsOf(char32_t character) {
  const PinyinTable& table = kPinyinTable;
  if (character >= kPinyinBlockFirst && character - kPinyinBlockFirst < table.block.size()) {
    return table.sets[table.block[character - kPinyinBlockFirst]];
  }
  const auto found =
      std::lower_bound(table.others.begin(), table.others.end(), character,
                       [](const OtherReading& other, char32_t c) { return other.character < c; });
  const bool known = found != table.others.end() && found->character == character;
  return known ? table.sets[found->set] : std::string_view{};
}

std::vector<std::string> PinyinKeys(std::string_view name) {
  std::vector<std::string> keys;
  for (const Reading& reading : ReadingsOfAll(PartsOf(name))) {
    if (reading.full.empty()) continue;
    keys.push_back(reading.full);
    keys.push_back(reading.initials);
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::string PinyinTyped(std::string_view typed) {
  std::string letters;
  for (const char32_t c : ToCodePoints(ToNfkc(typed))) {
    if (IsLetter(c)) {
      letters += SmallLetter(c);
    } else if (c == U'ü' || c == U'Ü') {
      letters += 'v';
    } else if (c != U' ' && c != U'\'') {
      return {};
    }
  }
  return letters;
}

}  // namespace chunhui::people
