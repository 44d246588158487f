// What the meals screen asks of the office, and what it makes of the answers.
#include "core/time/local_time.h"
#include "kiosk/screens/meals.h"
#include "kiosk/screens/phrases.h"

namespace chunhui::screens {

time::Date MealsScreen::today() const { return time::LocalDate(clock_.now()); }

std::string MealsScreen::ChosenMeal(const kit::Words& words) const {
  return MealTitle(words, today(), ToDate(dish_->date()), dish_->period());
}

const v1::MealQuote* MealsScreen::QuoteOf(const std::string& menu_dish_id) const {
  const auto found = quotes_.find(menu_dish_id);
  return found == quotes_.end() ? nullptr : &found->second;
}

// Sold out and closed dishes are told why instead of being confirmed.
void MealsScreen::Choose(const v1::MenuDish& dish) {
  dish_ = dish;
  meal_ = Meal{ToDate(dish.date()), dish.period(), {dish}};
  price_changed_ = false;
  take_away_ = false;
  step_ = Step::kConfirm;
  if (clock_.now() >= ToInstant(dish.booking_closes_at())) {
    Refuse(v1::REASON_BOOKING_CLOSED);
  } else if (dish.portions_left() <= 0) {
    Refuse(v1::REASON_SOLD_OUT);
  } else if (QuoteOf(dish.menu_dish_id()) == nullptr) {
    AskQuotes(meal_->date);
  }
}

void MealsScreen::AskQuotes(time::Date date) {
  if (!visit_.open()) return;
  v1::QuoteMealsRequest request;
  *request.mutable_date() = FromDate(date);
  office_.Ask(office::kQuoteMeals, std::move(request), guard_, [this](const auto& outcome) {
    if (!outcome.ok()) return;
    for (const v1::MealQuote& quote : outcome.value().quotes()) {
      quotes_[quote.menu_dish_id()] = quote;
    }
  });
}

Place MealsScreen::Book() {
  if (!visit_.open()) {
    return Place::IdentifyThen(Place::To(ScreenName::kMeals, dish_->menu_dish_id()));
  }
  const v1::MealQuote* quote = QuoteOf(dish_->menu_dish_id());
  if (quote == nullptr) {
    // Nobody is asked to say yes to a price that is not known.
    if (office_.away()) {
      trouble_ = "trouble.away";
      step_ = Step::kTrouble;
    } else {
      AskQuotes(ToDate(dish_->date()));
    }
    return Place::Here();
  }
  v1::BookMealRequest request;
  request.set_menu_dish_id(dish_->menu_dish_id());
  request.set_shown_pay_fen(quote->pay_fen());
  request.set_take_away(take_away_);
  step_ = Step::kSending;
  checking_ = false;
  cancelling_ = false;
  office_.Ask(office::kBookMeal, std::move(request), guard_,
              [this](const auto& outcome) { HandleBooked(outcome); });
  return Place::Here();
}

void MealsScreen::HandleBooked(const office::Outcome<v1::BookMealResponse>& outcome) {
  checking_ = outcome.checking();
  if (outcome.ok()) {
    booking_ = outcome.value().booking();
    visit_.Did(visit::Deed::kMealBooked);
    step_ = Step::kDone;
  } else if (outcome.refused() && outcome.reason() == v1::REASON_PRICE_CHANGED) {
    quotes_.clear();
    price_changed_ = false;
    v1::QuoteMealsRequest request;
    *request.mutable_date() = dish_->date();
    office_.Ask(office::kQuoteMeals, std::move(request), guard_, [this](const auto& again) {
      if (!again.ok()) return Refuse(v1::REASON_UNSPECIFIED);
      for (const v1::MealQuote& quote : again.value().quotes()) {
        quotes_[quote.menu_dish_id()] = quote;
      }
      price_changed_ = QuoteOf(dish_->menu_dish_id()) != nullptr;
      step_ = Step::kConfirm;
    });
  } else if (outcome.refused()) {
    Refuse(outcome.reason());
  } else if (outcome.away()) {
    trouble_ = "trouble.away";
    step_ = Step::kTrouble;
  }
}

void MealsScreen::Cancel() {
  v1::CancelMealRequest request;
  request.set_booking_id(booking_->booking_id());
  step_ = Step::kSending;
  checking_ = false;
  cancelling_ = true;
  office_.Ask(office::kCancelMeal, std::move(request), guard_,
              [this](const auto& outcome) { HandleCancelled(outcome); });
}

void MealsScreen::HandleCancelled(const office::Outcome<v1::CancelMealResponse>& outcome) {
  checking_ = outcome.checking();
  if (outcome.ok()) {
    visit_.Did(visit::Deed::kMealCancelled);
    step_ = Step::kCancelled;
  } else if (outcome.refused()) {
    Refuse(outcome.reason());
  } else if (outcome.away()) {
    trouble_ = "trouble.away";
    step_ = Step::kTrouble;
  }
}

void MealsScreen::Refuse(v1::Reason reason) {
  step_ = Step::kTrouble;
  switch (reason) {
    case v1::REASON_SOLD_OUT:
      trouble_ = "meals.trouble.sold_out";
      office_.RefreshMenu();
      break;
    case v1::REASON_ALREADY_BOOKED:
      trouble_ = "meals.trouble.already";
      break;
    case v1::REASON_BOOKING_CLOSED:
      trouble_ = "meals.trouble.closed";
      break;
    case v1::REASON_CANCEL_CLOSED:
      trouble_ = "meals.trouble.cancel_closed";
      break;
    case v1::REASON_UNKNOWN:
      trouble_ = "meals.trouble.gone";
      office_.RefreshMenu();
      break;
    case v1::REASON_VISIT_ENDED:
      trouble_ = "trouble.visit_ended";
      break;
    default:
      trouble_ = "trouble.service";
      break;
  }
}

Place MealsScreen::Back() {
  switch (step_) {
    case Step::kDishes:
      step_ = Step::kDays;
      return Place::Here();
    case Step::kConfirm:
    case Step::kTrouble:
      step_ = meal_ ? Step::kDishes : Step::kDays;
      return Place::Here();
    case Step::kWhy:
      step_ = Step::kConfirm;
      return Place::Here();
    case Step::kDone:
    case Step::kCancelled:
      step_ = Step::kDays;
      return Place::Here();
    default:
      return Place::Return();
  }
}

}  // namespace chunhui::screens
