#include "kiosk/kit/speech/free_reader.h"

#include <algorithm>
#include <array>
#include <optional>

#include "kiosk/kit/speech/tokens.h"
#include "kiosk/kit/text/utf8.h"

namespace chunhui::kit {
namespace {

constexpr auto kTitles = std::to_array<std::u32string_view>(
    {U"奶奶", U"爷爷", U"老师", U"阿姨", U"叔叔", U"师傅", U"先生", U"女士", U"主任", U"医生",
     U"护士", U"站长", U"大爷", U"大妈", U"同志", U"护理员", U"社工"});

void Join(std::string& text, const Token& token) {
  if (token.kind == Token::Kind::kSyllable) {
    if (!text.empty()) text += " ";
    text += token.text;
  } else if (!text.empty()) {
    text += token.kind == Token::Kind::kComma ? "," : ".";
  }
}

std::u32string_view TitleOf(std::u32string_view name) {
  for (const std::u32string_view title : kTitles) {
    if (name.size() > title.size() && name.ends_with(title)) return title;
  }
  return {};
}

}  // namespace

std::string PinyinOf(const std::vector<Piece>& pieces) {
  std::string text;
  for (const Piece& piece : pieces) {
    const bool pause = !piece.text.empty() && (piece.text[0] == ',' || piece.text[0] == '.');
    if (!text.empty() && !pause) text += " ";
    text += piece.english ? "[" + piece.text + "]" : piece.text;
  }
  return text;
}

std::vector<Piece> FreeReader::Read(std::u32string_view text, size_t begin, size_t end) const {
  std::vector<Piece> pieces;
  std::string pinyin;
  const auto close = [&] {
    if (pinyin.find_first_not_of(",. ") != std::string::npos) pieces.push_back({pinyin});
    pinyin.clear();
  };
  for (const Token& token : Tokens(dictionary_, text)) {
    if (token.at < begin || token.at >= end) continue;
    if (token.kind == Token::Kind::kEnglish) {
      close();
      pieces.push_back({token.text, true});
    } else {
      Join(pinyin, token);
    }
  }
  close();
  return pieces;
}

std::vector<Piece> FreeReader::ReadName(std::u32string_view name) const {
  const std::u32string_view title = TitleOf(name);
  const std::u32string_view own = name.substr(0, name.size() - title.size());
  std::string pinyin;
  const auto add = [&pinyin](const std::string& syllable) {
    if (syllable.empty()) return;
    if (!pinyin.empty()) pinyin += " ";
    pinyin += syllable;
  };
  size_t at = 0;
  const bool dotted = own.find(U'·') != std::u32string_view::npos;
  for (const size_t length : {size_t{2}, size_t{1}}) {
    if (dotted || own.size() < length || at > 0) continue;
    if (length == 2 && own.size() == 2 && title.empty()) continue;  // 东方: more likely a name
    const Syllables* surname = dictionary_.FindSurname(own.substr(0, length));
    if (!surname) continue;
    for (const std::string& syllable : *surname) add(syllable);
    at = length;
  }
  for (; at < own.size(); ++at) add(dictionary_.Character(own[at]));
  std::vector<Piece> pieces;
  if (!pinyin.empty()) pieces.push_back({pinyin});
  if (title.empty()) return pieces;
  const std::vector<Piece> titled = Read(title, 0, title.size());
  if (pieces.empty()) return titled;
  pieces.front().text += " " + titled.front().text;
  return pieces;
}

}  // namespace chunhui::kit
