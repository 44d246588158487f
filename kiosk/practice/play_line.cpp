#include "kiosk/practice/play_line.h"

#include <algorithm>
#include <utility>

#include "core/time/local_time.h"
#include "kiosk/office/wire_time.h"

namespace chunhui::practice {
namespace {

constexpr char kName[] = "张*华奶奶";
constexpr char kTeacher[] = "李老师";

template <typename Response>
office::Reply Answered(const Response& response) {
  return {office::Reply::Kind::kAnswered, response.SerializeAsString(), {}};
}

office::Reply NotPlayed() {
  v1::ErrorDetail detail;
  detail.set_reason(v1::REASON_NOT_ALLOWED);
  return {office::Reply::Kind::kRefused, {}, detail};
}

}  // namespace

PlayLine::PlayLine(const time::Clock& clock, v1::Station station)
    : first_(time::LocalDate(clock.now()).AddDays(1)), station_(std::move(station)) {
  v1::GetStationResponse place;
  *place.mutable_station() = station_;
  v1::GetUsualMealResponse usual;
  *usual.mutable_dish() = PlayDish(first_, 1, 2);
  *usual.mutable_quote() = PlayQuote(usual.dish());
  Say(office::kGetStation, place);
  Say(office::kGetMenu, menu_);
  Say(office::kListEvents, events_);
  Say(office::kListNotices, PlayNotices(first_));
  Say(office::kGetPensionStatus, PlayPension(first_));
  Say(office::kGetUsualMeal, usual);
  Say(office::kHeartbeat, {});
  Say(office::kMarkAttendance, {});
  Say(office::kRecordConsent, {});
  Say(office::kSavePreferences, {});
  Say(office::kGetPreferences, {});
  Say(office::kEndVisit, {});
  Say(office::kWithdrawCase, {});
  On(office::kRecognise, &PlayLine::Recognise);
  On(office::kStartVisit, &PlayLine::StartVisit);
  On(office::kQuoteMeals, &PlayLine::QuoteMeals);
  On(office::kBookMeal, &PlayLine::BookMeal);
  On(office::kCancelMeal, &PlayLine::CancelMeal);
  On(office::kListMealBookings, &PlayLine::ListMealBookings);
  On(office::kSignUp, &PlayLine::SignUp);
  On(office::kWithdraw, &PlayLine::Withdraw);
  On(office::kListSignUps, &PlayLine::ListSignUps);
  On(office::kOpenCase, &PlayLine::OpenCase);
}

template <typename Request, typename Response>
void PlayLine::On(const office::Method<Request, Response>& method,
                  Response (PlayLine::*answer)(const Request&)) {
  answers_[method.name] = [this, answer](const std::string& bytes) {
    Request request;
    return request.ParseFromString(bytes) ? Answered((this->*answer)(request)) : NotPlayed();
  };
}

template <typename Request, typename Response>
void PlayLine::Say(const office::Method<Request, Response>& method,
                   const std::type_identity_t<Response>& response) {
  answers_[method.name] = [reply = Answered(response)](const std::string&) { return reply; };
}

office::Reply PlayLine::Call(const std::string& method, const office::Headers& /*headers*/,
                             const std::string& bytes, std::chrono::milliseconds /*deadline*/) {
  const auto found = answers_.find(method);
  return found == answers_.end() ? NotPlayed() : found->second(bytes);
}

void PlayLine::Read(const std::string& /*method*/, const std::string& /*bytes*/,
                    const std::function<void(const std::string&)>& /*message*/) {
  std::unique_lock lock(mutex_);
  stopped_changed_.wait(lock, [this] { return stopped_; });
}

void PlayLine::Stop() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  stopped_changed_.notify_all();
}

// Whatever card or number is shown: it is only a prop, and says nothing about whose it is.
v1::RecogniseResponse PlayLine::Recognise(const v1::RecogniseRequest&) {
  v1::RecogniseResponse response;
  v1::Candidate& candidate = *response.add_candidates();
  candidate.set_token("play");
  candidate.set_masked_name(kName);
  return response;
}

v1::StartVisitResponse PlayLine::StartVisit(const v1::StartVisitRequest&) {
  v1::StartVisitResponse response;
  response.set_visit_token("play");
  v1::Visitor& visitor = *response.mutable_visitor();
  visitor.set_display_name(kName);
  visitor.set_assurance(v1::ASSURANCE_CARD);
  visitor.set_has_family(true);
  return response;
}

