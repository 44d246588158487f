#include "kiosk/kit/speech/reader.h"

#include <algorithm>
#include <utility>

#include "kiosk/kit/text/utf8.h"

namespace chunhui::kit {
namespace {

constexpr std::string_view kEnglish = "@en ";

void Append(std::vector<Piece>& to, std::vector<Piece> more) {
  for (Piece& piece : more) to.push_back(std::move(piece));
}

// Full-width digits as they come from other keyboards.
std::u32string Normalised(std::string_view words) {
  std::u32string text = Decode(words);
  for (char32_t& point : text) {
    if (point >= U'０' && point <= U'９') point = point - U'０' + U'0';
    if (point == U'\u00A0' || point == U'\u3000') point = U' ';
  }
  return text;
}

Piece PieceOf(const SentencePart& part) {
  if (part.reading.starts_with(kEnglish)) {
    return {part.reading.substr(kEnglish.size()), true, part.prompt};
  }
  const size_t begin = part.reading.find_first_not_of(' ');
  const size_t end = part.reading.find_last_not_of(' ');
  return {part.reading.substr(begin, end - begin + 1), false, part.prompt};
}

bool IsName(std::string_view argument) { return argument == "name" || argument == "who"; }

}  // namespace

Reader::Reader(const std::filesystem::path& folder)
    : dictionary_(PinyinDictionary::Load(folder)),
      sentences_(Sentences::Load(folder / "sentences.tsv")),
      free_(dictionary_) {}

std::vector<Piece> Reader::Read(std::string_view words) const {
  const std::u32string text = Normalised(words);
  std::vector<Piece> pieces;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find_first_of(U"。？；", begin), text.size() - 1) + 1;
    std::vector<Piece> sentence =
        ReadPart(std::u32string_view(text).substr(begin, end - begin), 0, end - begin, {});
    if (!pieces.empty() && !sentence.empty()) {
      std::string& before = pieces.back().text;
      while (before.ends_with('.')) before.pop_back();
      sentence.front().text.insert(0, ". ");
    }
    Append(pieces, std::move(sentence));
    begin = end;
  }
  return pieces;
}

std::vector<Piece> Reader::ReadEnglish(std::string_view words) const {
  const std::u32string text = Decode(words);
  std::vector<Piece> pieces;
  for (size_t begin = 0; begin < text.size();) {
    const bool han = IsHan(text[begin]);
    size_t end = begin;
    while (end < text.size() && IsHan(text[end]) == han) ++end;
    const std::u32string_view part = std::u32string_view(text).substr(begin, end - begin);
    if (han) {
      Append(pieces, free_.ReadName(part));
    } else if (part.find_first_not_of(U" ,.") != std::u32string_view::npos) {
      pieces.push_back({Encode(part), true, {}});
    }
    begin = end;
  }
  return pieces;
}

std::string Reader::Draft(std::string_view words) const {
  const std::u32string text = Normalised(words);
  std::string draft;
  size_t begin = 0;
  const auto read = [&](size_t end) {
    const std::string part = PinyinOf(free_.Read(text, begin, end));
    const bool pauses =
        begin < end && std::u32string_view(U"，。").find(text[begin]) != std::u32string_view::npos;
    if (pauses && !draft.empty()) draft.push_back(text[begin] == U'，' ? ',' : '.');
    if (!draft.empty() && !part.empty()) draft.push_back(' ');
    draft += part;
  };
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == U'{') {
      read(at);
      const size_t close = text.find(U'}', at);
      if (!draft.empty()) draft.push_back(' ');
      draft += Encode(text.substr(at, close - at + 1));
      at = close;
      begin = close + 1;
    }
  }
  read(text.size());
  while (!draft.empty() && (draft.back() == ',' || draft.back() == '.')) draft.pop_back();
  return draft;
}

std::vector<Piece> Reader::ReadPart(std::u32string_view text, size_t begin, size_t end,
                                    std::string_view argument) const {
  const std::u32string_view part = text.substr(begin, end - begin);
  if (IsName(argument)) return free_.ReadName(part);
  std::vector<Piece> pieces;
  const std::vector<FoundPart> found = sentences_.Find(part);
  if (found.empty()) return free_.Read(text, begin, end);
  ReadFound(part, found, pieces);
  return pieces;
}

void Reader::ReadFound(std::u32string_view text, const std::vector<FoundPart>& found,
                       std::vector<Piece>& pieces) const {
  for (const FoundPart& each : found) {
    if (each.part->argument.empty()) {
      pieces.push_back(PieceOf(*each.part));
    } else {
      Append(pieces, ReadPart(text, each.begin, each.end, each.part->argument));
    }
  }
}

}  // namespace chunhui::kit
