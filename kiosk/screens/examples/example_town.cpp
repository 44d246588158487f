#include "kiosk/screens/examples/example_town.h"

#include "core/time/local_time.h"
#include "kiosk/practice/play_town.h"
#include "kiosk/screens/phrases.h"

namespace chunhui::screens {
namespace {

using time::Date;
using time::TimeOfDay;

constexpr Date kToday{2026, 11, 22};

void SetTime(google::protobuf::Timestamp* at, Date date, TimeOfDay time_of_day) {
  at->set_seconds(time::ToUnixMs(time::InstantAt(date, time_of_day)) / 1000);
}

v1::QuoteMealsResponse Quotes() {
  v1::QuoteMealsResponse quotes;
  const v1::GetMenuResponse menu = practice::PlayMenu(kToday);
  for (const v1::MenuDish& dish : menu.dishes()) *quotes.add_quotes() = practice::PlayQuote(dish);
  return quotes;
}

}  // namespace

time::Instant ExampleNow() { return time::InstantAt(kToday, TimeOfDay::At(9, 42)); }

v1::Candidate ExampleCandidate() {
  v1::Candidate candidate;
  candidate.set_token("token");
  candidate.set_masked_name("王*兰奶奶");
  return candidate;
}

v1::StartVisitResponse ExampleVisit(v1::Assurance assurance) {
  v1::StartVisitResponse visit;
  visit.set_visit_token("visit");
  v1::Visitor& visitor = *visit.mutable_visitor();
  visitor.set_display_name("王*兰奶奶");
  visitor.set_assurance(assurance);
  visitor.set_day_care_member(true);
  visitor.set_has_family(true);
  visitor.set_present(true);
  return visit;
}

v1::OpenCaseResponse ExampleCase(v1::CaseKind kind, v1::CaseState state) {
  v1::OpenCaseResponse response;
  response.set_on_duty(true);
  v1::Case& made = *response.mutable_case_();
  made.set_case_id("case-1");
  made.set_ticket_number(12);
  made.set_kind(kind);
  made.set_state(state);
  if (state != v1::CASE_STATE_OPEN) made.set_claimed_by("李老师");
  if (state == v1::CASE_STATE_CLOSED) {
    made.set_outcome(v1::CASE_OUTCOME_CERTIFIED);
    *made.mutable_next_due_on() = FromDate({2027, 11, 22});
  }
  return response;
}

v1::MealBooking ExampleBooking() {
  v1::MealBooking booking;
  booking.set_booking_id("booking-1");
  *booking.mutable_dish() = practice::PlayDish(kToday, 1, 2);
  booking.set_state(v1::MEAL_BOOKING_STATE_BOOKED);
  booking.set_price_fen(1200);
  booking.set_subsidy_fen(500);
  booking.set_pay_fen(700);
  booking.set_can_cancel(true);
  return booking;
}

v1::Event ExampleEvent(v1::SignUpState mine) {
  v1::Event event = practice::PlayEvent(kToday, 1);
  if (mine == v1::SIGN_UP_STATE_UNSPECIFIED) return event;
  v1::SignUp& own = *event.mutable_mine();
  own.set_sign_up_id("sign-up-1");
  own.set_event_id(event.event_id());
  own.set_state(mine);
  if (mine == v1::SIGN_UP_STATE_WAITING) own.set_position(2);
  if (mine == v1::SIGN_UP_STATE_OFFERED) {
    SetTime(own.mutable_offer_until(), kToday, TimeOfDay::At(12, 0));
  }
  return event;
}

ExampleAnswers ExampleOffice() {
  ExampleAnswers answers;
  v1::GetStationResponse station;
  station.mutable_station()->set_name("红枫社区日间照料中心");
  station.mutable_station()->set_name_en("Red Maple Day Centre");
  station.mutable_station()->set_address("红枫路18号，红枫社区一楼");
  station.mutable_station()->set_address_en("18 Hongfeng Road, ground floor");
  station.mutable_station()->set_phone("010-5550 0118");
  answers.Set(office::kGetStation, station);
  answers.Set(office::kGetMenu, practice::PlayMenu(kToday));
  answers.Set(office::kQuoteMeals, Quotes());
  answers.Set(office::kListEvents, practice::PlayEvents(kToday));
  answers.Set(office::kListNotices, practice::PlayNotices(kToday));
  answers.Set(office::kGetPensionStatus, practice::PlayPension(kToday));
  answers.Set(office::kHeartbeat, {});
  v1::GetUsualMealResponse usual;
  *usual.mutable_dish() = practice::PlayDish(kToday, 1, 2);
  *usual.mutable_quote() = practice::PlayQuote(usual.dish());
  answers.Set(office::kGetUsualMeal, usual);
  v1::BookMealResponse booked;
  *booked.mutable_booking() = ExampleBooking();
  answers.Set(office::kBookMeal, booked);
  v1::CancelMealResponse cancelled;
  *cancelled.mutable_booking() = ExampleBooking();
  answers.Set(office::kCancelMeal, cancelled);
  v1::ListMealBookingsResponse bookings;
  *bookings.add_bookings() = ExampleBooking();
  answers.Set(office::kListMealBookings, bookings);
  v1::ListSignUpsResponse sign_ups;
  v1::Event waiting = practice::PlayEvent(kToday, 2);
  *waiting.mutable_mine() = ExampleEvent(v1::SIGN_UP_STATE_WAITING).mine();
  *sign_ups.add_events() = waiting;
  answers.Set(office::kListSignUps, sign_ups);
  v1::SignUpResponse signed_up;
  *signed_up.mutable_sign_up() = ExampleEvent(v1::SIGN_UP_STATE_CONFIRMED).mine();
  answers.Set(office::kSignUp, signed_up);
  v1::WithdrawResponse withdrawn;
  *withdrawn.mutable_sign_up() = ExampleEvent(v1::SIGN_UP_STATE_WITHDRAWN).mine();
  answers.Set(office::kWithdraw, withdrawn);
  answers.Set(office::kOpenCase, ExampleCase(v1::CASE_KIND_HELP, v1::CASE_STATE_OPEN));
  return answers;
}

}  // namespace chunhui::screens
