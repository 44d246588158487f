// Who stands at a kiosk and with what assurance: candidates, visits, attendance, consents. A visit
// token is worthless on another device; wrong tries make everybody wait longer and longer.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "chunhui/v1/preferences.pb.h"
#include "chunhui/v1/visits.pb.h"
#include "core/store/db.h"
#include "core/store/migrate.h"
#include "core/time/date.h"
#include "core/time/instant.h"
#include "services/calls/call.h"
#include "services/calls/caller.h"
#include "services/calls/method.h"
#include "services/calls/outcome.h"

namespace chunhui::visits {

extern const store::Migration kVisitsMigrations[2];

// From Recognise to StartVisit.
inline constexpr std::chrono::minutes kCandidateLifetime{2};
// A visit ends by itself then; the kiosk ends it long before.
inline constexpr std::chrono::minutes kVisitLifetime{60};
// A journalled write of an ended visit is accepted this long.
inline constexpr std::chrono::hours kJournalAccepted{7 * 24};
// How far a kiosk's clock may be off the office's.
inline constexpr std::chrono::minutes kClockMargin{2};

// For calls::Identities. A live visit of this device; with `occurred_at` also one that has ended
// since but was alive at that time, for 7 days. Reads only.
std::optional<calls::Visit> VisitOfToken(store::Db& db, const std::string& token_hash,
                                         const calls::Device& device,
                                         std::optional<time::Instant> occurred_at,
                                         time::Instant now);

// True when a day-care member has come that day and not gone home.
bool IsPresent(store::Db& db, std::string_view resident_id, time::Date day);

// How the resident wants kiosks to look and sound; empty when nothing is kept.
v1::Preferences KeptWishesOf(store::Db& db, std::string_view resident_id);
void ForgetWishes(calls::Call& call, const std::string& resident_id);

// Deletes visits to which no journalled write can refer any more, and forgiven tries.
void Prune(store::Db& db, time::Instant now);

calls::Outcome<v1::RecogniseResponse> Recognise(calls::Call& call,
                                                const v1::RecogniseRequest& request);
calls::Outcome<v1::StartVisitResponse> StartVisit(calls::Call& call,
                                                  const v1::StartVisitRequest& request);
calls::Outcome<v1::MarkAttendanceResponse> MarkAttendance(calls::Call& call,
                                                          const v1::MarkAttendanceRequest& request);
calls::Outcome<v1::RecordConsentResponse> RecordConsent(calls::Call& call,
                                                        const v1::RecordConsentRequest& request);
calls::Outcome<v1::GetPreferencesResponse> GetPreferences(calls::Call& call,
                                                          const v1::GetPreferencesRequest& request);
calls::Outcome<v1::SavePreferencesResponse> SavePreferences(
    calls::Call& call, const v1::SavePreferencesRequest& request);
calls::Outcome<v1::EndVisitResponse> EndVisit(calls::Call& call,
                                              const v1::EndVisitRequest& request);

void AddVisitsMethods(calls::MethodTable& table);

}  // namespace chunhui::visits
