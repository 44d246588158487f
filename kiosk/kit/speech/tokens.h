// A Chinese text in syllables that still know where they came from: what FreeReader works with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/kit/speech/pinyin_dictionary.h"

namespace chunhui::kit {

struct Token {
  enum class Kind { kSyllable, kComma, kStop, kEnglish };
  Kind kind = Kind::kSyllable;
  std::string text;        // pinyin or English
  size_t at = 0;           // where it begins in the text
  char32_t character = 0;  // of one character of its own; 0: of a number
  bool settled = false;    // its tone is not changed any more
};

// Everything, tones of 一 and 不 included.
std::vector<Token> Tokens(const PinyinDictionary& dictionary, std::u32string_view text);

}  // namespace chunhui::kit
