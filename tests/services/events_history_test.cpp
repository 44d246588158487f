// Promises about places and waiting lists that hold after any history, and when kiosks race.
#include <atomic>
#include <map>
#include <random>
#include <thread>

#include "core/store/writer.h"
#include "tests/services/events_town.h"

namespace chunhui::tests {
namespace {

constexpr int kPeople = 15;
constexpr int kSteps = 500;

// Random residents sign up, leave, accept and come, while the clock runs and places are added.
class EventsHistory : public EventsTown, public ::testing::WithParamInterface<int> {
 protected:
  EventsHistory() : dice_(static_cast<unsigned>(GetParam())) {
    for (int i = 0; i < kPeople; ++i) {
      people_.push_back(Person({1950, 1, 1}, i % 5 == 0 ? "" : "13900000001"));
    }
    for (int i = 0; i < 3; ++i) {
      // Never at the same time, so that clashes do not hide what is looked for.
      events_.push_back(EventAt(kStart + std::chrono::hours(24 * i), 1 + Roll(4)));
    }
  }

  int Roll(int below) { return static_cast<int>(dice_() % static_cast<unsigned>(below)); }
  const std::string& AnyPerson() { return people_[static_cast<size_t>(Roll(kPeople))]; }
  const std::string& AnyEvent() { return events_[static_cast<size_t>(Roll(3))]; }

  void Step() {
    const std::string& person = AnyPerson();
    const std::string& event = AnyEvent();
    const int what = Roll(100);
    if (what < 45) {
      if (SignUp(person, event, Roll(5) > 0).ok()) ++done_["signed up"];
    } else if (what < 65) {
      if (Withdraw(Visitor(person), Mine(person, event).sign_up_id()).ok()) ++done_["left"];
    } else if (what < 75) {
      if (Accept(Visitor(person), Mine(person, event).sign_up_id()).ok()) ++done_["accepted"];
    } else if (what < 80) {
      if (CheckIn(Visitor(person), event).ok()) ++done_["came"];
    } else if (what < 82) {
      db_.Run("UPDATE events SET capacity = capacity + 1 WHERE event_id = ?", event);
    } else if (what < 97) {
      clock_.Advance(std::chrono::minutes(Roll(90)));
    } else {
      Tick();
    }
  }

  // By rank, whoever ever waited for this event: rank → state.
  std::map<int64_t, int64_t> WaitersOf(const std::string& event) {
    std::map<int64_t, int64_t> waiters;
    auto query =
        db_.Prepare("SELECT rank, state FROM sign_ups WHERE event_id = ? AND rank > 0", event);
    while (query.Step()) waiters[query.Int(0)] = query.Int(1);
    return waiters;
  }

  // Nobody has got further than an earlier one who still waits.
  void CheckOrder(const std::string& event) {
    bool somebody_waits = false;
    for (const auto& [rank, state] : WaitersOf(event)) {
      if (state == v1::SIGN_UP_STATE_WAITING) {
        somebody_waits = true;
      } else if (state != v1::SIGN_UP_STATE_WITHDRAWN) {
        EXPECT_FALSE(somebody_waits) << "rank " << rank << " has overtaken";
      }
    }
  }

  void CheckPromises() {
    EXPECT_EQ(Count("SELECT count(*) FROM events WHERE taken + leased > capacity"), 0);
    EXPECT_EQ(Count("SELECT count(*) FROM events e WHERE taken <> (SELECT count(*) FROM sign_ups s"
                    " WHERE s.event_id = e.event_id AND s.state IN (1, 3, 5, 6))"),
              0);
    EXPECT_EQ(Count("SELECT count(*) FROM (SELECT 1 FROM sign_ups WHERE state <> 4"
                    " GROUP BY event_id, resident_id HAVING count(*) > 1)"),
              0);
    for (const std::string& event : events_) CheckOrder(event);
  }

  std::mt19937 dice_;
  std::vector<std::string> people_;
  std::vector<std::string> events_;
  std::map<std::string, int> done_;
};

TEST_P(EventsHistory, NeverExceedsTheCapacityAndNobodyOvertakes) {
  for (int step = 0; step < kSteps && !HasFailure(); ++step) {
    Step();
    CheckPromises();
  }
  for (const char* what : {"signed up", "left", "accepted"}) EXPECT_GT(done_[what], 0) << what;
}

TEST_P(EventsHistory, NobodyWalksPastTheWaitingList) {
  for (int step = 0; step < kSteps && !HasFailure(); ++step) {
    const std::string& event = AnyEvent();
    const bool somebody_waits = Find(event).waiting() > 0;
    const auto newcomer = SignUp(AnyPerson(), event);
    const bool got_a_place =
        newcomer.ok() && newcomer.value().sign_up().state() == v1::SIGN_UP_STATE_CONFIRMED;
    EXPECT_FALSE(got_a_place && somebody_waits);
    if (got_a_place) ++done_["got a place"];
    const std::string& leaver = AnyPerson();
    if (Withdraw(Visitor(leaver), Mine(leaver, event).sign_up_id()).ok()) ++done_["left"];
    if (Roll(10) == 0) db_.Run("UPDATE events SET capacity = capacity + 1");
    CheckPromises();
  }
  EXPECT_GT(done_["got a place"], 0);
  EXPECT_GT(done_["left"], 0);
}

TEST_P(EventsHistory, AfterTheTimerNoPlaceIsFreeWhileSomebodyWaits) {
  for (int step = 0; step < kSteps && !HasFailure(); ++step) {
    Step();
    Tick();
    CheckPromises();
    const auto list = List(Kiosk(), 60);
    for (const v1::Event& event : list.events()) {
      const bool open = calls::FromWire(event.starts_at()).value() > clock_.now();
      EXPECT_FALSE(open && event.places_left() > 0 && event.waiting() > 0);
    }
    EXPECT_EQ(Count("SELECT count(*) FROM sign_ups WHERE state = 3 AND offer_until <= " +
                    std::to_string(time::ToUnixMs(clock_.now()))),
              0);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, EventsHistory, ::testing::Range(1, 7));

class EventsRace : public EventsTown {};

TEST_F(EventsRace, FourKiosksForThreePlacesAndExactlyThreeAreConfirmed) {
  constexpr int kKiosks = 4;
  constexpr int kVisitorsEach = 10;
  const std::string event = EventAt(kStart, 3);
  std::vector<std::string> people;
  for (int i = 0; i < kKiosks * kVisitorsEach; ++i) people.push_back(Person());
  store::Writer writer(std::move(db_));
  std::atomic<int> confirmed = 0;
  const auto kiosk = [&](int number) {
    for (int i = 0; i < kVisitorsEach; ++i) {
      writer.RunAndWait([&](store::Db& db) {
        const std::string& person = people[static_cast<size_t>(number * kVisitorsEach + i)];
        calls::Call call(Visitor(person), db, kNow, vault_, random_);
        v1::SignUpRequest request;
        request.set_event_id(event);
        const auto outcome = events::SignUp(call, request);
        if (outcome.ok()) ++confirmed;
        EXPECT_TRUE(outcome.ok() || ReasonOf(outcome) == v1::REASON_SOLD_OUT);
      });
    }
  };
  std::vector<std::thread> kiosks;
  for (int i = 0; i < kKiosks; ++i) kiosks.emplace_back(kiosk, i);
  for (std::thread& thread : kiosks) thread.join();
  EXPECT_EQ(confirmed, 3);
}

}  // namespace
}  // namespace chunhui::tests
