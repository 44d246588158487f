// What happens to sign-ups by the clock alone.
#include <vector>

#include "services/events/places.h"
#include "services/events/sign_up_row.h"

namespace chunhui::events {
namespace {

// One round stays short; the rest follows with the next, a few seconds later.
constexpr int kRoundMax = 500;

std::vector<std::string> ReadIds(store::Query query) {
  std::vector<std::string> ids;
  while (query.Step()) ids.push_back(query.Text(0));
  return ids;
}

void Leave(calls::Call& call, const std::string& sign_up_id, v1::SignUpState state,
           const char* why) {
  SignUpRow row = FindSignUp(call.db(), sign_up_id).value();
  const bool held_place = row.state != v1::SIGN_UP_STATE_WAITING;
  row.state = state;
  Update(call, row);
  call.Audit({.resident_id = row.resident_id, .subject = row.sign_up_id, .reason = why});
  if (held_place && state == v1::SIGN_UP_STATE_WITHDRAWN) GiveBackPlace(call.db(), row.event_id);
}

void LapseOffers(calls::Call& call) {
  for (const std::string& id : ReadIds(
           call.db().Prepare("SELECT sign_up_id FROM sign_ups WHERE state = 3 AND offer_until <= ?"
                             " ORDER BY offer_until LIMIT ?",
                             time::ToUnixMs(call.now()), kRoundMax))) {
    Leave(call, id, v1::SIGN_UP_STATE_WITHDRAWN, "offer lapsed");
  }
}

void OfferWhatIsFree(calls::Call& call) {
  for (const std::string& id : ReadIds(call.db().Prepare(
           "SELECT e.event_id FROM events e WHERE e.starts_at > ?"
           " AND e.taken + e.leased < e.capacity AND EXISTS"
           " (SELECT 1 FROM sign_ups s WHERE s.event_id = e.event_id AND s.state = 2) LIMIT ?",
           time::ToUnixMs(call.now()), kRoundMax))) {
    OfferFreePlaces(call, id);
  }
}

// Those who still wait when the event begins get no place any more.
void EndWaiting(calls::Call& call) {
  for (const std::string& id : ReadIds(
           call.db().Prepare("SELECT s.sign_up_id FROM sign_ups s JOIN events e USING (event_id)"
                             " WHERE s.state = 2 AND e.starts_at <= ? LIMIT ?",
                             time::ToUnixMs(call.now()), kRoundMax))) {
    Leave(call, id, v1::SIGN_UP_STATE_WITHDRAWN, "no place became free");
  }
}

void MarkNoShows(calls::Call& call) {
  for (const std::string& id : ReadIds(
           call.db().Prepare("SELECT s.sign_up_id FROM sign_ups s JOIN events e USING (event_id)"
                             " WHERE s.state = 1 AND e.starts_at <= ? LIMIT ?",
                             time::ToUnixMs(call.now() - kCheckInAfter), kRoundMax))) {
    Leave(call, id, v1::SIGN_UP_STATE_NO_SHOW, "did not come");
  }
}

}  // namespace

void ExpireOffers(calls::Call& call) {
  LapseOffers(call);
  OfferWhatIsFree(call);
  EndWaiting(call);
  MarkNoShows(call);
}

}  // namespace chunhui::events
