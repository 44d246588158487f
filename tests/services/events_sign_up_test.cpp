// Publishing, listing and signing up.
#include <functional>

#include "tests/services/events_town.h"

namespace chunhui::tests {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class EventsSignUp : public EventsTown {};

TEST_F(EventsSignUp, TheListTellsWhatWasPublished) {
  v1::Event event = Class(kStart, 12);
  event.set_text("带上毛笔\n我们有纸");
  event.set_age_min(60);
  event.set_title_en("Calligraphy");
  const std::string id = Must(Publish(event)).event_id();
  const v1::Event listed = Find(id);
  event.set_event_id(id);
  event.set_places_left(12);
  event.set_picture("📅");
  EXPECT_EQ(listed.ShortDebugString(), event.ShortDebugString());
}

TEST_F(EventsSignUp, TheListIsOfTheOwnStationEarliestFirst) {
  EventAt(kStart + hours(24));
  EventAt(kStart);
  EventAt(kStart + hours(24 * 14));
  const auto fortnight = List(Kiosk());
  ASSERT_EQ(fortnight.events_size(), 2);
  EXPECT_LT(fortnight.events(0).starts_at().seconds(), fortnight.events(1).starts_at().seconds());
  EXPECT_EQ(List(Kiosk(), 60).events_size(), 3);
  EXPECT_EQ(List(Kiosk("hall-9", "station-2")).events_size(), 0);
}

TEST_F(EventsSignUp, AnEventLeavesTheListWhenItEnds) {
  EventAt(kStart);
  clock_.SetTo(kStart + hours(2) - seconds(1));
  EXPECT_EQ(List(Kiosk()).events_size(), 1);
  clock_.SetTo(kStart + hours(2));
  EXPECT_EQ(List(Kiosk()).events_size(), 0);
}

TEST_F(EventsSignUp, NamesTheFieldOfEveryWrongEvent) {
  const std::vector<std::pair<std::string, std::function<void(v1::Event&)>>> wrongs = {
      {"title", [](auto& event) { event.clear_title(); }},
      {"title", [](auto& event) { event.set_title(std::string(26, 'x')); }},
      {"title", [](auto& event) { event.set_title("书\n法"); }},
      {"text", [](auto& event) { event.set_text(std::string(401, 'x')); }},
      {"place", [](auto& event) { event.set_place(std::string(26, 'x')); }},
      {"starts_at", [](auto& event) { event.clear_starts_at(); }},
      {"starts_at", [](auto& event) { event.mutable_starts_at()->set_seconds(1LL << 60); }},
      {"ends_at", [](auto& event) { event.clear_ends_at(); }},
      {"ends_at", [](auto& event) { *event.mutable_ends_at() = event.starts_at(); }},
      {"capacity", [](auto& event) { event.set_capacity(0); }},
      {"capacity", [](auto& event) { event.set_capacity(10'001); }},
      {"age_min", [](auto& event) { event.set_age_min(-1); }},
      {"age_max", [](auto& event) { event.set_age_max(151); }},
      {"age_max",
       [](auto& event) {
         event.set_age_min(60);
         event.set_age_max(59);
       }},
      {"picture", [](auto& event) { event.set_picture("not an emoji"); }},
      {"title_en", [](auto& event) { event.set_title_en(std::string(61, 'x')); }},
      {"place_en", [](auto& event) { event.set_place_en(std::string(61, 'x')); }}};
  for (const auto& [field, spoil] : wrongs) {
    v1::Event event = Class(kStart);
    spoil(event);
    EXPECT_EQ(FieldOf(Publish(event)), "event." + field);
  }
  EXPECT_EQ(Count("SELECT count(*) FROM events"), 0);
}

TEST_F(EventsSignUp, IsPublishedOnlyByStaffOfThatStation) {
  v1::PublishEventRequest request;
  *request.mutable_event() = Class(kStart);
  const auto by = [this](v1::Role role, const std::string& where) {
    return WithStaff(Desk(), role, where);
  };
  using events::PublishEvent;
  EXPECT_EQ(ReasonOf(Ask(PublishEvent, Desk(), request)), v1::REASON_NOT_ALLOWED);
  EXPECT_EQ(ReasonOf(Ask(PublishEvent, by(v1::ROLE_KITCHEN, "city"), request)),
            v1::REASON_NOT_ALLOWED);
  EXPECT_EQ(ReasonOf(Ask(PublishEvent, by(v1::ROLE_STAFF, "station-2"), request)),
            v1::REASON_NOT_ALLOWED);
  const auto published = Must(Ask(PublishEvent, by(v1::ROLE_CONTENT_EDITOR, "east"), request));
  EXPECT_EQ(last_audit_.at(0).subject, published.event_id());
  EXPECT_EQ(Count("SELECT count(*) FROM updates WHERE station_id = 'station-1'"), 1);
  *request.mutable_event() = Class(kNow);
  EXPECT_EQ(FieldOf(Ask(PublishEvent, by(v1::ROLE_STAFF, "east"), request)), "event.starts_at");
}

TEST_F(EventsSignUp, TakesAPlaceAndLeavesAnAuditRow) {
  const std::string event = EventAt(kStart, 2);
  const std::string person = Person();
  const v1::SignUp sign_up = Must(SignUp(person, event)).sign_up();
  EXPECT_EQ(last_audit_.at(0).resident_id, person);
  EXPECT_EQ(last_audit_.at(0).subject, sign_up.sign_up_id());
  EXPECT_EQ(sign_up.state(), v1::SIGN_UP_STATE_CONFIRMED);
  EXPECT_EQ(Mine(person, event).sign_up_id(), sign_up.sign_up_id());
  EXPECT_EQ(Find(event).places_left(), 1);
  EXPECT_FALSE(Find(event).has_mine());
}

TEST_F(EventsSignUp, WhenFullItAsksBeforeItPutsAnybodyOnTheList) {
  const std::string event = EventAt(kStart, 1);
  Must(SignUp(Person(), event));
  const std::string second = Person();
  EXPECT_EQ(ReasonOf(SignUp(second, event, /*accept_waiting=*/false)), v1::REASON_SOLD_OUT);
  EXPECT_FALSE(Mine(second, event).sign_up_id().size());
  EXPECT_EQ(Must(SignUp(second, event)).sign_up().position(), 1);
  EXPECT_EQ(Must(SignUp(Person(), event)).sign_up().position(), 2);
  EXPECT_EQ(Find(event).waiting(), 2);
  EXPECT_EQ(Find(event).places_left(), 0);
}

TEST_F(EventsSignUp, OnePlacePerResidentAndEvent) {
  const std::string event = EventAt(kStart, 1);
  const std::string first = Person();
  const std::string second = Person();
  Must(SignUp(first, event));
  Must(SignUp(second, event));
  EXPECT_EQ(ReasonOf(SignUp(first, event)), v1::REASON_ALREADY_BOOKED);
  EXPECT_EQ(ReasonOf(SignUp(second, event)), v1::REASON_ALREADY_BOOKED);
}

TEST_F(EventsSignUp, ClosesExactlyAtTheStart) {
  const std::string event = EventAt(kStart, 5);
  clock_.SetTo(kStart - seconds(1));
  EXPECT_TRUE(SignUp(Person(), event).ok());
  clock_.SetTo(kStart);
  EXPECT_EQ(ReasonOf(SignUp(Person(), event)), v1::REASON_BOOKING_CLOSED);
}

TEST_F(EventsSignUp, AgesAreThoseOfTheDayOfTheEvent) {
  v1::Event event = Class(kStart, 9);
  event.set_age_min(60);
  event.set_age_max(80);
  const std::string id = Must(Publish(event)).event_id();
  const time::Date day = time::LocalDate(kStart);
  EXPECT_EQ(ReasonOf(SignUp(Person(day.AddMonths(-12 * 60).AddDays(1)), id)),
            v1::REASON_AGE_TOO_LOW);
  EXPECT_TRUE(SignUp(Person(day.AddMonths(-12 * 60)), id).ok());
  EXPECT_TRUE(SignUp(Person(day.AddMonths(-12 * 81).AddDays(1)), id).ok());
  EXPECT_EQ(ReasonOf(SignUp(Person(day.AddMonths(-12 * 81)), id)), v1::REASON_AGE_TOO_HIGH);
}

TEST_F(EventsSignUp, AnEventAtTheSameTimeIsAskedAbout) {
  const std::string person = Person();
  Must(SignUp(person, EventAt(kStart)));
  const std::string during = EventAt(kStart + hours(2) - minutes(1));
  const std::string after = EventAt(kStart + hours(2));
  EXPECT_EQ(ReasonOf(SignUp(person, during)), v1::REASON_EVENT_CLASH);
  EXPECT_TRUE(SignUp(person, after).ok());
  v1::SignUpRequest both;
  both.set_event_id(during);
  both.set_accept_clash(true);
  EXPECT_TRUE(Ask(events::SignUp, Visitor(person), both).ok());
}

TEST_F(EventsSignUp, WaitingForAnEventClashesWithNothing) {
  const std::string person = Person();
  const std::string full = EventAt(kStart, 1);
  Must(SignUp(Person(), full));
  Must(SignUp(person, full));
  EXPECT_TRUE(SignUp(person, EventAt(kStart)).ok());
}

TEST_F(EventsSignUp, ClosedRecordsAndUnknownEventsAreRefused) {
  const std::string event = EventAt(kStart);
  const std::string person = Person();
  EXPECT_EQ(ReasonOf(SignUp(person, "nothing")), v1::REASON_UNKNOWN);
  v1::SignUpRequest request;
  request.set_event_id(event);
  EXPECT_EQ(ReasonOf(Ask(events::SignUp, OnVisit(Kiosk("hall-9", "station-2"), person), request)),
            v1::REASON_UNKNOWN);
  calls::Call call = MakeCall(ByOffice());
  residents::SetState(call, person, residents::ResidentState::kDeceased);
  EXPECT_EQ(ReasonOf(SignUp(person, event)), v1::REASON_RESIDENT_CLOSED);
}

TEST_F(EventsSignUp, ListsTheVisitorsOwnUntilTheEventEnds) {
  const std::string person = Person();
  const std::string later = EventAt(kStart + hours(24));
  const std::string sooner = EventAt(kStart);
  const std::string left = EventAt(kStart + hours(48));
  Must(SignUp(person, later));
  Must(SignUp(person, sooner));
  Must(Withdraw(Visitor(person), Must(SignUp(person, left)).sign_up().sign_up_id()));
  const auto own = Must(Ask(events::ListSignUps, Visitor(person), v1::ListSignUpsRequest{}));
  ASSERT_EQ(own.events_size(), 2);
  EXPECT_EQ(own.events(0).event_id(), sooner);
  EXPECT_EQ(own.events(1).mine().state(), v1::SIGN_UP_STATE_CONFIRMED);
  clock_.SetTo(kStart + hours(2));
  EXPECT_EQ(Must(Ask(events::ListSignUps, Visitor(person), v1::ListSignUpsRequest{})).events_size(),
            1);
}

TEST_F(EventsSignUp, ATypedNumberTouchesOnlyWhatItsOwnVisitMade) {
  const std::string person = Person();
  const std::string event = EventAt(kStart);
  const std::string id = Must(SignUp(person, event)).sign_up().sign_up_id();
  const auto typed = OnVisit(Kiosk(), person, v1::ASSURANCE_NUMBER, "visit-2");
  EXPECT_FALSE(Find(event, typed).has_mine());
  EXPECT_EQ(Must(Ask(events::ListSignUps, typed, v1::ListSignUpsRequest{})).events_size(), 0);
  EXPECT_EQ(ReasonOf(Withdraw(typed, id)), v1::REASON_UNKNOWN);
  clock_.SetTo(kStart);
  EXPECT_EQ(ReasonOf(CheckIn(typed, event)), v1::REASON_ASSURANCE_TOO_LOW);
}

}  // namespace
}  // namespace chunhui::tests
