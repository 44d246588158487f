#include "kiosk/kit/speech/tokens.h"

#include <algorithm>

#include "kiosk/kit/speech/numbers.h"
#include "kiosk/kit/text/utf8.h"

namespace chunhui::kit {
namespace {

using Kind = Token::Kind;

constexpr std::u32string_view kMeasures =
    U"份个位条天点秒小张次人岁周块元角分斤米只碗盒家场节遍种杯瓶间台辆层口双套支颗件部";
constexpr std::u32string_view kOrdinalAfter = U"月日号楼级路栋幢单期";
constexpr std::u32string_view kNoSandhiBefore = U"第初周期拜十百千零〇万统唯之其";
constexpr std::u32string_view kHanDigits = U"〇零一二三四五六七八九十百千";
constexpr std::u32string_view kCalls = U"打拨";

bool In(std::u32string_view all, char32_t point) {
  return point != 0 && all.find(point) != std::u32string_view::npos;
}
bool IsDigit(char32_t point) { return point >= U'0' && point <= U'9'; }
bool IsLatin(char32_t point) {
  return (point >= U'a' && point <= U'z') || (point >= U'A' && point <= U'Z');
}

// Walks over a text and writes its tokens.
class Tokenizer {
 public:
  Tokenizer(const PinyinDictionary& dictionary, std::u32string_view text)
      : dictionary_(dictionary), text_(text) {}

  std::vector<Token> Run() {
    while (at_ < text_.size()) Step();
    return std::move(tokens_);
  }

 private:
  char32_t Point(size_t at) const { return at < text_.size() ? text_[at] : 0; }
  char32_t Before() const { return at_ > 0 ? text_[at_ - 1] : 0; }

  void Add(const Syllables& syllables, bool settled = true) {
    for (const std::string& syllable : syllables) {
      tokens_.push_back({Kind::kSyllable, syllable, at_, 0, settled});
    }
  }
  void Pause(Kind kind) {
    if (!tokens_.empty() && tokens_.back().kind != Kind::kComma &&
        tokens_.back().kind != Kind::kStop) {
      tokens_.push_back({kind, {}, at_});
    }
    ++at_;
  }

  void Step() {
    const char32_t point = text_[at_];
    if (IsDigit(point)) return TakeNumber();
    if (IsLatin(point)) return TakeLatin();
    if (IsHan(point) || dictionary_.FindWord(text_, at_)) return TakeHan();
    if (In(U"。？！；.?!\n", point)) return Pause(Kind::kStop);
    if (In(U"，、：（）(),:;—…·", point)) return Pause(Kind::kComma);
    if (point == U'−' || (point == U'-' && IsDigit(Point(at_ + 1)) && !IsDigit(Before()))) {
      Add({"jian3"});
    } else if (In(U"-~～–", point) && at_ > 0 && IsDigit(Point(at_ + 1))) {
      Add({"dao4"});
    } else if (point == U'℃') {
      Add({"du4"});
    } else if (point == U'+' || point == U'＋') {
      Add({"jia1"});
    }
    ++at_;
  }

  void TakeHan() {
    if (const auto* word = dictionary_.FindWord(text_, at_)) {
      const bool each = word->reading.size() == word->length;
      for (size_t i = 0; i < word->reading.size(); ++i) {
        const char32_t character = each ? text_[at_ + i] : 0;
        tokens_.push_back({Kind::kSyllable, word->reading[i], at_ + (each ? i : 0), character});
      }
      at_ += word->length;
      return;
    }
    const std::string reading = dictionary_.Character(text_[at_]);
    if (!reading.empty()) tokens_.push_back({Kind::kSyllable, reading, at_, text_[at_]});
    ++at_;
  }

  void TakeLatin() {
    size_t end = at_;
    while (end < text_.size() && (IsLatin(text_[end]) || (text_[end] == U'-' && end > at_) ||
                                  (IsDigit(text_[end]) && end > at_))) {
      ++end;
    }
    tokens_.push_back({Kind::kEnglish, Encode(text_.substr(at_, end - at_)), at_});
    at_ = end;
  }

  // Digits from `from`; where they end.
  size_t DigitsEnd(size_t from) const {
    while (IsDigit(Point(from))) ++from;
    return from;
  }
  std::string Digits(size_t from, size_t to) const { return Encode(text_.substr(from, to - from)); }
  size_t SkipBlanks(size_t from) const {
    while (Point(from) == U' ') ++from;
    return from;
  }

