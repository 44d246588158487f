#include "kiosk/kit/speech/spoken.h"

#include <algorithm>
#include <array>

#include "kiosk/kit/text/utf8.h"

namespace chunhui::kit {
namespace {

constexpr int kDigitsMin = 4;        // from here on a number may be somebody's, or the end of one
constexpr size_t kSentenceMax = 32;  // characters, where there is a comma to cut after
constexpr std::array<std::string_view, 3> kPublicNumbers{"12333", "12345", "96110"};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Ends after the last digit of a number that may have a separator between its digits. An amount
// ("12345.60") and a time ("14:05") are no such numbers: '.' and ':' do not join.
size_t EndOfNumber(std::string_view text, size_t begin, std::string& digits) {
  size_t end = begin;
  for (size_t at = begin; at < text.size(); ++at) {
    const char c = text[at];
    if (IsDigit(c) || (c == 'X' && at == end)) {
      digits.push_back(c);
      end = at + 1;
    } else if (c != ' ' && c != '-' && c != '*') {
      break;
    }
  }
  return end;
}

// 2026年, November 22, 2026; 1234.50.
bool IsYearOrAmount(std::string_view text, size_t begin, size_t end) {
  if (end - begin != kDigitsMin) return false;
  const std::string_view after = text.substr(end);
  if (after.starts_with("年") || after.starts_with("元") || after.starts_with(" 元")) return true;
  if (after.size() > 1 && after[0] == '.' && IsDigit(after[1])) return true;
  return text.substr(0, begin).ends_with(", ") && text.substr(begin).starts_with("20");
}

int CountDigits(std::string_view text) {
  return static_cast<int>(
      std::count_if(text.begin(), text.end(), [](char c) { return IsDigit(c) || c == 'X'; }));
}

bool Ends(std::u32string_view text, size_t at) {
  const char32_t point = text[at];
  const bool before_blank = at + 1 == text.size() || text[at + 1] == U' ';
  if (point == U'.' || point == U'?' || point == U'!') return before_blank;
  return std::u32string_view(U"。？！；\n").find(point) != std::u32string_view::npos;
}

bool Pauses(char32_t point) {
  return std::u32string_view(U"，：,;").find(point) != std::u32string_view::npos;
}

bool IsBlank(std::u32string_view text) {
  return text.find_first_not_of(U" \n") == std::u32string_view::npos;
}

bool IsTyped(const Item& item) {
  return item.role == ItemRole::kInput && item.personal && !item.words.empty();
}

}  // namespace

std::string WithoutNumbers(std::string_view text, std::string_view instead) {
  std::string said;
  for (size_t at = 0; at < text.size();) {
    if (!IsDigit(text[at])) {
      said.push_back(text[at++]);
      continue;
    }
    std::string digits;
    const size_t end = EndOfNumber(text, at, digits);
    const bool known =
        std::find(kPublicNumbers.begin(), kPublicNumbers.end(), digits) != kPublicNumbers.end();
    const bool secret =
        static_cast<int>(digits.size()) >= kDigitsMin && !known && !IsYearOrAmount(text, at, end);
    said += secret ? instead : text.substr(at, end - at);
    at = end;
  }
  return said;
}

std::string SpokenWords(const Item& item, const Words& words) {
  if (item.words.find(kCovered) != std::string::npos) return {};
  if (IsTyped(item)) return words.Voice("voice.typed", {{"count", CountDigits(item.words)}});
  return WithoutNumbers(item.voice.empty() ? item.words : item.voice, words.Voice("voice.number"));
}

std::vector<std::string> CutIntoSentences(std::string_view text) {
  const std::u32string points = Decode(text);
  std::vector<std::string> sentences;
  size_t begin = 0;
  size_t pause = 0;  // after the last comma since `begin`
  const auto cut = [&](size_t end) {
    const std::u32string_view part = std::u32string_view(points).substr(begin, end - begin);
    if (!IsBlank(part)) sentences.push_back(Encode(part));
    begin = end;
    pause = 0;
  };
  for (size_t at = 0; at < points.size(); ++at) {
    if (Ends(points, at)) {
      cut(at + 1);
    } else if (Pauses(points[at])) {
      pause = at + 1;
    } else if (at - begin >= kSentenceMax && pause > begin) {
      cut(pause);
    }
  }
  cut(points.size());
  return sentences;
}

Speech SpokenPage(const Record& record, const Words& words) {
  Speech speech{words.language(), {}};
  for (const Item& item : record.items) {
    if (item.on_request) continue;
    for (std::string& said : CutIntoSentences(SpokenWords(item, words))) {
      speech.sentences.push_back({item.id, std::move(said)});
    }
  }
  return speech;
}

}  // namespace chunhui::kit
