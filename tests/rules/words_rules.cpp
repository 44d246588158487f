// The rules about words: contrast, size, lines, punctuation, nothing cut, something to say.
#include <algorithm>

#include "kiosk/kit/speech/spoken.h"
#include "kiosk/kit/text/utf8.h"
#include "tests/rules/broken.h"
#include "tests/rules/screen_rules.h"

namespace chunhui::tests {
namespace {

using kit::Box;
using kit::Item;
using kit::ItemRole;
using kit::Record;

constexpr std::u32string_view kClosing = U"，。、；：？！）》”’";
constexpr std::u32string_view kOpening = U"（《“‘";
constexpr std::u32string_view kHalfWidth = U",;:?!()";

bool Has(std::u32string_view set, char32_t point) {
  return set.find(point) != std::u32string_view::npos;
}

bool IsLetter(char32_t point) {
  return kit::IsHan(point) || (point >= U'0' && point <= U'9') ||
         (point >= U'A' && point <= U'Z') || (point >= U'a' && point <= U'z') || point > 0x3FFF;
}

void CheckContrast(const Record& record, const Item& item, const Limits& limits, Broken& broken) {
  const double least =
      record.theme == kit::ThemeName::kWarm ? limits.contrast_warm : limits.contrast_text;
  const double contrast = kit::Contrast(item.text, item.background);
  if (contrast < least) {
    Tell(broken, {Named(item), " has too little contrast: ", InTenths(contrast)});
  }
}

// Words stay on what they are written on. Cards and keys have a rim no word may touch.
void CheckCut(const Item& item, Broken& broken) {
  if (item.written.h <= 0 && item.role != ItemRole::kImage) {
    Tell(broken, {Named(item), " has words that are nowhere written"});
    return;
  }
  const bool plate = IsButton(item) || item.role == ItemRole::kInput;
  const Box room = plate ? item.ground.Inset(1.0F, 0.5F) : item.ground;
  const Box& words = item.written;
  if (words.x < room.x - kSlack || words.right() > room.right() + kSlack ||
      words.y < room.y - kSlack || words.bottom() > room.bottom() + kSlack) {
    Tell(broken, {Named(item), " is cut: its words leave what they stand on"});
  }
}

void CheckHalfWidth(const Item& item, std::u32string_view line, Broken& broken) {
  for (size_t i = 0; i < line.size(); ++i) {
    const bool beside_han =
        (i > 0 && kit::IsHan(line[i - 1])) || (i + 1 < line.size() && kit::IsHan(line[i + 1]));
    if (Has(kHalfWidth, line[i]) && beside_han) {
      Tell(broken, {Named(item), " has half-width punctuation: ", kit::Encode(line)});
    }
  }
}

void CheckLine(const Item& item, std::u32string_view line, const Limits& limits, Broken& broken) {
  if (std::count_if(line.begin(), line.end(), kit::IsHan) > limits.han_per_line) {
    Tell(broken, {Named(item), " has a line of too many characters: ", kit::Encode(line)});
  }
  if (line.empty()) return;
  if (Has(kClosing, line.front()) && line.size() > 1) {
    Tell(broken, {Named(item), " begins a line with punctuation: ", kit::Encode(line)});
  }
  if (Has(kOpening, line.back())) {
    Tell(broken, {Named(item), " ends a line with an opening mark: ", kit::Encode(line)});
  }
}

void CheckLines(const Item& item, bool chinese, const Limits& limits, Broken& broken) {
  std::u32string last;
  for (const std::string& line : item.lines) {
    last = kit::Decode(line);
    CheckLine(item, last, limits, broken);
    if (chinese) CheckHalfWidth(item, last, broken);
  }
  const bool short_last =
      last.size() <= 2 && std::count_if(last.begin(), last.end(), kit::IsHan) == 1;
  if (item.lines.size() > 1 && short_last) {
    Tell(broken, {Named(item), " ends with a lonely character: ", item.words});
  }
}

}  // namespace

void CheckWords(const Record& record, const Limits& limits, Broken& broken) {
  for (const Item& item : record.items) {
    if (item.words.empty()) Tell(broken, {Named(item), " has no words"});
    const bool picture =
        item.role == ItemRole::kImage || (item.role == ItemRole::kInput && item.em_mm == 0);
    if (item.words.empty() || picture) continue;
    CheckContrast(record, item, limits, broken);
    if (item.em_mm < limits.em - kSlack) Tell(broken, {Named(item), " is written too small"});
    CheckCut(item, broken);
    CheckLines(item, record.language == "zh-CN", limits, broken);
  }
}

std::vector<std::string> BrokenVoice(const Record& record, const kit::Words& words) {
  Broken broken;
  for (const Item& item : record.items) {
    if (item.words == kit::kCovered) continue;
    const std::u32string said = kit::Decode(kit::SpokenWords(item, words));
    if (std::none_of(said.begin(), said.end(), IsLetter)) {
      Tell(broken, {Named(item), " has nothing to say aloud: ", item.words});
    }
  }
  return broken;
}

}  // namespace chunhui::tests
