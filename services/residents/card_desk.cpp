// The card desk: what staff see and do with the cards and QR codes of one resident, and taking a
// new resident into the register.
#include "core/people/card.h"
#include "core/people/name.h"
#include "services/calls/fields.h"
#include "services/calls/wire.h"
#include "services/residents/qr_token.h"
#include "services/residents/residents.h"

namespace chunhui::residents {
namespace {

constexpr int kReasonMax = 200;
constexpr int kQrDaysStandard = 365;
constexpr int kQrDaysMax = 3 * 366;

// The resident whose cards staff work on; audited as `subject`, also when it is refused.
calls::Outcome<Resident> Subject(calls::Call& call, const std::string& resident_id,
                                 const std::string& subject, const std::string& reason = {}) {
  if (!calls::IsId(resident_id)) return calls::Malformed("resident_id", "no such id");
  auto resident = FindResident(call.db(), resident_id);
  if (!resident) return calls::Unknown("no such resident");
  call.Audit({resident_id, subject, reason});
  if (!call.StaffCovers(resident->station_id)) {
    return calls::NotAllowed("the resident belongs to another station");
  }
  return std::move(*resident);
}

calls::Outcome<time::Date> LastDay(const calls::Call& call, const v1::IssueQrRequest& request) {
  if (!request.has_valid_until()) return call.today().AddDays(kQrDaysStandard);
  const auto day = calls::FromWire(request.valid_until());
  if (!day || *day < call.today() || *day > call.today().AddDays(kQrDaysMax)) {
    return calls::Malformed("valid_until", "a day within three years");
  }
  return *day;
}

v1::CardState StateOf(CardState state) {
  switch (state) {
    case CardState::kGood:
      return v1::CARD_STATE_GOOD;
    case CardState::kBlocked:
      return v1::CARD_STATE_BLOCKED;
    case CardState::kNotYetValid:
    case CardState::kExpired:
      return v1::CARD_STATE_EXPIRED;
  }
  return v1::CARD_STATE_UNSPECIFIED;
}

}  // namespace

calls::Outcome<v1::ListCardsResponse> ListCards(calls::Call& call,
                                                const v1::ListCardsRequest& request) {
  if (!calls::IsPlainText(request.reason(), 1, kReasonMax)) {
    return calls::Malformed("reason", "1 to 200 characters");
  }
  const auto& visit = call.caller().visit;
  if (request.resident_id().empty() && !visit) {
    return calls::Refuse(v1::REASON_VISIT_ENDED, "no visit, or it has ended");
  }
  const std::string& whose =
      request.resident_id().empty() ? visit->resident_id : request.resident_id();
  const auto resident = Subject(call, whose, "cards", request.reason());
  if (!resident.ok()) return resident.refusal();
  v1::ListCardsResponse response;
  response.set_resident_id(whose);
  response.set_masked_name(MaskedName(resident.value(), call.today()));
  auto query = call.db().Prepare(
      "SELECT card, kind, valid_until, blocked_reason, valid_from FROM cards WHERE resident_id = ?"
      " ORDER BY blocked_at IS NOT NULL, valid_from DESC, card",
      whose);
  while (query.Step()) {
    v1::ResidentCard& card = *response.add_cards();
    card.set_card(query.Text(0));
    card.set_kind(static_cast<v1::CardKind>(query.Int(1)));
    card.set_state(StateOf(FindCard(call.db(), card.card(), call.today()).value().state));
    if (!query.IsNull(2)) {
      *card.mutable_valid_until() = calls::ToWire(time::Date::FromYyyymmdd(query.Int(2)).value());
    }
    card.set_blocked_reason(query.Text(3));
    *card.mutable_valid_from() = calls::ToWire(time::Date::FromYyyymmdd(query.Int(4)).value());
  }
  return response;
}

calls::Outcome<v1::ReplaceCardResponse> ReplaceCard(calls::Call& call,
                                                    const v1::ReplaceCardRequest& request) {
  const auto old_card = people::NormaliseCard(request.old_card());
  const auto bound =
      old_card ? FindCard(call.db(), *old_card, call.today()) : std::optional<Card>{};
  if (!bound || bound->resident_id != request.resident_id()) {
    return calls::Refusal{calls::Code::kNotFound, v1::REASON_CARD_UNKNOWN,
                          "the resident does not have this card", "old_card"};
  }
  v1::BlockCardRequest block;
  block.set_card(*old_card);
  block.set_reason(request.reason());
  const auto blocked = BlockCard(call, block);
  if (!blocked.ok()) return blocked.refusal();
  v1::BindCardRequest bind;
  bind.set_resident_id(request.resident_id());
  bind.set_card(request.new_card());
  if (request.has_valid_until()) *bind.mutable_valid_until() = request.valid_until();
  if (people::NormaliseCard(request.new_card()) == old_card) {
    return calls::Malformed("new_card", "another card than the old one");
  }
  const auto done = BindCard(call, bind);
  if (!done.ok()) {
    calls::Refusal refusal = done.refusal();
    if (refusal.field == "card") refusal.field = "new_card";
    return refusal;
  }
  return v1::ReplaceCardResponse{};
}

calls::Outcome<v1::IssueQrResponse> IssueQr(calls::Call& call, const v1::IssueQrRequest& request) {
  const v1::CardKind kind = request.kind();
  if (kind != v1::CARD_KIND_QR_CARD && kind != v1::CARD_KIND_QR_PHONE) {
    return calls::Malformed("kind", "on a card or on a phone");
  }
  const auto last_day = LastDay(call, request);
  if (!last_day.ok()) return last_day.refusal();
  const auto resident = Subject(call, request.resident_id(), "QR code issued");
  if (!resident.ok()) return resident.refusal();
  const QrToken token = MakeQrToken(call.vault(), call.random(), last_day.value());
  const auto bound = BindCardTo(call, request.resident_id(), token.card, last_day.value(), kind);
  if (!bound.ok()) return bound.refusal();
  v1::IssueQrResponse response;
  response.set_token(token.text);
  response.set_card(token.card);
  *response.mutable_valid_until() = calls::ToWire(last_day.value());
  response.set_masked_name(people::MaskNameForOwner(resident.value().name));
  return response;
}

calls::Outcome<v1::RegisterResidentResponse> RegisterResident(
    calls::Call& call, const v1::RegisterResidentRequest& request, const RowTaken& row_taken) {
  if (!request.resident().source_key().empty()) {
    return calls::Malformed("resident.source_key", "is made by the office");
  }
  google::protobuf::RepeatedPtrField<v1::ResidentInput> rows;
  v1::ResidentInput& row = *rows.Add();
  row = request.resident();
  row.set_source_key("desk-" + call.NewId());
  if (row.station_id().empty()) row.set_station_id(call.station_id());
  const auto known = FindByIdNumber(call, people::NormaliseIdNumber(row.id_number()));
  if (known) {
    call.Audit({known->resident_id, "already registered"});
    return calls::Refusal{calls::Code::kAlreadyExists, v1::REASON_ALREADY_BOOKED,
                          "the ID number is in the register", "resident.id_number"};
  }
  const auto report = ImportRows(call, rows, /*dry_run=*/false, row_taken);
  if (report.problems_size() > 0) {
    return calls::Malformed("resident." + report.problems(0).field(), report.problems(0).problem());
  }
  v1::RegisterResidentResponse response;
  response.set_resident_id(ResidentIdOfSource(call.db(), row.source_key()).value());
  response.set_masked_name(
      MaskedName(FindResident(call.db(), response.resident_id()).value(), call.today()));
  return response;
}

}  // namespace chunhui::residents
