// Booking and cancelling a meal.
#include "tests/services/meals_town.h"

namespace chunhui::tests {
namespace {

class MealsBooking : public MealsTown {
 protected:
  const std::string person_ = PersonAged(70);
  const std::string fish_ = Dish(DishInput(kTomorrow, kLunch, "鲈鱼", 1000, 2));
  const calls::Caller visitor_ = OnVisit(Kiosk(), person_);
};

TEST_F(MealsBooking, FreezesWhatWasShownAndTakesOnePortion) {
  v1::BookMealRequest request;
  request.set_menu_dish_id(fish_);
  request.set_shown_pay_fen(700);
  request.set_take_away(true);
  const v1::MealBooking booking = Must(Ask(meals::BookMeal, visitor_, request)).booking();
  Must(Publish({DishInput(kTomorrow, kLunch, "鲈鱼", 2000, 2)}));
  const v1::MealBooking listed = Bookings(visitor_).bookings(0);
  EXPECT_EQ(listed.booking_id(), booking.booking_id());
  EXPECT_EQ(listed.state(), v1::MEAL_BOOKING_STATE_BOOKED);
  EXPECT_EQ(listed.price_fen(), 1000);
  EXPECT_EQ(listed.subsidy_fen(), 300);
  EXPECT_EQ(listed.pay_fen(), 700);
  EXPECT_TRUE(listed.take_away());
  EXPECT_TRUE(listed.can_cancel());
  EXPECT_EQ(listed.dish().price_fen(), 2000);
  EXPECT_EQ(listed.dish().portions_left(), 1);
}

TEST_F(MealsBooking, LeavesAnAuditRowAlsoWhenItIsRefused) {
  const std::string id = Must(Book(visitor_, fish_, 700)).booking().booking_id();
  ASSERT_EQ(last_audit_.size(), 1u);
  EXPECT_EQ(last_audit_[0].resident_id, person_);
  EXPECT_EQ(last_audit_[0].subject, id);
  EXPECT_FALSE(Book(visitor_, "nothing", 700).ok());
  ASSERT_EQ(last_audit_.size(), 1u);
  EXPECT_EQ(last_audit_[0].resident_id, person_);
}

TEST_F(MealsBooking, ClosesExactlyAtTheCutOff) {
  const auto at = [this](const std::string& dish, int64_t price_fen, time::Date date, int hour,
                         int minute, int seconds) {
    SetClock(date, hour, minute, seconds);
    return ReasonOf(Book(PersonAged(50), dish, price_fen));
  };
  const std::string breakfast = Dish(DishInput(kTomorrow, kBreakfast, "粥", 300));
  const std::string dinner = Dish(DishInput(kTomorrow, kDinner, "面", 800));
  for (const auto& [dish, price] : {std::pair{breakfast, 300}, std::pair{fish_, 1000}}) {
    EXPECT_EQ(at(dish, price, kToday, 16, 0, -1), v1::REASON_UNSPECIFIED);
    EXPECT_EQ(at(dish, price, kToday, 16, 0, 0), v1::REASON_BOOKING_CLOSED);
    EXPECT_EQ(at(dish, price, kToday, 16, 0, 1), v1::REASON_BOOKING_CLOSED);
  }
  EXPECT_EQ(at(dinner, 800, kTomorrow, 14, 30, -1), v1::REASON_UNSPECIFIED);
  EXPECT_EQ(at(dinner, 800, kTomorrow, 14, 30, 0), v1::REASON_BOOKING_CLOSED);
  EXPECT_EQ(at(dinner, 800, kTomorrow, 14, 30, 1), v1::REASON_BOOKING_CLOSED);
}

TEST_F(MealsBooking, AStationMayTakeLunchUntilHalfPastNineTheSameDay) {
  meals::PutCutOff(db_, {"east", kLunch, 0, 9 * 60 + 30});
  SetClock(kTomorrow, 9, 30, -1);
  EXPECT_TRUE(Book(PersonAged(50), fish_, 1000).ok());
  SetClock(kTomorrow, 9, 30);
  EXPECT_EQ(ReasonOf(Book(PersonAged(50), fish_, 1000)), v1::REASON_BOOKING_CLOSED);
}

TEST_F(MealsBooking, AnotherPriceThanTheShownOneIsAskedAgain) {
  EXPECT_EQ(ReasonOf(Book(visitor_, fish_, 1000)), v1::REASON_PRICE_CHANGED);
  EXPECT_EQ(ReasonOf(Book(visitor_, fish_, 699)), v1::REASON_PRICE_CHANGED);
  EXPECT_EQ(ReasonOf(Book(visitor_, fish_, -700)), v1::REASON_PRICE_CHANGED);
  EXPECT_EQ(Menu().dishes(0).portions_left(), 2);
  Must(Publish({DishInput(kTomorrow, kLunch, "鲈鱼", 1100, 2)}));
  EXPECT_EQ(ReasonOf(Book(visitor_, fish_, 700)), v1::REASON_PRICE_CHANGED);
  EXPECT_TRUE(Book(visitor_, fish_, 770).ok());
}

TEST_F(MealsBooking, SoldOutDishesCannotBeBooked) {
  Must(Book(PersonAged(50), fish_, 1000));
  Must(Book(PersonAged(51), fish_, 1000));
  const auto refused = Book(visitor_, fish_, 700);
  EXPECT_EQ(ReasonOf(refused), v1::REASON_SOLD_OUT);
  EXPECT_EQ(refused.refusal().code, calls::Code::kResourceExhausted);
}

TEST_F(MealsBooking, LeasedPortionsAreNotSoldTwice) {
  db_.Run("UPDATE menu_dishes SET leased = 2 WHERE dish_id = ?", fish_);
  EXPECT_EQ(ReasonOf(Book(visitor_, fish_, 700)), v1::REASON_SOLD_OUT);
  EXPECT_EQ(Menu().dishes(0).portions_left(), 0);
}

TEST_F(MealsBooking, OneMealPerResidentDateAndPeriod) {
  const std::string tofu = Dish(DishInput(kTomorrow, kLunch, "豆腐", 500));
  const std::string dinner = Dish(DishInput(kTomorrow, kDinner, "面", 800));
  Must(Book(visitor_, fish_, 700));
  const auto refused = Book(visitor_, tofu, 500);
  EXPECT_EQ(ReasonOf(refused), v1::REASON_ALREADY_BOOKED);
  EXPECT_EQ(refused.refusal().code, calls::Code::kAlreadyExists);
  EXPECT_TRUE(Book(visitor_, dinner, 800).ok());
}

TEST_F(MealsBooking, DishesOfAnotherStationAreUnknown) {
  EXPECT_EQ(ReasonOf(Book(OnVisit(Kiosk("hall-9", "station-2"), person_), fish_, 700)),
            v1::REASON_UNKNOWN);
  EXPECT_EQ(ReasonOf(Book(visitor_, "", 700)), v1::REASON_UNKNOWN);
  EXPECT_EQ(ReasonOf(Book(visitor_, std::string(100'000, 'x'), 700)), v1::REASON_UNKNOWN);
}

TEST_F(MealsBooking, ClosedRecordsAreRefused) {
  for (const auto state :
       {residents::ResidentState::kBlocked, residents::ResidentState::kDeceased}) {
    calls::Call call = MakeCall(ByOffice());
    residents::SetState(call, person_, state);
    v1::QuoteMealsRequest quote;
    *quote.mutable_date() = WireDate(kTomorrow);
    EXPECT_EQ(ReasonOf(Book(visitor_, fish_, 700)), v1::REASON_RESIDENT_CLOSED);
    EXPECT_EQ(ReasonOf(Ask(meals::QuoteMeals, visitor_, quote)), v1::REASON_RESIDENT_CLOSED);
    EXPECT_EQ(ReasonOf(Ask(meals::GetUsualMeal, visitor_, v1::GetUsualMealRequest{})),
              v1::REASON_RESIDENT_CLOSED);
  }
}

TEST_F(MealsBooking, CancellingGivesThePortionBackAndTwiceIsNoError) {
  const std::string id = Must(Book(visitor_, fish_, 700)).booking().booking_id();
  SetClock(kToday, 16, 0, -1);
  EXPECT_EQ(Must(Cancel(visitor_, id)).booking().state(), v1::MEAL_BOOKING_STATE_CANCELLED);
  EXPECT_EQ(Must(Cancel(visitor_, id)).booking().state(), v1::MEAL_BOOKING_STATE_CANCELLED);
  EXPECT_EQ(Menu().dishes(0).portions_left(), 2);
  EXPECT_EQ(Bookings(visitor_).bookings_size(), 0);
  EXPECT_TRUE(Book(visitor_, fish_, 700).ok());
}

TEST_F(MealsBooking, FromTheCutOffOnOnlyStaffOfTheStationCancel) {
  const std::string id = Must(Book(visitor_, fish_, 700)).booking().booking_id();
  SetClock(kToday, 16, 0);
  EXPECT_FALSE(Bookings(visitor_).bookings(0).can_cancel());
  EXPECT_EQ(ReasonOf(Cancel(visitor_, id)), v1::REASON_CANCEL_CLOSED);
  EXPECT_EQ(ReasonOf(Cancel(WithStaff(visitor_, v1::ROLE_VOLUNTEER), id)),
            v1::REASON_CANCEL_CLOSED);
  EXPECT_EQ(ReasonOf(Cancel(WithStaff(Desk(), v1::ROLE_STAFF, "station-2"), id)),
            v1::REASON_UNKNOWN);
  Must(Cancel(WithStaff(Desk(), v1::ROLE_STAFF), id));
  EXPECT_EQ(last_audit_.at(0).resident_id, person_);
  EXPECT_EQ(Menu().dishes(0).portions_left(), 2);
}

TEST_F(MealsBooking, WhatHasBeenPickedUpCannotBeCancelled) {
  const std::string id = Must(Book(visitor_, fish_, 700)).booking().booking_id();
  db_.Run("UPDATE meal_bookings SET state = ?", v1::MEAL_BOOKING_STATE_PICKED_UP);
  EXPECT_EQ(ReasonOf(Cancel(WithStaff(Desk(), v1::ROLE_STAFF), id)), v1::REASON_CANCEL_CLOSED);
}

TEST_F(MealsBooking, NobodySeesOrCancelsWhatBelongsToSomebodyElse) {
  const std::string id = Must(Book(visitor_, fish_, 700)).booking().booking_id();
  const calls::Caller other = OnVisit(Kiosk(), PersonAged(80));
  EXPECT_EQ(ReasonOf(Cancel(other, id)), v1::REASON_UNKNOWN);
  EXPECT_EQ(Bookings(other).bookings_size(), 0);
}

TEST_F(MealsBooking, ATypedNumberTouchesOnlyWhatItsOwnVisitBooked) {
  const auto typed = [this](const std::string& visit_id) {
    return OnVisit(Kiosk(), person_, v1::ASSURANCE_NUMBER, visit_id);
  };
  const std::string id = Must(Book(visitor_, fish_, 700)).booking().booking_id();
  EXPECT_EQ(Bookings(typed("visit-2")).bookings_size(), 0);
  EXPECT_EQ(ReasonOf(Cancel(typed("visit-2"), id)), v1::REASON_UNKNOWN);
  const std::string dinner = Dish(DishInput(kTomorrow, kDinner, "面", 800));
  const std::string own = Must(Book(typed("visit-2"), dinner, 800)).booking().booking_id();
  ASSERT_EQ(Bookings(typed("visit-2")).bookings_size(), 1);
  EXPECT_EQ(Bookings(visitor_).bookings_size(), 2);
  EXPECT_TRUE(Cancel(typed("visit-2"), own).ok());
}

TEST_F(MealsBooking, AreListedFromTodayOnEarliestFirst) {
  const std::string later = Dish(DishInput(kToday.AddDays(3), kLunch, "肉", 1000));
  const std::string tonight = Dish(DishInput(kToday, kDinner, "粥", 1000));
  for (const auto& dish : {later, fish_, tonight}) Must(Book(visitor_, dish, 700));
  std::string names;
  const auto listed = Bookings(visitor_);
  for (const auto& booking : listed.bookings()) names += booking.dish().name() + " ";
  EXPECT_EQ(names, "粥 鲈鱼 肉 ");
  SetClock(kTomorrow, 8, 0);
  EXPECT_EQ(Bookings(visitor_).bookings_size(), 2);
}

TEST_F(MealsBooking, AClosedRecordGivesItsPortionsBackToTheKitchen) {
  const std::string other = PersonAged(70);
  Must(Book(visitor_, fish_, 700));
  Must(Book(other, fish_, 700));
  calls::Call call = MakeCall(ByOffice());
  EXPECT_EQ(meals::CancelOfClosed(call, ""), "");
  EXPECT_EQ(Count("SELECT sold FROM menu_dishes"), 2) << "both records are open";
  residents::SetState(call, person_, residents::ResidentState::kDeceased);
  EXPECT_EQ(meals::CancelOfClosed(call, ""), "");
  EXPECT_EQ(Count("SELECT sold FROM menu_dishes"), 1);
  EXPECT_EQ(Count("SELECT count(*) FROM meal_bookings WHERE state = 2"), 1);
  EXPECT_EQ(call.audit().back().reason, "record closed");
}

}  // namespace
}  // namespace chunhui::tests
