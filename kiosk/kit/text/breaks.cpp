#include "kiosk/kit/text/breaks.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <set>
#include <stdexcept>

#include "kiosk/kit/text/utf8.h"

namespace chunhui::kit {
namespace {

constexpr float kInsideWord = 0.06F;
constexpr float kAfterNumber = 0.5F;  // "2" and "点" belong together
constexpr float kBehindPunctuation = -0.05F;

std::unique_ptr<icu::BreakIterator> Checked(icu::BreakIterator* iterator, UErrorCode status) {
  std::unique_ptr<icu::BreakIterator> owned(iterator);
  if (U_FAILURE(status) != 0) throw std::runtime_error("ICU has no rules for breaking lines");
  return owned;
}

bool IsDigit(char32_t point) { return point >= U'0' && point <= U'9'; }

bool EndsPhrase(char32_t point) {
  return std::u32string_view(U"，。、；：？！）”》—…·,.;:?!").find(point) !=
         std::u32string_view::npos;
}

icu::UnicodeString ToIcu(std::u32string_view text) {
  return icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data()),
                                       static_cast<int32_t>(text.size()));
}

// ICU counts UTF-16 units; we count code points.
std::vector<size_t> Boundaries(icu::BreakIterator& iterator, const icu::UnicodeString& text) {
  std::vector<size_t> ends;
  iterator.setText(text);
  iterator.first();
  int32_t unit = 0;
  size_t point = 0;
  for (int32_t at = iterator.next(); at != icu::BreakIterator::DONE; at = iterator.next()) {
    point += static_cast<size_t>(text.countChar32(unit, at - unit));
    unit = at;
    ends.push_back(point);
  }
  return ends;
}

}  // namespace

struct BreakFinder::Iterators {
  std::unique_ptr<icu::BreakIterator> lines;
  std::unique_ptr<icu::BreakIterator> words;
};

BreakFinder::BreakFinder() = default;
BreakFinder::~BreakFinder() = default;

std::vector<Break> BreakFinder::Find(std::u32string_view text) {
  if (iterators_ == nullptr) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale chinese("zh");
    auto lines = Checked(icu::BreakIterator::createLineInstance(chinese, status), status);
    auto words = Checked(icu::BreakIterator::createWordInstance(chinese, status), status);
    iterators_ = std::make_unique<Iterators>(Iterators{std::move(lines), std::move(words)});
  }
  const icu::UnicodeString units = ToIcu(text);
  const std::vector<size_t> words = Boundaries(*iterators_->words, units);
  const std::set<size_t> word_ends(words.begin(), words.end());
  std::vector<Break> breaks;
  for (const size_t end : Boundaries(*iterators_->lines, units)) {
    Break found{end, text[end - 1] == U'\n' || end == text.size(), 0};
    if (!word_ends.contains(end)) found.penalty = kInsideWord;
    if (IsDigit(text[end - 1]) && end < text.size() && IsHan(text[end])) {
      found.penalty = kAfterNumber;
    }
    const size_t last = text.find_last_not_of(U" \n", end - 1);
    if (last != std::u32string_view::npos && EndsPhrase(text[last])) {
      found.penalty = kBehindPunctuation;
    }
    breaks.push_back(found);
  }
  return breaks;
}

}  // namespace chunhui::kit
