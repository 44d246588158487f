#include "services/calls/fields.h"

#include <algorithm>

#include "core/people/text.h"

namespace chunhui::calls {
namespace {

constexpr size_t kIdMax = 64;
constexpr size_t kUtf8BytesMax = 4;

bool IsControl(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

// Line and paragraph separators, embeddings, overrides, isolates and the byte order mark.
bool IsTrick(char32_t c) {
  return (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

bool IsBlank(char32_t c) { return c == U' ' || c == U'\n' || c == 0xA0 || c == 0x3000; }

}  // namespace

bool IsPlainText(std::string_view text, int min, int max, Lines lines) {
  if (text.size() > static_cast<size_t>(max) * kUtf8BytesMax) return false;
  if (!people::IsValidUtf8(text)) return false;
  const std::u32string points = people::ToCodePoints(text);
  const int count = static_cast<int>(points.size());
  if (count < min || count > max) return false;
  const bool draws = std::all_of(points.begin(), points.end(), [lines](char32_t c) {
    if (c == U'\n') return lines == Lines::kMany;
    return !IsControl(c) && !IsTrick(c);
  });
  return draws && (points.empty() || !std::all_of(points.begin(), points.end(), IsBlank));
}

bool IsId(std::string_view id) {
  return !id.empty() && id.size() <= kIdMax &&
         std::all_of(id.begin(), id.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

std::optional<int> PageSize(int wanted, int standard, int max) {
  if (wanted == 0) return standard;
  if (wanted < 0 || wanted > max) return std::nullopt;
  return wanted;
}

}  // namespace chunhui::calls
