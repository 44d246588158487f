// One resident's sign-up for one event, as it is stored.
#pragma once

#include <optional>
#include <string>

#include "core/time/instant.h"
#include "services/events/events.h"

namespace chunhui::events {

struct SignUpRow {
  std::string sign_up_id;
  std::string event_id;
  std::string resident_id;
  v1::SignUpState state = v1::SIGN_UP_STATE_UNSPECIFIED;
  int64_t rank = 0;                          // on the waiting list; 0 = never waited
  std::optional<time::Instant> offer_until;  // set by an offer, kept when it lapses
  std::string visit_id;
};

std::optional<SignUpRow> FindSignUp(store::Db& db, const std::string& sign_up_id);
// The one of this resident that is not withdrawn.
std::optional<SignUpRow> FindActive(store::Db& db, const std::string& event_id,
                                    const std::string& resident_id);
std::optional<SignUpRow> FirstWaiting(store::Db& db, const std::string& event_id);

void Insert(calls::Call& call, const SignUpRow& row);
// Stores `row.state` and `row.offer_until`.
void Update(calls::Call& call, const SignUpRow& row);

v1::SignUp ToWire(store::Db& db, const SignUpRow& row);

}  // namespace chunhui::events