v1::QuoteMealsResponse PlayLine::QuoteMeals(const v1::QuoteMealsRequest& request) {
  v1::QuoteMealsResponse quotes;
  for (const v1::MenuDish& dish : menu_.dishes()) {
    const bool asked = office::ToDate(dish.date()) == office::ToDate(request.date());
    if (asked) *quotes.add_quotes() = PlayQuote(dish);
  }
  return quotes;
}

v1::BookMealResponse PlayLine::BookMeal(const v1::BookMealRequest& request) {
  v1::MealBooking booking;
  booking.set_booking_id("booking-" + std::to_string(bookings_.size() + 1));
  booking.set_state(v1::MEAL_BOOKING_STATE_BOOKED);
  for (const v1::MenuDish& dish : menu_.dishes()) {
    if (dish.menu_dish_id() == request.menu_dish_id()) *booking.mutable_dish() = dish;
  }
  const v1::MealQuote quote = PlayQuote(booking.dish());
  booking.set_price_fen(quote.price_fen());
  booking.set_subsidy_fen(quote.subsidy_fen());
  booking.set_pay_fen(quote.pay_fen());
  booking.set_take_away(request.take_away());
  booking.set_can_cancel(true);
  bookings_.push_back(booking);
  v1::BookMealResponse response;
  *response.mutable_booking() = booking;
  return response;
}

v1::CancelMealResponse PlayLine::CancelMeal(const v1::CancelMealRequest& request) {
  v1::CancelMealResponse response;
  for (v1::MealBooking& booking : bookings_) {
    if (booking.booking_id() != request.booking_id()) continue;
    booking.set_state(v1::MEAL_BOOKING_STATE_CANCELLED);
    *response.mutable_booking() = booking;
  }
  return response;
}

v1::ListMealBookingsResponse PlayLine::ListMealBookings(const v1::ListMealBookingsRequest&) {
  v1::ListMealBookingsResponse response;
  for (const v1::MealBooking& booking : bookings_) {
    if (booking.state() == v1::MEAL_BOOKING_STATE_BOOKED) *response.add_bookings() = booking;
  }
  return response;
}

v1::SignUpResponse PlayLine::SignUp(const v1::SignUpRequest& request) {
  v1::SignUp sign_up;
  sign_up.set_sign_up_id("sign-up-" + request.event_id());
  sign_up.set_event_id(request.event_id());
  sign_up.set_state(v1::SIGN_UP_STATE_CONFIRMED);
  sign_ups_[request.event_id()] = sign_up;
  v1::SignUpResponse response;
  *response.mutable_sign_up() = sign_up;
  return response;
}

v1::WithdrawResponse PlayLine::Withdraw(const v1::WithdrawRequest& request) {
  v1::WithdrawResponse response;
  for (auto& [event_id, sign_up] : sign_ups_) {
    if (sign_up.sign_up_id() != request.sign_up_id()) continue;
    sign_up.set_state(v1::SIGN_UP_STATE_WITHDRAWN);
    *response.mutable_sign_up() = sign_up;
  }
  return response;
}

v1::ListSignUpsResponse PlayLine::ListSignUps(const v1::ListSignUpsRequest&) {
  v1::ListSignUpsResponse response;
  for (v1::Event event : events_.events()) {
    const auto found = sign_ups_.find(event.event_id());
    const bool mine =
        found != sign_ups_.end() && found->second.state() == v1::SIGN_UP_STATE_CONFIRMED;
    if (!mine) continue;
    *event.mutable_mine() = found->second;
    *response.add_events() = event;
  }
  return response;
}

// Somebody always comes at once: the one who practises beside the visitor.
v1::OpenCaseResponse PlayLine::OpenCase(const v1::OpenCaseRequest& request) {
  v1::OpenCaseResponse response;
  response.set_on_duty(true);
  v1::Case& made = *response.mutable_case_();
  made.set_case_id("case-" + std::to_string(++cases_));
  made.set_ticket_number(cases_);
  made.set_kind(request.kind());
  made.set_state(v1::CASE_STATE_CLAIMED);
  made.set_claimed_by(kTeacher);
  return response;
}

}  // namespace chunhui::practice
