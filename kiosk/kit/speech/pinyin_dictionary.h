// How single characters, words and surnames are read, from the files of assets/voice/zh-CN. Knows
// nothing of sentences, numbers and tone changes.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chunhui::kit {

using Syllables = std::vector<std::string>;  // "nin2"

class PinyinDictionary {
 public:
  // Throws std::runtime_error that names the file and line.
  static PinyinDictionary Load(const std::filesystem::path& folder);

  // Characters of `text` from `at` that form a word with a reading of its own, the longest one;
  // nullptr when there is none. The reading has one syllable a character, or fewer ("zher4").
  struct Word {
    size_t length = 0;
    Syllables reading;
  };
  const Word* FindWord(std::u32string_view text, size_t at) const;
  // Of one or two characters; nullptr: read as the characters are.
  const Syllables* FindSurname(std::u32string_view surname) const;
  // Empty for a character nobody knows.
  std::string Character(char32_t character) const;

 private:
  std::unordered_map<char32_t, std::string> characters_;
  std::unordered_map<std::u32string, Word> words_;
  std::unordered_map<std::u32string, Syllables> surnames_;
  size_t longest_ = 0;
};

// "nin2 hao3" → {"nin2", "hao3"}; throws std::runtime_error for what is no pinyin.
Syllables SplitSyllables(std::string_view text);
// True for "nin2", "nv3", "zher4".
bool IsSyllable(std::string_view text);

}  // namespace chunhui::kit
