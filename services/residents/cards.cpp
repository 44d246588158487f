#include "services/residents/residents.h"

namespace chunhui::residents {

std::optional<Card> FindCard(store::Db& db, std::string_view card, time::Date today) {
  auto query = db.Prepare(
      "SELECT resident_id, valid_from, valid_until, blocked_at FROM cards WHERE card = ?", card);
  if (!query.Step()) return std::nullopt;
  Card found{query.Text(0)};
  if (!query.IsNull(3)) {
    found.state = CardState::kBlocked;
  } else if (today.ToYyyymmdd() < query.Int(1)) {
    found.state = CardState::kNotYetValid;
  } else if (!query.IsNull(2) && today.ToYyyymmdd() > query.Int(2)) {
    found.state = CardState::kExpired;
  }
  return found;
}

calls::Outcome<bool> BindCardTo(calls::Call& call, std::string_view resident_id,
                                std::string_view card, std::optional<time::Date> valid_until,
                                v1::CardKind kind) {
  const auto bound = FindCard(call.db(), card, call.today());
  if (bound && bound->resident_id != resident_id) {
    return calls::Refusal{calls::Code::kAlreadyExists, v1::REASON_ALREADY_BOOKED,
                          "the card is bound to somebody else", "card"};
  }
  std::optional<int64_t> until;
  if (valid_until) until = valid_until->ToYyyymmdd();
  call.db().Run(
      "INSERT INTO cards (card, resident_id, valid_from, valid_until, kind) VALUES (?, ?, ?, ?, ?)"
      " ON CONFLICT (card) DO UPDATE SET valid_until = excluded.valid_until,"
      " valid_from = min(valid_from, excluded.valid_from), blocked_at = NULL, blocked_reason = ''",
      card, resident_id, call.today().ToYyyymmdd(), until, kind);
  return true;
}

}  // namespace chunhui::residents
