// What the week asks of the office, and what it makes of the answers.
#include <algorithm>

#include "kiosk/screens/phrases.h"
#include "kiosk/screens/week.h"
#include "kiosk/screens/week_lunches.h"

namespace chunhui::screens {
WeekScreen::WeekScreen(office::Client& office, visit::Visit& visit, const time::Clock& clock)
    : office_(office), visit_(visit), clock_(clock) {
  unanswered_ = 1;
  office_.Ask(office::kGetUsualMeal, {}, guard_, [this](const auto& outcome) {
    if (outcome.ok()) usual_ = outcome.value().dish().name();
    AskWhatIsHad();
  });
}

void WeekScreen::AskWhatIsHad() {
  office_.Ask(office::kListMealBookings, {}, guard_, [this](const auto& outcome) {
    if (!outcome.ok()) {
      step_ = Step::kAway;
      return;
    }
    const auto& had = outcome.value().bookings();
    bookings_.assign(had.begin(), had.end());
    MakePlan();
  });
}

void WeekScreen::MakePlan() {
  days_.clear();
  for (v1::MenuDish& dish : WeekLunches(office_.known().menu, clock_.now(), usual_)) {
    Day day;
    day.dish = std::move(dish);
    const bool had = std::any_of(bookings_.begin(), bookings_.end(), [&](const auto& booking) {
      return ToDate(booking.dish().date()) == ToDate(day.dish.date()) &&
             booking.dish().period() == day.dish.period();
    });
    if (had) day.state = DayState::kHad;
    days_.push_back(std::move(day));
  }
  step_ = Count(DayState::kWanted) == 0 ? Step::kNothing : Step::kLoading;
  if (step_ == Step::kLoading) AskQuotes();
}

// For every day that is still wanted.
void WeekScreen::AskQuotes() {
  unanswered_ = Count(DayState::kWanted);
  for (const Day& day : days_) {
    if (day.state != DayState::kWanted) continue;
    v1::QuoteMealsRequest request;
    *request.mutable_date() = day.dish.date();
    office_.Ask(office::kQuoteMeals, std::move(request), guard_, [this](const auto& outcome) {
      if (!outcome.ok()) {
        step_ = Step::kAway;
        return;
      }
      TakeQuotes(outcome.value());
    });
  }
}

void WeekScreen::TakeQuotes(const v1::QuoteMealsResponse& quotes) {
  for (const v1::MealQuote& quote : quotes.quotes()) {
    for (Day& day : days_) {
      if (day.dish.menu_dish_id() == quote.menu_dish_id()) day.pay_fen = quote.pay_fen();
    }
  }
  if (--unanswered_ > 0 || step_ != Step::kLoading) return;
  // Nobody is asked to say yes to a price that is not known.
  for (Day& day : days_) {
    if (day.state == DayState::kWanted && !day.pay_fen) day.state = DayState::kRefused;
  }
  step_ = Count(DayState::kWanted) == 0 ? Step::kNothing : Step::kPlan;
}

void WeekScreen::BookNext() {
  const Day* next = First(DayState::kWanted);
  if (next == nullptr) {
    step_ = Step::kDone;
    return;
  }
  booking_ = static_cast<size_t>(next - days_.data());
  v1::BookMealRequest request;
  request.set_menu_dish_id(next->dish.menu_dish_id());
  request.set_shown_pay_fen(*next->pay_fen);
  office_.Ask(office::kBookMeal, std::move(request), guard_,
              [this](const auto& outcome) { HandleBooked(outcome); });
}

void WeekScreen::HandleBooked(const office::Outcome<v1::BookMealResponse>& outcome) {
  checking_ = outcome.checking();
  if (checking_) return;
  Day& day = days_[booking_];
  if (outcome.ok()) {
    day.state = DayState::kBooked;
    day.booking_id = outcome.value().booking().booking_id();
    visit_.Did(visit::Deed::kMealBooked);
    return BookNext();
  }
  if (outcome.away()) {
    for (Day& left : days_) {
      if (left.state == DayState::kWanted) left.state = DayState::kRefused;
    }
    step_ = Step::kDone;
    return;
  }
  // A cap of the week is reached, say: the rest is shown with its new prices and asked again.
  if (outcome.reason() == v1::REASON_PRICE_CHANGED) {
    price_changed_ = true;
    step_ = Step::kLoading;
    return AskQuotes();
  }
  day.state = outcome.reason() == v1::REASON_ALREADY_BOOKED ? DayState::kHad : DayState::kRefused;
  BookNext();
}

WeekScreen::Day* WeekScreen::First(DayState state) {
  const auto first = std::find_if(days_.begin(), days_.end(),
                                  [state](const Day& day) { return day.state == state; });
  return first == days_.end() ? nullptr : &*first;
}

void WeekScreen::CancelNext() {
  const Day* next = First(DayState::kBooked);
  if (next == nullptr) {
    step_ = Step::kCancelled;
    return;
  }
  booking_ = static_cast<size_t>(next - days_.data());
  v1::CancelMealRequest request;
  request.set_booking_id(next->booking_id);
  office_.Ask(office::kCancelMeal, std::move(request), guard_,
              [this](const auto& outcome) { HandleCancelled(outcome); });
}

// What cannot be cancelled any more stays booked, and stays in the list.
void WeekScreen::HandleCancelled(const office::Outcome<v1::CancelMealResponse>& outcome) {
  checking_ = outcome.checking();
  if (checking_) return;
  if (!outcome.ok()) {
    step_ = Step::kDone;
    return;
  }
  days_[booking_].state = DayState::kCancelled;
  visit_.Did(visit::Deed::kMealCancelled);
  CancelNext();
}

}  // namespace chunhui::screens
