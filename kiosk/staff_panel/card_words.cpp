#include "kiosk/staff_panel/card_words.h"

#include <algorithm>

namespace chunhui::staff_panel {
namespace {

constexpr size_t kEndShown = 4;

const char* KindKey(v1::CardKind kind) {
  switch (kind) {
    case v1::CARD_KIND_QR_CARD:
      return "staff.card.kind.printed";
    case v1::CARD_KIND_QR_PHONE:
      return "staff.card.kind.phone";
    default:
      return "staff.card.kind.card";
  }
}

std::string StateWords(const kit::Words& words, const v1::ResidentCard& card) {
  switch (card.state()) {
    case v1::CARD_STATE_BLOCKED:
      return words.Text("staff.card.blocked", {{"why", card.blocked_reason()}});
    case v1::CARD_STATE_EXPIRED:
      return words.Text("staff.card.expired");
    default:
      return words.Text("staff.card.good", {{"year", std::to_string(card.valid_from().year())},
                                            {"month", std::to_string(card.valid_from().month())}});
  }
}

}  // namespace

kit::CardLook CardRow(const kit::Words& words, const v1::ResidentCard& card) {
  const std::string& number = card.card();
  const std::string end = number.substr(number.size() - std::min(number.size(), kEndShown));
  const std::string kind = words.Text(KindKey(card.kind()));
  const std::string state = StateWords(words, card);
  const bool good = card.state() == v1::CARD_STATE_GOOD;
  return {.icon = card.kind() == v1::CARD_KIND_UNSPECIFIED ? "credit_card" : "qr_code_scanner",
          .hue = good ? kit::Hue::kPine : kit::Hue::kMaple,
          .title = words.Text("staff.card", {{"kind", kind}, {"end", end}}),
          .lines = {state},
          .arrow = good,
          .enabled = good,
          .personal = true,
          .voice = kind + " " + state};
}

const char* RefusalKey(v1::Reason reason) {
  switch (reason) {
    case v1::REASON_ALREADY_BOOKED:
      return "staff.cards.fault.other";
    case v1::REASON_CARD_UNKNOWN:
    case v1::REASON_UNKNOWN:
      return "staff.cards.fault.gone";
    case v1::REASON_MALFORMED:
      return "staff.cards.fault.unread";
    case v1::REASON_NOT_ALLOWED:
      return "staff.cards.fault.rights";
    case v1::REASON_VISIT_ENDED:
      return "staff.cards.fault.left";
    default:
      return "staff.cards.fault.trouble";
  }
}

}  // namespace chunhui::staff_panel
