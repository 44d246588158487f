#include "services/events/places.h"

#include <algorithm>
#include <stdexcept>

#include "services/events/event_row.h"
#include "services/events/sign_up_row.h"
#include "services/residents/residents.h"

namespace chunhui::events {
namespace {

// Who has no phone cannot have seen the offer, so it does not lapse before the event.
time::Instant OfferEnd(const EventRow& event, time::Instant now, bool has_phone) {
  if (!has_phone) return event.starts_at;
  const bool near = event.starts_at - now <= kOfferNear;
  return std::min<time::Instant>(event.starts_at, now + (near ? kOfferHoldNear : kOfferHold));
}

void Change(calls::Call& call, const SignUpRow& row, const char* why) {
  Update(call, row);
  call.Audit({.resident_id = row.resident_id, .subject = row.sign_up_id, .reason = why});
}

}  // namespace

bool TakePlace(store::Db& db, const std::string& event_id) {
  return db.Run(
             "UPDATE events SET taken = taken + 1 WHERE event_id = ? AND taken + leased < capacity",
             event_id) == 1;
}

void GiveBackPlace(store::Db& db, const std::string& event_id) {
  db.Run("UPDATE events SET taken = taken - 1 WHERE event_id = ?", event_id);
}

int64_t NextRank(store::Db& db, const std::string& event_id) {
  auto query = db.Prepare(
      "UPDATE events SET ranks_given = ranks_given + 1 WHERE event_id = ? RETURNING ranks_given",
      event_id);
  if (!query.Step()) throw std::logic_error("a rank for an event that is not there");
  return query.Int(0);
}

void OfferFreePlaces(calls::Call& call, const std::string& event_id) {
  const EventRow event = FindEvent(call.db(), event_id).value();
  if (call.now() >= event.starts_at) return;
  while (auto next = FirstWaiting(call.db(), event_id)) {
    const auto resident = residents::FindResident(call.db(), next->resident_id);
    if (!resident || resident->state != residents::ResidentState::kActive) {
      next->state = v1::SIGN_UP_STATE_WITHDRAWN;
      Change(call, *next, "record closed");
      continue;
    }
    if (!TakePlace(call.db(), event_id)) return;
    next->state = v1::SIGN_UP_STATE_OFFERED;
    next->offer_until = OfferEnd(event, call.now(), resident->has_phone);
    Change(call, *next, "place offered");
  }
}

}  // namespace chunhui::events
