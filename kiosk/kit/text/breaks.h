// Where a text may go on in the next line, by Unicode's rules (ICU), and how good each place is.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace chunhui::kit {

struct Break {
  size_t end = 0;       // the line ends before this code point
  bool forced = false;  // a line feed, or the text's end
  float penalty = 0;    // > 0 inside a word, < 0 behind a comma or full stop
};

// Finds breaks of Chinese and Latin text. Closing punctuation never begins a line, opening never
// ends one. Not thread-safe; opened when first used.
class BreakFinder {
 public:
  BreakFinder();
  ~BreakFinder();
  BreakFinder(const BreakFinder&) = delete;
  BreakFinder& operator=(const BreakFinder&) = delete;

  std::vector<Break> Find(std::u32string_view text);

 private:
  struct Iterators;
  std::unique_ptr<Iterators> iterators_;
};

}  // namespace chunhui::kit
