// How a Chinese sentence of the kiosk is read: its own sentences as reviewed, what is put into them
// (names, numbers, prices, days) and all other text by rule.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/kit/speech/free_reader.h"
#include "kiosk/kit/speech/piece.h"
#include "kiosk/kit/speech/pinyin_dictionary.h"
#include "kiosk/kit/speech/sentences.h"

namespace chunhui::kit {

class Reader {
 public:
  // `folder` is assets/voice/zh-CN. Throws std::runtime_error that names file and line.
  explicit Reader(const std::filesystem::path& folder);
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  std::vector<Piece> Read(std::string_view words) const;
  // English, with Chinese names in it read as names.
  std::vector<Piece> ReadEnglish(std::string_view words) const;
  // A reading for a new sentence of the table, by rule, for a person to review.
  std::string Draft(std::string_view words) const;
  const Sentences& sentences() const { return sentences_; }

 private:
  std::vector<Piece> ReadPart(std::u32string_view text, size_t begin, size_t end,
                              std::string_view argument) const;
  void ReadFound(std::u32string_view text, const std::vector<FoundPart>& found,
                 std::vector<Piece>& pieces) const;

  const PinyinDictionary dictionary_;
  const Sentences sentences_;
  const FreeReader free_;
};

}  // namespace chunhui::kit
