#include "core/people/card.h"

namespace chunhui::people {
namespace {

constexpr size_t kLengthMin = 4;
constexpr size_t kLengthMax = 40;

}  // namespace

std::optional<std::string> NormaliseCard(std::string_view card) {
  if (card.size() < kLengthMin || card.size() > kLengthMax) return std::nullopt;
  std::string text(card);
  for (char& c : text) {
    const bool small = c >= 'a' && c <= 'z';
    if (small) c = static_cast<char>(c - 'a' + 'A');
    if (!(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9')) return std::nullopt;
  }
  return text;
}

}  // namespace chunhui::people
