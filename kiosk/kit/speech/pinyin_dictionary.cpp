#include "kiosk/kit/speech/pinyin_dictionary.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <sstream>
#include <stdexcept>

#include "kiosk/kit/text/utf8.h"

namespace chunhui::kit {
namespace {

// Calls `take` with the two fields of every line that is no comment.
void ReadLines(const std::filesystem::path& file,
               const std::function<void(const std::string&, const std::string&)>& take) {
  std::ifstream stream(file);
  if (!stream) throw std::runtime_error("cannot open " + file.string());
  int number = 0;
  for (std::string line; std::getline(stream, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const size_t tab = line.find('\t');
    try {
      if (tab == std::string::npos) throw std::runtime_error("no tab");
      take(line.substr(0, tab), line.substr(tab + 1));
    } catch (const std::runtime_error& error) {
      throw std::runtime_error(file.string() + " line " + std::to_string(number) + ": " +
                               error.what());
    }
  }
}

}  // namespace

bool IsSyllable(std::string_view text) {
  if (text.size() < 2 || text.back() < '1' || text.back() > '5') return false;
  const std::string_view letters = text.substr(0, text.size() - 1);
  return std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

Syllables SplitSyllables(std::string_view text) {
  std::istringstream stream{std::string(text)};
  Syllables syllables;
  for (std::string word; stream >> word;) {
    if (!IsSyllable(word)) throw std::runtime_error("\"" + word + "\" is no pinyin");
    syllables.push_back(std::move(word));
  }
  if (syllables.empty()) throw std::runtime_error("no pinyin");
  return syllables;
}

PinyinDictionary PinyinDictionary::Load(const std::filesystem::path& folder) {
  PinyinDictionary dictionary;
  ReadLines(folder / "characters.tsv", [&](const std::string& pinyin, const std::string& all) {
    for (const char32_t character : Decode(all)) dictionary.characters_.emplace(character, pinyin);
  });
  ReadLines(folder / "phrases.tsv", [&](const std::string& word, const std::string& pinyin) {
    const std::u32string characters = Decode(word);
    dictionary.longest_ = std::max(dictionary.longest_, characters.size());
    dictionary.words_.emplace(characters, Word{characters.size(), SplitSyllables(pinyin)});
  });
  ReadLines(folder / "surnames.tsv", [&](const std::string& surname, const std::string& pinyin) {
    dictionary.surnames_.emplace(Decode(surname), SplitSyllables(pinyin));
  });
  return dictionary;
}

const PinyinDictionary::Word* PinyinDictionary::FindWord(std::u32string_view text,
                                                         size_t at) const {
  for (size_t length = std::min(longest_, text.size() - at); length > 0; --length) {
    const auto found = words_.find(std::u32string(text.substr(at, length)));
    if (found != words_.end()) return &found->second;
  }
  return nullptr;
}

const Syllables* PinyinDictionary::FindSurname(std::u32string_view surname) const {
  const auto found = surnames_.find(std::u32string(surname));
  return found == surnames_.end() ? nullptr : &found->second;
}

std::string PinyinDictionary::Character(char32_t character) const {
  const auto found = characters_.find(character);
  return found == characters_.end() ? std::string() : found->second;
}

}  // namespace chunhui::kit
