#include "core/people/name.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "core/people/text.h"

namespace chunhui::people {
namespace {

constexpr char32_t kDot = U'·';

constexpr std::array<std::u32string_view, 66> kCompoundSurnames{
    U"欧阳", U"司马", U"上官", U"诸葛", U"东方", U"皇甫", U"尉迟", U"公孙", U"慕容", U"令狐",
    U"长孙", U"宇文", U"司徒", U"司空", U"轩辕", U"夏侯", U"端木", U"独孤", U"南宫", U"西门",
    U"东郭", U"百里", U"呼延", U"钟离", U"淳于", U"单于", U"太史", U"申屠", U"公羊", U"公冶",
    U"濮阳", U"澹台", U"宗政", U"闻人", U"赫连", U"万俟", U"仲孙", U"鲜于", U"闾丘", U"司寇",
    U"亓官", U"巫马", U"公西", U"漆雕", U"乐正", U"壤驷", U"公良", U"拓跋", U"夹谷", U"宰父",
    U"谷梁", U"段干", U"东门", U"南门", U"归海", U"羊舌", U"微生", U"梁丘", U"左丘", U"第五",
    U"叶赫", U"贺兰", U"屈突", U"纳兰", U"完颜", U"耶律"};

bool IsDot(char32_t character) {
  constexpr std::u32string_view kDots = U"·•・･．.‧●∙⋅";
  return kDots.find(character) != std::u32string_view::npos;
}

bool IsBlank(char32_t character) {
  return character == U'\t' || u_isUWhiteSpace(static_cast<UChar32>(character));
}

// One way to write each kind of sign.
char32_t Plain(char32_t character) {
  if (IsDot(character)) return kDot;
  if (IsBlank(character)) return U' ';
  if (character == U'\u2019') return U'\'';
  if (character == U'\u2010' || character == U'\u2011') return U'-';
  if (character >= U'\uff01' && character <= U'\uff5e') return character - 0xfee0;
  return character;
}

bool MayStandInName(char32_t character) {
  const auto code_point = static_cast<UChar32>(character);
  // Old registers hold rare characters in the private use area.
  return IsHan(character) || u_isalpha(code_point) || character == kDot || character == U' ' ||
         character == U'-' || character == U'\'' ||
         (U_GET_GC_MASK(code_point) & (U_GC_M_MASK | U_GC_CO_MASK)) != 0;
}

bool SwallowsBlanks(char32_t character) { return IsHan(character) || character == kDot; }

// Blanks and dots at the ends and in excess are dropped.
std::u32string Tidied(std::u32string_view text) {
  std::u32string tidy;
  for (const char32_t character : text) {
    const bool at_start = tidy.empty();
    if (character == U' ' && (at_start || tidy.back() == U' ' || SwallowsBlanks(tidy.back()))) {
      continue;
    }
    if (SwallowsBlanks(character) && !at_start && tidy.back() == U' ') tidy.pop_back();
    if (character == kDot && (tidy.empty() || tidy.back() == kDot)) continue;
    tidy.push_back(character);
  }
  while (!tidy.empty() && (tidy.back() == U' ' || tidy.back() == kDot)) tidy.pop_back();
  return tidy;
}

bool IsAllHan(std::u32string_view text) { return std::all_of(text.begin(), text.end(), IsHan); }

size_t SurnameLength(std::u32string_view name) {
  if (name.size() < 2 || name.size() > 4 || !IsAllHan(name)) return 0;
  const bool compound =
      name.size() > 2 && std::find(kCompoundSurnames.begin(), kCompoundSurnames.end(),
                                   name.substr(0, 2)) != kCompoundSurnames.end();
  if (compound) return 2;
  return name.size() < 4 ? 1 : 0;
}

}  // namespace

std::optional<std::string> NormaliseName(std::string_view typed) {
  if (!IsValidUtf8(typed)) return std::nullopt;
  std::u32string text = ToCodePoints(ToNfc(typed));
  std::transform(text.begin(), text.end(), text.begin(), Plain);
  const std::u32string name = Tidied(text);
  if (name.empty() || name.size() > static_cast<size_t>(kNameCharactersMax)) return std::nullopt;
  if (!std::all_of(name.begin(), name.end(), MayStandInName)) return std::nullopt;
  return ToUtf8(name);
}

std::string MaskNameForOwner(std::string_view name) {
  std::u32string masked = ToCodePoints(name);
  const size_t shown_first = std::max<size_t>(SurnameLength(masked), 1);
  // With one character after the surname, hiding it matters more than showing the end.
  const size_t shown_last = masked.size() > shown_first + 1 ? 1 : 0;
  for (size_t i = shown_first; i + shown_last < masked.size(); ++i) {
    if (masked[i] != kDot && masked[i] != U' ') masked[i] = U'*';
  }
  return ToUtf8(masked);
}

std::string MaskNameForOthers(std::string_view name) {
  const std::u32string text = ToCodePoints(name);
  const size_t shown = std::max<size_t>(SurnameLength(text), 1);
  return ToUtf8(text.substr(0, shown)) + "**";
}

std::string_view SurnameOf(std::string_view name) {
  const std::u32string text = ToCodePoints(name);
  const size_t bytes = ToUtf8(text.substr(0, SurnameLength(text))).size();
  return name.substr(0, bytes);
}

}  // namespace chunhui::people
