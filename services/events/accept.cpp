// Taking an offered place.
#include "services/events/guests.h"
#include "services/residents/residents.h"

namespace chunhui::events {
namespace {

std::optional<calls::Refusal> Check(calls::Call& call, const SignUpRow& row) {
  const auto resident = residents::FindResident(call.db(), row.resident_id);
  if (!resident || resident->state != residents::ResidentState::kActive) {
    return calls::Refuse(v1::REASON_RESIDENT_CLOSED, "the resident's record is closed");
  }
  const bool offered = row.state == v1::SIGN_UP_STATE_OFFERED;
  const bool lapsed = row.state == v1::SIGN_UP_STATE_WITHDRAWN && row.offer_until;
  if (lapsed || (offered && call.now() >= *row.offer_until)) {
    return calls::Refuse(v1::REASON_OFFER_EXPIRED, "the offer has lapsed");
  }
  if (!offered) return calls::Refuse(v1::REASON_WRONG_STATE, "no place was offered");
  return std::nullopt;
}

}  // namespace

calls::Outcome<v1::AcceptOfferResponse> AcceptOffer(calls::Call& call,
                                                    const v1::AcceptOfferRequest& request) {
  auto row = FindSignUp(call.db(), request.sign_up_id());
  if (!row || !IsOwn(call, *row)) return calls::Unknown("no such sign-up");
  call.Audit({.resident_id = row->resident_id, .subject = row->sign_up_id});
  // Accepting twice is no error.
  if (row->state != v1::SIGN_UP_STATE_CONFIRMED) {
    if (auto refusal = Check(call, *row)) return *refusal;
    row->state = v1::SIGN_UP_STATE_CONFIRMED;
    row->offer_until.reset();
    Update(call, *row);
  }
  v1::AcceptOfferResponse response;
  *response.mutable_sign_up() = ToWire(call.db(), *row);
  return response;
}

}  // namespace chunhui::events
