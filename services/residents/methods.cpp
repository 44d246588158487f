#include "core/people/card.h"
#include "services/calls/fields.h"
#include "services/calls/wire.h"
#include "services/residents/residents.h"
#include "services/staff/staff.h"

namespace chunhui::residents {
namespace {

constexpr int kReasonMax = 200;

calls::Refusal NotYours() {
  return {calls::Code::kPermissionDenied, v1::REASON_NOT_ALLOWED,
          "the resident belongs to another station"};
}

}  // namespace

calls::Outcome<v1::BindCardResponse> BindCard(calls::Call& call,
                                              const v1::BindCardRequest& request) {
  const auto card = people::NormaliseCard(request.card());
  if (!card) return calls::Malformed("card", "4 to 40 letters and digits");
  std::optional<time::Date> until;
  if (request.has_valid_until()) {
    until = calls::FromWire(request.valid_until());
    if (!until || *until < call.today()) {
      return calls::Malformed("valid_until", "a day from today on");
    }
  }
  if (!calls::IsId(request.resident_id())) return calls::Malformed("resident_id", "no such id");
  const auto resident = FindResident(call.db(), request.resident_id());
  if (!resident) return calls::Unknown("no such resident");
  call.Audit({resident->resident_id, "card bound"});
  if (!call.StaffCovers(resident->station_id)) return NotYours();
  if (staff::IsBadge(call, *card)) {
    return calls::Refusal{calls::Code::kAlreadyExists, v1::REASON_ALREADY_BOOKED,
                          "the card is a badge", "card"};
  }
  auto bound = BindCardTo(call, resident->resident_id, *card, until);
  if (!bound.ok()) return bound.refusal();
  return v1::BindCardResponse{};
}

calls::Outcome<v1::BlockCardResponse> BlockCard(calls::Call& call,
                                                const v1::BlockCardRequest& request) {
  const auto card = people::NormaliseCard(request.card());
  if (!card) return calls::Malformed("card", "4 to 40 letters and digits");
  if (!calls::IsPlainText(request.reason(), 1, kReasonMax)) {
    return calls::Malformed("reason", "1 to 200 characters");
  }
  const auto bound = FindCard(call.db(), *card, call.today());
  if (!bound) {
    return calls::Refusal{calls::Code::kNotFound, v1::REASON_CARD_UNKNOWN, "nobody has this card",
                          "card"};
  }
  call.Audit({bound->resident_id, "card blocked", request.reason()});
  if (!call.StaffCovers(FindResident(call.db(), bound->resident_id).value().station_id)) {
    return NotYours();
  }
  call.db().Run(
      "UPDATE cards SET blocked_at = ?, blocked_reason = ? WHERE card = ? AND blocked_at IS NULL",
      time::ToUnixMs(call.now()), request.reason(), *card);
  return v1::BlockCardResponse{};
}

calls::Outcome<v1::ImportResidentsResponse> ImportResidents(
    calls::Call& call, const v1::ImportResidentsRequest& request, const RowTaken& row_taken) {
  if (request.rows_size() < 1 || request.rows_size() > kImportRowsMax) {
    return calls::Malformed("rows", "1 to 2,000 rows");
  }
  return ImportRows(call, request.rows(), request.dry_run(), row_taken);
}

void AddResidentsMethods(calls::MethodTable& table, RowTaken row_taken) {
  const std::string service = "/chunhui.v1.ResidentService/";
  const auto searchers =
      calls::ByStaff({v1::ROLE_STAFF, v1::ROLE_GRID_WORKER, v1::ROLE_STATION_LEAD});
  const auto cards =
      calls::ByStaff({v1::ROLE_STAFF, v1::ROLE_GRID_WORKER, v1::ROLE_STATION_LEAD, v1::ROLE_ADMIN});
  const auto lead = calls::ByStaff({v1::ROLE_STATION_LEAD, v1::ROLE_ADMIN});
  table.methods.push_back(calls::Write(service + "SearchResidents", searchers, &SearchResidents));
  table.methods.push_back(calls::WriteWith<v1::ImportResidentsRequest, v1::ImportResidentsResponse>(
      service + "ImportResidents", lead,
      [row_taken](calls::Call& call, const v1::ImportResidentsRequest& request) {
        return ImportResidents(call, request, row_taken);
      }));
  table.methods.push_back(
      calls::Read(service + "GetNameCharacters", calls::AnyDevice(), &GetNameCharacters));
  table.methods.push_back(calls::Write(service + "BindCard", cards, &BindCard));
  table.methods.push_back(calls::Write(service + "BlockCard", cards, &BlockCard));
  table.methods.push_back(calls::Write(service + "ListCards", cards, &ListCards));
  table.methods.push_back(calls::Write(service + "ReplaceCard", cards, &ReplaceCard));
  table.methods.push_back(calls::Write(service + "IssueQr", cards, &IssueQr));
  table.methods.push_back(
      calls::WriteWith<v1::RegisterResidentRequest, v1::RegisterResidentResponse>(
          service + "RegisterResident", cards,
          [row_taken](calls::Call& call, const v1::RegisterResidentRequest& request) {
            return RegisterResident(call, request, row_taken);
          }));
}

}  // namespace chunhui::residents
