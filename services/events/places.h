// Places of an event: taken by one conditional statement, given back, and offered in the order of
// the waiting list.
#pragma once

#include <string>

#include "services/events/events.h"

namespace chunhui::events {

// False when none is left.
bool TakePlace(store::Db& db, const std::string& event_id);
void GiveBackPlace(store::Db& db, const std::string& event_id);
// A rank on the waiting list behind all that were ever given.
int64_t NextRank(store::Db& db, const std::string& event_id);

// Offers every free place to whoever waits longest. Nothing once the event has started. Residents
// whose record was closed meanwhile leave the list.
void OfferFreePlaces(calls::Call& call, const std::string& event_id);

}  // namespace chunhui::events
