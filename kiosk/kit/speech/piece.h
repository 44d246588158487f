// A part of a sentence as it is spoken: what the reader hands to the synthesizer.
#pragma once

#include <string>
#include <vector>

namespace chunhui::kit {

struct Piece {
  // Pinyin with tone numbers ("nin2 hao3, qing3 shua1 ka3", 5 = neutral, v = ü) or English.
  std::string text;
  bool english = false;
  std::string prompt;  // name of the recording that may say it instead; empty: none
  bool operator==(const Piece&) const = default;
};

// The pinyin of all pieces in a row, English between [ ]: for tests and people.
std::string PinyinOf(const std::vector<Piece>& pieces);

}  // namespace chunhui::kit
