// Calls methods as plain functions, without dispatcher or threads: a database in memory with the
// tables of the areas a test names, a small station tree, a clock that stands still, fixed seeds,
// and callers of every kind.
//
//   class MealsTest : public tests::CallTest {
//    protected:
//     MealsTest() : CallTest({residents::kResidentsMigrations, meals::kMealsMigrations}) {}
//   };
//   calls::Call call = MakeCall(OnVisit(Kiosk(), "r-1"));
//   EXPECT_EQ(ReasonOf(meals::BookMeal(call, request)), v1::REASON_SOLD_OUT);
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/secrets/keys.h"
#include "core/secrets/random.h"
#include "core/secrets/vault.h"
#include "core/store/db.h"
#include "core/store/migrate.h"
#include "core/time/clock.h"
#include "core/time/local_time.h"
#include "services/calls/call.h"
#include "services/calls/caller.h"
#include "services/calls/outcome.h"
#include "services/calls/stations.h"

namespace chunhui::tests {

using Areas = std::initializer_list<std::span<const store::Migration>>;

// Sunday 2026-11-22, 09:00 at the station.
inline const time::Date kToday{2026, 11, 22};
inline const time::Instant kNow = time::InstantAt(kToday, time::TimeOfDay::At(9, 0));

// A tree for every test: city > east > station-1, station-2; city > west > station-3.
inline void PutStationTree(store::Db& db) {
  const std::vector<std::pair<std::string, std::string>> places = {
      {"city", ""},          {"east", "city"},      {"west", "city"},
      {"station-1", "east"}, {"station-2", "east"}, {"station-3", "west"}};
  for (const auto& [id, parent] : places) {
    calls::PutStation(db, {id, parent, id, "1 Spring Road", "010-55550100", id, "1 Spring Road"});
  }
}

inline calls::Caller ByOffice() { return {}; }

inline calls::Caller Kiosk(std::string id = "hall-1", std::string station_id = "station-1") {
  calls::Caller caller;
  caller.device = calls::Device{calls::DeviceKind::kKiosk, std::move(station_id), std::move(id)};
  return caller;
}

inline calls::Caller Desk(std::string id = "front", std::string station_id = "station-1") {
  calls::Caller caller;
  caller.device = calls::Device{calls::DeviceKind::kDesk, std::move(station_id), std::move(id)};
  return caller;
}

// The device with a staff member signed in whose role covers the subtree of `station_id`.
inline calls::Caller WithStaff(calls::Caller caller, v1::Role role,
                               std::string station_id = "station-1", std::string account = "li") {
  caller.staff = calls::Staff{std::move(account), "李老师", role, std::move(station_id)};
  return caller;
}

inline calls::Caller OnVisit(calls::Caller caller, std::string resident_id,
                             v1::Assurance assurance = v1::ASSURANCE_CARD,
                             std::string visit_id = "visit-1") {
  caller.visit = calls::Visit{std::move(visit_id), std::move(resident_id), assurance, ""};
  return caller;
}

template <typename T>
v1::Reason ReasonOf(const calls::Outcome<T>& outcome) {
  return outcome.ok() ? v1::REASON_UNSPECIFIED : outcome.refusal().reason;
}

template <typename T>
std::string FieldOf(const calls::Outcome<T>& outcome) {
  return outcome.ok() ? "" : outcome.refusal().field;
}

// The value, or a failed test that says why there is none.
template <typename T>
T Must(calls::Outcome<T> outcome) {
  if (outcome.ok()) return std::move(outcome.value());
  ADD_FAILURE() << "refused: " << v1::Reason_Name(outcome.refusal().reason) << " "
                << outcome.refusal().field << " " << outcome.refusal().message;
  return T{};
}

class CallTest : public ::testing::Test {
 protected:
  explicit CallTest(Areas areas, store::Db db = store::Db::OpenMemory()) : db_(std::move(db)) {
    std::vector<store::Migration> all(std::begin(calls::kStationMigrations),
                                      std::end(calls::kStationMigrations));
    for (const auto& area : areas) all.insert(all.end(), area.begin(), area.end());
    store::Migrate(db_, all);
    PutStationTree(db_);
  }

  // A call at the clock's time. Writes take effect at once; call.audit() and call.events() show
  // what it would leave behind.
  calls::Call MakeCall(calls::Caller caller) {
    return calls::Call(std::move(caller), db_, clock_.now(), vault_, random_);
  }
  // Runs one function by one caller: Ask(meals::BookMeal, OnVisit(Kiosk(), "r-1"), request).
  template <typename Response, typename Request>
  calls::Outcome<Response> Ask(calls::Outcome<Response> (*method)(calls::Call&, const Request&),
                               calls::Caller caller, const Request& request) {
    calls::Call call = MakeCall(std::move(caller));
    return Finish(call, method(call, request));
  }
  // As the dispatcher does: a refusal undoes nothing here, but what stays in any case is written.
  template <typename Response>
  calls::Outcome<Response> Finish(calls::Call& call, calls::Outcome<Response> outcome) {
    call.RunEvenIfRefused();
    last_audit_ = call.audit();
    return outcome;
  }

  store::Db db_;
  std::vector<calls::AuditEntry> last_audit_;  // of the last Ask
  time::FakeClock clock_{kNow};
  secrets::FakeRandom random_{20261122};
  secrets::Keys keys_ = secrets::MakeKeys(random_);
  secrets::Vault vault_{keys_, random_};
};

}  // namespace chunhui::tests
