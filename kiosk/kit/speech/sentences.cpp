#include "kiosk/kit/speech/sentences.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "kiosk/kit/speech/pinyin_dictionary.h"
#include "kiosk/kit/text/utf8.h"

namespace chunhui::kit {
namespace {

constexpr std::u32string_view kPauses = U" ，。？！；：、“”（）·,.?!:;()\n";
constexpr size_t kHanMin = 2;  // a sentence with words of its own, not "{day}有{dishes}"

bool IsPause(char32_t point) { return kPauses.find(point) != std::u32string_view::npos; }

// At the ends of sentences: 。？； on one side, . ? on the other.
template <typename Text>
std::vector<Text> Split(const Text& text, const Text& ends) {
  std::vector<Text> parts;
  size_t begin = 0;
  for (size_t at = 0; at <= text.size(); ++at) {
    const bool cut = at == text.size() || ends.find(text[at]) != Text::npos;
    if (!cut) continue;
    Text part = text.substr(begin, at - begin);
    if (part.find_first_not_of(Text(1, ' ')) != Text::npos) parts.push_back(std::move(part));
    begin = at + 1;
  }
  return parts;
}

// "您是{name}吗" → fixed, {name}, fixed. Arguments beside each other are one. An amount is read
// with its unit, which stands before the jiao: {yuan}元 is one argument.
template <typename Text>
std::vector<std::pair<Text, bool>> Pieces(const Text& text, const Text& unit) {
  std::vector<std::pair<Text, bool>> pieces;
  size_t at = 0;
  while (at < text.size()) {
    const size_t open = std::min(text.find('{', at), text.size());
    Text fixed = text.substr(at, open - at);
    const bool blank = std::all_of(fixed.begin(), fixed.end(), [](auto c) { return c == ' '; });
    if (!blank) pieces.push_back({std::move(fixed), false});
    if (open == text.size()) break;
    const size_t close = text.find('}', open);
    if (close == Text::npos) throw std::runtime_error("{ without }");
    Text name = text.substr(open + 1, close - open - 1);
    at = close + 1;
    if (name == Text{'y', 'u', 'a', 'n'}) {
      const size_t next = std::min(text.find_first_not_of(Text(1, ' '), at), text.size());
      if (text.compare(next, unit.size(), unit) == 0) at = next + unit.size();
    }
    const bool joined = !pieces.empty() && pieces.back().second;
    if (!joined) pieces.push_back({std::move(name), true});
  }
  return pieces;
}

void CheckReading(const std::string& reading) {
  if (reading.starts_with("@en ")) return;
  std::string plain = reading;
  for (char& c : plain) {
    if (c == ',') c = ' ';
  }
  if (plain.find_first_not_of(' ') != std::string::npos) SplitSyllables(plain);
}

bool HasSyllable(const std::string& reading) {
  return reading.find_first_not_of(" ,.") != std::string::npos;
}

// Arguments that are numbers, whatever they are called elsewhere.
bool TakesDigitsOnly(const std::string& argument) {
  static constexpr const char* kNumbers[] = {"count",   "position", "hour",  "minute",
                                             "seconds", "minutes",  "age",   "min",
                                             "max",     "page",     "pages", "number"};
  return std::find(std::begin(kNumbers), std::end(kNumbers), argument) != std::end(kNumbers);
}

bool Suits(const std::string& argument, std::u32string_view text) {
  if (text.empty()) return false;
  if (!TakesDigitsOnly(argument)) return true;
  return std::all_of(text.begin(), text.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

// Fills `found` when `text` from `at` is what the parts from `index` say.
bool Match(const SentenceParts& parts, size_t index, std::u32string_view text, size_t at,
           std::vector<FoundPart>& found) {
  if (index == parts.size()) return at == text.size();
  const SentencePart& part = parts[index];
  if (part.argument.empty()) {
    if (text.substr(at, part.words.size()) != part.words) return false;
    found.push_back({&part, at, at + part.words.size()});
    if (Match(parts, index + 1, text, at + part.words.size(), found)) return true;
    found.pop_back();
    return false;
  }
  for (size_t end = at + 1; end <= text.size(); ++end) {
    if (!Suits(part.argument, text.substr(at, end - at))) continue;
    found.push_back({&part, at, end});
    if (Match(parts, index + 1, text, end, found)) return true;
    found.pop_back();
  }
  return false;
}

size_t CountHan(const SentenceParts& parts) {
  size_t count = 0;
  for (const SentencePart& part : parts) {
    for (const char32_t point : part.words) count += IsHan(point) ? 1 : 0;
  }
  return count;
}

bool IsFindable(const SentenceParts& parts) {
  const bool numbered = std::any_of(parts.begin(), parts.end(), [](const SentencePart& part) {
    return TakesDigitsOnly(part.argument);
  });
  return CountHan(parts) >= (numbered ? 1 : kHanMin);
}

}  // namespace

std::u32string_view WithoutOuterPauses(std::u32string_view text, size_t& begin) {
  while (!text.empty() && IsPause(text.front())) {
    text.remove_prefix(1);
    ++begin;
  }
  while (!text.empty() && IsPause(text.back())) text.remove_suffix(1);
  return text;
}

void Sentences::Add(const Row& row) {
  const auto words = Split(Decode(row.words), std::u32string(U"。？；"));
  const bool english = row.reading.starts_with("@en ");
  const auto readings =
      english ? std::vector<std::string>{row.reading} : Split(row.reading, std::string(".?"));
  if (words.size() != readings.size()) throw std::runtime_error("other sentences than the words");
  std::vector<SentenceParts> sentences;
  std::vector<SentencePart*> said;
  for (size_t i = 0; i < words.size(); ++i) {
    size_t ignored = 0;
    const auto fixed =
        Pieces(std::u32string(WithoutOuterPauses(words[i], ignored)), std::u32string(U"元"));
    auto read = Pieces(readings[i], std::string("yuan2"));
    if (fixed.size() != read.size()) throw std::runtime_error("other arguments than the words");
    SentenceParts& parts = sentences.emplace_back();
    for (size_t j = 0; j < fixed.size(); ++j) {
      if (fixed[j].second != read[j].second) throw std::runtime_error("other order of arguments");
      if (fixed[j].second) {
        parts.push_back({{}, {}, {}, Encode(fixed[j].first)});
      } else {
        CheckReading(read[j].first);
        parts.push_back({fixed[j].first, read[j].first, {}, {}});
      }
    }
  }
  for (SentenceParts& parts : sentences) {
    for (SentencePart& part : parts) {
      if (HasSyllable(part.reading)) said.push_back(&part);
    }
  }
  for (size_t i = 0; i < said.size(); ++i) {
    said[i]->prompt = said.size() == 1 ? row.name : row.name + "." + std::to_string(i + 1);
  }
  for (SentenceParts& parts : sentences) {
    if (parts.size() == 1 && parts[0].argument.empty()) {
      fixed_.emplace(parts[0].words, parts[0]);
    } else if (IsFindable(parts)) {
      sentences_.push_back(std::move(parts));
    }
  }
}

Sentences Sentences::Load(const std::filesystem::path& file) {
  std::ifstream stream(file);
  if (!stream) throw std::runtime_error("cannot open " + file.string());
  Sentences all;
  int number = 0;
  for (std::string line; std::getline(stream, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    Row row;
    std::getline(fields, row.name, '\t');
    std::getline(fields, row.words, '\t');
    std::getline(fields, row.reading);
    try {
      if (row.reading.empty()) throw std::runtime_error("three fields are needed");
      all.Add(row);
    } catch (const std::runtime_error& error) {
      throw std::runtime_error(file.string() + " line " + std::to_string(number) + " (" +
                               row.words + "): " + error.what());
    }
    all.rows_.push_back(std::move(row));
  }
  // The one with most words of its own is found first.
  std::stable_sort(
      all.sentences_.begin(), all.sentences_.end(),
      [](const auto& one, const auto& other) { return CountHan(one) > CountHan(other); });
  return all;
}

std::vector<FoundPart> Sentences::Find(std::u32string_view text) const {
  size_t begin = 0;
  const std::u32string_view inner = WithoutOuterPauses(text, begin);
  std::vector<FoundPart> found;
  if (const auto fixed = fixed_.find(std::u32string(inner)); fixed != fixed_.end()) {
    return {{&fixed->second, begin, begin + inner.size()}};
  }
  for (const SentenceParts& parts : sentences_) {
    if (!Match(parts, 0, inner, 0, found)) continue;
    for (FoundPart& part : found) {
      part.begin += begin;
      part.end += begin;
    }
    return found;
  }
  return {};
}

std::vector<Sentences::Row> Sentences::Prompts() const {
  std::vector<Row> prompts;
  const auto add = [&prompts](const SentencePart& part) {
    if (!part.prompt.empty()) prompts.push_back({part.prompt, Encode(part.words), part.reading});
  };
  for (const auto& [words, part] : fixed_) add(part);
  for (const SentenceParts& parts : sentences_) {
    for (const SentencePart& part : parts) add(part);
  }
  std::sort(prompts.begin(), prompts.end(),
            [](const Row& one, const Row& other) { return one.name < other.name; });
  return prompts;
}

}  // namespace chunhui::kit
