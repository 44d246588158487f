// Reads any Chinese text aloud: dishes, events, notices, names. Numbers, prices, dates and times by
// rule, words by the dictionary, the tones of 一 and 不 by what follows. Knows no sentences.
#pragma once

#include <string_view>
#include <vector>

#include "kiosk/kit/speech/piece.h"
#include "kiosk/kit/speech/pinyin_dictionary.h"

namespace chunhui::kit {

class FreeReader {
 public:
  // The dictionary outlives the reader.
  explicit FreeReader(const PinyinDictionary& dictionary) : dictionary_(dictionary) {}

  // The part of `text` from `begin` to `end`; what stands around it tells how it is read.
  std::vector<Piece> Read(std::u32string_view text, size_t begin, size_t end) const;
  // 单秀英奶奶, 李老师, 阿依努尔·买买提, 王*兰: the surname as surnames are read, stars are not
  // said.
  std::vector<Piece> ReadName(std::u32string_view name) const;

 private:
  const PinyinDictionary& dictionary_;
};

}  // namespace chunhui::kit
