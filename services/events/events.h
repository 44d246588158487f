// Events: places, sign-ups, waiting lists and timed offers. A place is taken by one conditional
// UPDATE, so confirmed + offered never exceed the capacity; nobody overtakes on a waiting list.
#pragma once

#include <chrono>
#include <string>

#include "chunhui/v1/events.pb.h"
#include "core/store/db.h"
#include "core/store/migrate.h"
#include "core/time/instant.h"
#include "services/calls/call.h"
#include "services/calls/method.h"
#include "services/calls/outcome.h"

namespace chunhui::events {

extern const store::Migration kEventsMigrations[1];

// A confirmed place can be given back by its owner until this long before the start; by staff until
// the start. An offer or a rank on the waiting list can be given back at any time.
inline constexpr std::chrono::hours kWithdrawUntil{2};
// How long an offered place is held: the shorter time when the event is no further away than
// kOfferNear; never beyond its start.
inline constexpr std::chrono::hours kOfferHold{24};
inline constexpr std::chrono::hours kOfferHoldNear{2};
inline constexpr std::chrono::hours kOfferNear{24};
// When somebody can be checked in, around the start; the end is excluded.
inline constexpr std::chrono::minutes kCheckInBefore{30};
inline constexpr std::chrono::minutes kCheckInAfter{15};

// The calls of EventService; their contract is in events.proto.
calls::Outcome<v1::ListEventsResponse> ListEvents(calls::Call& call,
                                                  const v1::ListEventsRequest& request);
calls::Outcome<v1::SignUpResponse> SignUp(calls::Call& call, const v1::SignUpRequest& request);
calls::Outcome<v1::WithdrawResponse> Withdraw(calls::Call& call,
                                              const v1::WithdrawRequest& request);
calls::Outcome<v1::AcceptOfferResponse> AcceptOffer(calls::Call& call,
                                                    const v1::AcceptOfferRequest& request);
calls::Outcome<v1::ListSignUpsResponse> ListSignUps(calls::Call& call,
                                                    const v1::ListSignUpsRequest& request);
calls::Outcome<v1::CheckInResponse> CheckIn(calls::Call& call, const v1::CheckInRequest& request);
calls::Outcome<v1::PublishEventResponse> PublishEvent(calls::Call& call,
                                                      const v1::PublishEventRequest& request);

void AddEventsMethods(calls::MethodTable& table);

// Lets lapsed offers go, offers free places to those who wait, marks who did not come. Called by
// the office's timer every few seconds.
void ExpireOffers(calls::Call& call);

}  // namespace chunhui::events
