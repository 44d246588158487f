// One text of a word file with its named arguments: kit's own, used by Words.
#pragma once

#include <unicode/msgfmt.h>

#include <memory>
#include <string>
#include <vector>

#include "kiosk/kit/words.h"

namespace chunhui::kit {

// ICU MessageFormat, compiled when first formatted. Texts that only put words in places never load
// ICU's number formats: this keeps the start of the kiosk fast and years without commas.
class Phrase {
 public:
  explicit Phrase(std::string pattern) : pattern_(std::move(pattern)) {}

  const std::string& pattern() const { return pattern_; }
  // Throws WordsError that begins with `name` when the pattern is none or an argument is missing.
  std::string Format(const std::string& name, const icu::Locale& locale, Arguments arguments);
  // Compiles and forgets nothing; throws like Format.
  void Compile(const std::string& name, const icu::Locale& locale);

 private:
  struct Piece {
    std::string words;
    bool argument = false;  // `words` is its name
  };
  bool Parse(const std::string& name);
  std::string Join(Arguments arguments) const;
  std::string FormatByIcu(Arguments arguments) const;

  std::string pattern_;
  bool compiled_ = false;
  std::vector<std::string> names_;              // of every argument, also those inside a plural
  std::vector<Piece> pieces_;                   // when all arguments are plain
  std::unique_ptr<icu::MessageFormat> format_;  // else
};

}  // namespace chunhui::kit
