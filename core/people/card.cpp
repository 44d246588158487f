#include "core/people/card.h"

#include <algorithm>

#include "core/people/id_number.h"

namespace chunhui::people {

std::optional<std::string> NormaliseCard(std::string_view card) {
  constexpr size_t kLengthMin = 4;
  constexpr size_t kLengthMax = 40;
  // Longer than any card could be with all its separators: not worth normalising.
  if (card.size() > kLengthMax * 4) return std::nullopt;
  std::string text = NormaliseIdNumber(card);
  std::erase(text, ':');
  const auto belongs = [](char character) {
    return (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z');
  };
  if (text.size() < kLengthMin || text.size() > kLengthMax) return std::nullopt;
  if (!std::all_of(text.begin(), text.end(), belongs)) return std::nullopt;
  return text;
}

bool LooksLikeQr(std::string_view shown) {
  return shown.starts_with(kQrBegin) && shown.size() >= kQrLengthMin &&
         shown.size() <= kQrLengthMax;
}

}  // namespace chunhui::people
