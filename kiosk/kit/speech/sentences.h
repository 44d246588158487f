// The reviewed readings of the kiosk's own sentences, from assets/voice/zh-CN/sentences.tsv, and
// which of them a text is: "还有3份" is "还有{count}份".
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chunhui::kit {

// Words in one place of a sentence: fixed ones with their reading, or what is put in.
struct SentencePart {
  std::u32string words;  // fixed
  std::string reading;   // pinyin, or English after "@en "
  std::string prompt;    // its recording; empty when there is nothing but a pause
  std::string argument;  // name of what is put in; empty for fixed words
};
using SentenceParts = std::vector<SentencePart>;

struct FoundPart {
  const SentencePart* part = nullptr;
  size_t begin = 0;  // of what is put in
  size_t end = 0;
};

class Sentences {
 public:
  struct Row {
    std::string name;
    std::string words;
    std::string reading;
  };
  // Throws std::runtime_error that names the file and line: a reading that is no pinyin, or that
  // has other sentences or arguments than the words.
  static Sentences Load(const std::filesystem::path& file);

  // Outer punctuation does not count. Empty when it is none of ours.
  std::vector<FoundPart> Find(std::u32string_view text) const;
  const std::vector<Row>& rows() const { return rows_; }
  // Every recording there may be: its name, words and reading.
  std::vector<Row> Prompts() const;

 private:
  void Add(const Row& row);

  std::vector<Row> rows_;
  std::vector<SentenceParts> sentences_;                    // with arguments
  std::unordered_map<std::u32string, SentencePart> fixed_;  // without
};

// Without blanks and punctuation at both ends; `begin` moves to where it begins.
std::u32string_view WithoutOuterPauses(std::u32string_view text, size_t& begin);

}  // namespace chunhui::kit