  void TakeNumber() {
    const size_t end = DigitsEnd(at_);
    if (TakeTime(end) || TakeDecimal(end)) return;
    const std::string digits = Digits(at_, end);
    const size_t next = SkipBlanks(end);
    if (In(U"%％", Point(end))) Add({"bai3", "fen1", "zhi1"});
    const bool year = digits.size() == 4 && Point(next) == U'年';
    const bool call = digits.size() == 3 && In(kCalls, Before());
    const bool code = digits.size() > 7 || (digits.size() > 1 && digits.front() == '0');
    if (year || call || code) {
      Add(SpokenDigits(digits, call));
    } else {
      TakeCount(std::stoll(digits), next);
    }
    at_ = end;
    if (Point(end) != U'只') return;
    Add({"zhi1"});
    ++at_;
  }

  void TakeCount(int64_t number, size_t next) {
    const char32_t after = Point(next);
    const bool ordinal = In(U"第初", Before()) || In(kOrdinalAfter, after);
    if (number == 2 && !ordinal && In(kMeasures, after)) return Add({"liang3"});
    if (number != 1 || ordinal) return Add(SpokenNumber(number));
    // One thing of many: its tone changes as that of a written 一.
    tokens_.push_back({Kind::kSyllable, "yi1", at_, U'一', !In(kMeasures, after)});
  }

  // 8:30
  bool TakeTime(size_t end) {
    if (Point(end) != U':' || end - at_ > 2) return false;
    const size_t minutes_end = DigitsEnd(end + 1);
    if (minutes_end - end != 3) return false;
    const int hour = std::stoi(Digits(at_, end));
    const int minute = std::stoi(Digits(end + 1, minutes_end));
    if (hour > 24 || minute > 59) return false;
    Add(SpokenTime(hour, minute));
    at_ = minutes_end;
    return true;
  }

  // 12.60 元, 7.5
  bool TakeDecimal(size_t end) {
    const bool decimal = Point(end) == U'.' && IsDigit(Point(end + 1));
    const size_t part_end = decimal ? DigitsEnd(end + 1) : end;
    const size_t unit = SkipBlanks(part_end);
    const bool price = Point(unit) == U'元' && end - at_ <= 7 && part_end - end <= 3;
    if (!decimal && !price) return false;
    const int64_t whole = end - at_ > 9 ? 0 : std::stoll(Digits(at_, end));
    const std::string part = decimal ? Digits(end + 1, part_end) : std::string();
    if (price) {
      const int value = part.empty() ? 0 : std::stoi(part);
      Add(SpokenPrice(whole, part.size() == 1 ? value * 10 : value));
      at_ = unit + 1;
      return true;
    }
    Add(SpokenNumber(whole));
    Add({"dian3"});
    Add(SpokenDigits(part));
    at_ = part_end;
    return true;
  }

  const PinyinDictionary& dictionary_;
  std::u32string_view text_;
  size_t at_ = 0;
  std::vector<Token> tokens_;
};

bool IsSyllable(const Token* token) { return token && token->kind == Kind::kSyllable; }

// 一 before the fourth tone is yi2, before the others yi4; counting, ordering and at an end yi1.
std::string ToneOfOne(const Token* before, const Token* after) {
  if (!IsSyllable(after)) return "yi1";
  if (IsSyllable(before) && In(kNoSandhiBefore, before->character)) return "yi1";
  if (after->character != U'百' && after->character != U'千' && after->character != U'万' &&
      (In(kHanDigits, after->character) || In(kOrdinalAfter, after->character))) {
    return "yi1";
  }
  if (IsSyllable(before) && before->character != 0 && before->character == after->character) {
    return "yi5";
  }
  const bool falling = after->text.back() == '4' || after->character == U'个';
  return falling ? "yi2" : "yi4";
}

std::string ToneOfNot(const Token* before, const Token* after) {
  if (!IsSyllable(after)) return "bu4";
  if (IsSyllable(before) && before->character != 0 && before->character == after->character) {
    return "bu5";
  }
  return after->text.back() == '4' ? "bu2" : "bu4";
}

void Settle(std::vector<Token>& tokens) {
  for (size_t i = 0; i < tokens.size(); ++i) {
    Token& token = tokens[i];
    if (token.kind != Kind::kSyllable || token.settled) continue;
    const Token* before = i > 0 ? &tokens[i - 1] : nullptr;
    const Token* after = i + 1 < tokens.size() ? &tokens[i + 1] : nullptr;
    if (token.character == U'一' && token.text == "yi1") {
      const bool counted = i > 1 && tokens[i - 2].character == U'一';  // 一步一步, not 看一看
      token.text = ToneOfOne(counted ? nullptr : before, after);
    }
    if (token.character == U'不' && token.text == "bu4") token.text = ToneOfNot(before, after);
  }
}

}  // namespace

std::vector<Token> Tokens(const PinyinDictionary& dictionary, std::u32string_view text) {
  std::vector<Token> tokens = Tokenizer(dictionary, text).Run();
  Settle(tokens);
  return tokens;
}

}  // namespace chunhui::kit
