#include "kiosk/visit/evidence.h"

#include <algorithm>

#include "core/people/card.h"

namespace chunhui::visit {
namespace {

// Neither stands in a card's number.
constexpr std::string_view kDocument = "document=";
constexpr char kHolder = '@';

// Scanners whose capitals key hangs type small letters.
std::string Capitals(std::string_view text) {
  std::string capitals(text);
  std::transform(capitals.begin(), capitals.end(), capitals.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return capitals;
}

}  // namespace

std::string ShownDocument(std::string_view id_number, std::string_view name) {
  return std::string(kDocument) + std::string(id_number) + kHolder + std::string(name);
}

std::optional<Document> ReadShownDocument(std::string_view shown) {
  if (!shown.starts_with(kDocument)) return std::nullopt;
  shown.remove_prefix(kDocument.size());
  const size_t end = std::min(shown.find(kHolder), shown.size());
  return Document{std::string(shown.substr(0, end)),
                  std::string(shown.substr(std::min(end + 1, shown.size())))};
}

std::string ShownSocialSecurity(std::string_view card, std::string_view holder_number) {
  return std::string(card) + kHolder + std::string(holder_number);
}

v1::RecogniseRequest RequestFor(std::string_view shown) {
  v1::RecogniseRequest request;
  if (const auto document = ReadShownDocument(shown)) {
    request.set_document_number(document->number);
    return request;
  }
  if (people::LooksLikeQr(Capitals(shown))) {
    request.set_qr(Capitals(shown));
    return request;
  }
  const size_t holder = shown.find(kHolder);
  request.set_card(std::string(shown.substr(0, holder)));
  if (holder != std::string_view::npos) {
    request.set_card_holder_number(std::string(shown.substr(holder + 1)));
  }
  return request;
}

}  // namespace chunhui::visit
