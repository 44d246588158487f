// Withdrawing, the waiting list, timed offers and who was there.
#include "tests/services/events_town.h"

namespace chunhui::tests {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

// One place, taken by first_; second_ and third_ wait, in this order.
class EventsWaiting : public EventsTown {
 protected:
  std::string IdOf(const std::string& resident) { return Mine(resident, event_).sign_up_id(); }
  v1::SignUpState StateOf(const std::string& resident) { return Mine(resident, event_).state(); }
  time::Instant OfferUntil(const std::string& resident) {
    return calls::FromWire(Mine(resident, event_).offer_until()).value();
  }
  void FirstLeaves() { Must(Withdraw(Visitor(first_), first_id_)); }

  const std::string event_ = EventAt(kStart, 1);
  const std::string first_ = Person();
  const std::string second_ = Person();
  const std::string third_ = Person();
  const std::string first_id_ = Must(SignUp(first_, event_)).sign_up().sign_up_id();
  const std::string second_id_ = Must(SignUp(second_, event_)).sign_up().sign_up_id();
  const std::string third_id_ = Must(SignUp(third_, event_)).sign_up().sign_up_id();
};

TEST_F(EventsWaiting, AFreedPlaceIsHeldForTheNextForADay) {
  FirstLeaves();
  EXPECT_EQ(StateOf(second_), v1::SIGN_UP_STATE_OFFERED);
  EXPECT_EQ(OfferUntil(second_), kNow + hours(24));
  EXPECT_EQ(Mine(third_, event_).position(), 1);
  EXPECT_EQ(Find(event_).places_left(), 0);
}

TEST_F(EventsWaiting, AnOfferIsAuditedForWhomItIsMade) {
  FirstLeaves();
  Must(Withdraw(Visitor(second_), second_id_));
  ASSERT_EQ(last_audit_.size(), 2u);
  EXPECT_EQ(last_audit_[0].resident_id, second_);
  EXPECT_EQ(last_audit_[1].resident_id, third_);
  EXPECT_EQ(last_audit_[1].subject, third_id_);
}

TEST_F(EventsWaiting, WithinADayOfTheEventAnOfferIsHeldTwoHours) {
  clock_.SetTo(kStart - hours(24));
  FirstLeaves();
  EXPECT_EQ(OfferUntil(second_), kStart - hours(22));
}

TEST_F(EventsWaiting, NoOfferOutlivesTheStart) {
  clock_.SetTo(kStart - hours(2) - seconds(1));
  FirstLeaves();
  clock_.SetTo(kStart - hours(1));
  Must(Withdraw(Visitor(second_), second_id_));
  EXPECT_EQ(OfferUntil(third_), kStart);
}

TEST_F(EventsWaiting, AnAcceptedOfferIsAPlaceAndTwiceIsNoError) {
  FirstLeaves();
  EXPECT_EQ(Must(Accept(Visitor(second_), second_id_)).sign_up().state(),
            v1::SIGN_UP_STATE_CONFIRMED);
  EXPECT_TRUE(Accept(Visitor(second_), second_id_).ok());
  EXPECT_EQ(ReasonOf(Accept(Visitor(third_), third_id_)), v1::REASON_WRONG_STATE);
  EXPECT_EQ(ReasonOf(Accept(Visitor(third_), second_id_)), v1::REASON_UNKNOWN);
}

TEST_F(EventsWaiting, AnOfferEndsExactlyAtItsTimeAndGoesToTheNext) {
  FirstLeaves();
  clock_.SetTo(kNow + hours(24) - seconds(1));
  Tick();
  EXPECT_EQ(StateOf(second_), v1::SIGN_UP_STATE_OFFERED);
  clock_.SetTo(kNow + hours(24));
  EXPECT_EQ(ReasonOf(Accept(Visitor(second_), second_id_)), v1::REASON_OFFER_EXPIRED);
  Tick();
  EXPECT_EQ(last_audit_.size(), 2u);
  EXPECT_EQ(StateOf(second_), v1::SIGN_UP_STATE_UNSPECIFIED);
  EXPECT_EQ(StateOf(third_), v1::SIGN_UP_STATE_OFFERED);
  EXPECT_EQ(ReasonOf(Accept(Visitor(second_), second_id_)), v1::REASON_OFFER_EXPIRED);
}

TEST_F(EventsWaiting, AnOfferNobodyCouldHaveSeenDoesNotLapseBeforeTheEvent) {
  const std::string no_phone = Person({1950, 1, 1}, "");
  const std::string event = EventAt(kStart + hours(48), 1);
  const std::string holder = Must(SignUp(first_, event)).sign_up().sign_up_id();
  const std::string id = Must(SignUp(no_phone, event)).sign_up().sign_up_id();
  Must(Withdraw(Visitor(first_), holder));
  clock_.SetTo(kStart + hours(47));
  Tick();
  EXPECT_EQ(Mine(no_phone, event).state(), v1::SIGN_UP_STATE_OFFERED);
  clock_.SetTo(kStart + hours(48));
  Tick();
  EXPECT_EQ(Mine(no_phone, event).state(), v1::SIGN_UP_STATE_UNSPECIFIED);
}

TEST_F(EventsWaiting, TheTimerOffersPlacesThatBecameFreeOtherwise) {
  db_.Run("UPDATE events SET capacity = 2");
  Tick();
  EXPECT_EQ(StateOf(second_), v1::SIGN_UP_STATE_OFFERED);
  EXPECT_EQ(Mine(third_, event_).position(), 1);
  Tick();
  EXPECT_TRUE(last_audit_.empty());
}

TEST_F(EventsWaiting, NobodyTakesAFreePlaceFromThoseWhoWait) {
  db_.Run("UPDATE events SET capacity = 2");
  const std::string newcomer = Person();
  EXPECT_EQ(ReasonOf(SignUp(newcomer, event_, /*accept_waiting=*/false)), v1::REASON_SOLD_OUT);
  EXPECT_EQ(Must(SignUp(newcomer, event_)).sign_up().position(), 2);
  EXPECT_EQ(StateOf(second_), v1::SIGN_UP_STATE_OFFERED);
}

TEST_F(EventsWaiting, WhoLeavesTheListAndComesBackIsLast) {
  Must(Withdraw(Visitor(second_), second_id_));
  EXPECT_EQ(Mine(third_, event_).position(), 1);
  EXPECT_EQ(Must(SignUp(second_, event_)).sign_up().position(), 2);
}

TEST_F(EventsWaiting, ClosedRecordsLeaveTheListWhenTheirTurnComes) {
  calls::Call call = MakeCall(ByOffice());
  residents::SetState(call, second_, residents::ResidentState::kDeceased);
  FirstLeaves();
  EXPECT_EQ(StateOf(second_), v1::SIGN_UP_STATE_UNSPECIFIED);
  EXPECT_EQ(StateOf(third_), v1::SIGN_UP_STATE_OFFERED);
}

TEST_F(EventsWaiting, AConfirmedPlaceIsGivenBackUntilTwoHoursBeforeByStaffUntilTheStart) {
  const calls::Caller staff = WithStaff(Desk(), v1::ROLE_STAFF);
  clock_.SetTo(kStart - hours(2));
  EXPECT_EQ(ReasonOf(Withdraw(Visitor(first_), first_id_)), v1::REASON_CANCEL_CLOSED);
  EXPECT_EQ(ReasonOf(Withdraw(WithStaff(Desk(), v1::ROLE_STAFF, "west"), first_id_)),
            v1::REASON_UNKNOWN);
  clock_.SetTo(kStart);
  EXPECT_EQ(ReasonOf(Withdraw(staff, first_id_)), v1::REASON_CANCEL_CLOSED);
  clock_.SetTo(kStart - seconds(1));
  EXPECT_TRUE(Withdraw(staff, first_id_).ok());
  EXPECT_EQ(StateOf(second_), v1::SIGN_UP_STATE_OFFERED);
}

TEST_F(EventsWaiting, AnOfferOrARankIsGivenBackAtAnyTimeAndTwiceIsNoError) {
  FirstLeaves();
  clock_.SetTo(kStart - seconds(1));
  EXPECT_TRUE(Withdraw(Visitor(third_), third_id_).ok());
  EXPECT_TRUE(Withdraw(Visitor(second_), second_id_).ok());
  EXPECT_TRUE(Withdraw(Visitor(second_), second_id_).ok());
  EXPECT_EQ(Count("SELECT taken FROM events"), 0);
  EXPECT_EQ(ReasonOf(Withdraw(Visitor(first_), third_id_)), v1::REASON_UNKNOWN);
}

TEST_F(EventsWaiting, CheckInIsOpenFromThirtyMinutesBeforeToFifteenAfter) {
  const auto at = [this](time::Instant now) {
    clock_.SetTo(now);
    return ReasonOf(CheckIn(Visitor(first_), event_));
  };
  EXPECT_EQ(at(kStart - minutes(30) - seconds(1)), v1::REASON_WRONG_STATE);
  EXPECT_EQ(at(kStart + minutes(15)), v1::REASON_WRONG_STATE);
  EXPECT_EQ(at(kStart + minutes(15) - seconds(1)), v1::REASON_UNSPECIFIED);
  EXPECT_EQ(StateOf(first_), v1::SIGN_UP_STATE_ATTENDED);
  EXPECT_EQ(at(kStart + hours(1)), v1::REASON_UNSPECIFIED);  // again is no error
}

TEST_F(EventsWaiting, CheckInNeedsAConfirmedPlace) {
  clock_.SetTo(kStart - minutes(30));
  EXPECT_EQ(ReasonOf(CheckIn(Visitor(second_), event_)), v1::REASON_WRONG_STATE);
  EXPECT_EQ(ReasonOf(CheckIn(Visitor(Person()), event_)), v1::REASON_WRONG_STATE);
  EXPECT_EQ(ReasonOf(CheckIn(Visitor(first_), "nothing")), v1::REASON_UNKNOWN);
  EXPECT_TRUE(CheckIn(Visitor(first_), event_).ok());
  EXPECT_EQ(ReasonOf(Withdraw(Visitor(first_), first_id_)), v1::REASON_CANCEL_CLOSED);
}

TEST_F(EventsWaiting, OnlyStaffOfTheStationCheckInSomebodyElse) {
  clock_.SetTo(kStart);
  EXPECT_EQ(ReasonOf(CheckIn(Visitor(second_), event_, first_)), v1::REASON_NOT_ALLOWED);
  EXPECT_EQ(ReasonOf(CheckIn(WithStaff(Desk(), v1::ROLE_STAFF, "west"), event_, first_)),
            v1::REASON_NOT_ALLOWED);
  const calls::Caller staff = WithStaff(Desk(), v1::ROLE_STAFF);
  EXPECT_EQ(ReasonOf(CheckIn(staff, event_, "nobody")), v1::REASON_UNKNOWN);
  EXPECT_EQ(FieldOf(CheckIn(staff, event_)), "resident_id");
  EXPECT_TRUE(CheckIn(staff, event_, first_).ok());
  EXPECT_EQ(last_audit_.at(0).resident_id, first_);
}

TEST_F(EventsWaiting, WaitingEndsWhenTheEventBeginsAndTakesNoPlace) {
  clock_.SetTo(kStart - seconds(1));
  Tick();
  EXPECT_EQ(StateOf(second_), v1::SIGN_UP_STATE_WAITING);
  clock_.SetTo(kStart);
  Tick();
  EXPECT_EQ(Count("SELECT count(*) FROM sign_ups WHERE state = 2"), 0);
  EXPECT_EQ(Count("SELECT count(*) FROM sign_ups WHERE state = 4"), 2);
  EXPECT_EQ(Count("SELECT taken FROM events"), 1) << "the place itself is still held";
  EXPECT_EQ(last_audit_.at(0).reason, "no place became free");
}

TEST_F(EventsWaiting, WhoDidNotComeIsMarkedWhenCheckInIsOver) {
  clock_.SetTo(kStart + minutes(15) - seconds(1));
  Tick();
  EXPECT_EQ(StateOf(first_), v1::SIGN_UP_STATE_CONFIRMED);
  clock_.SetTo(kStart + minutes(15));
  Tick();
  EXPECT_EQ(StateOf(first_), v1::SIGN_UP_STATE_NO_SHOW);
  EXPECT_EQ(StateOf(second_), v1::SIGN_UP_STATE_UNSPECIFIED) << "nobody waits for what is over";
  EXPECT_EQ(Count("SELECT taken FROM events"), 1);
}

}  // namespace
}  // namespace chunhui::tests
