#include "kiosk/screens/mine.h"

#include "core/time/local_time.h"
#include "kiosk/screens/layout.h"
#include "kiosk/screens/meal_cards.h"
#include "kiosk/screens/phrases.h"

namespace chunhui::screens {

using kit::Box;
using kit::Ui;
using kit::Words;

MineScreen::MineScreen(office::Client& office, visit::Visit& visit, const time::Clock& clock)
    : office_(office), visit_(visit), clock_(clock) {
  Load();
}

void MineScreen::Load() {
  office_.Ask(office::kListMealBookings, {}, guard_, [this](const auto& outcome) {
    if (Failed(outcome)) return;
    meals_.emplace(outcome.value().bookings().begin(), outcome.value().bookings().end());
  });
  office_.Ask(office::kListSignUps, {}, guard_, [this](const auto& outcome) {
    if (Failed(outcome)) return;
    events_.emplace(outcome.value().events().begin(), outcome.value().events().end());
  });
}

template <typename Response>
bool MineScreen::Failed(const office::Outcome<Response>& outcome) {
  checking_ = outcome.checking();
  if (outcome.ok() || outcome.checking()) return !outcome.ok();
  if (outcome.away()) {
    trouble_ = "trouble.away";
  } else if (outcome.reason() == v1::REASON_CANCEL_CLOSED) {
    trouble_ = "meals.trouble.cancel_closed";
  } else if (outcome.reason() == v1::REASON_SOLD_OUT) {
    trouble_ = "meals.trouble.sold_out";
  } else {
    trouble_ = "trouble.service";
  }
  step_ = Step::kTrouble;
  return true;
}

std::string_view MineScreen::State() const {
  switch (step_) {
    case Step::kList:
      if (!meals_ || !events_) return "loading";
      return meals_->empty() && events_->empty() ? "empty" : "list";
    case Step::kSure:
      return "sure";
    case Step::kSending:
      return checking_ ? "checking" : "sending";
    case Step::kCancelled:
      return "cancelled";
    case Step::kBookedAgain:
      return "booked_again";
    case Step::kTrouble:
      return "trouble";
  }
  return {};
}

Place MineScreen::Draw(Ui& ui) {
  switch (step_) {
    case Step::kList:
      return DrawList(ui);
    case Step::kSure:
      return DrawSure(ui);
    case Step::kSending:
      return DrawSending(ui);
    case Step::kCancelled:
    case Step::kBookedAgain:
      return DrawResult(ui);
    case Step::kTrouble:
      return DrawTrouble(ui);
  }
  return Place::Here();
}

Place MineScreen::DrawList(Ui& ui) {
  const Words& words = ui.words();
  if (!meals_ || !events_) {
    DrawWaiting(ui, "mine.wait", words.Text("answer.wait"), words.Text("mine.loading"));
    return Place::Here();
  }
  if (meals_->empty() && events_->empty()) return DrawNothing(ui);
  const bool number_only = !visit_.AtLeast(v1::ASSURANCE_CARD);
  ui.StandLow();
  ui.Title(words.Text("mine.title"), number_only ? words.Text("mine.number") : std::string());
  const int tapped = DrawCards(ui, "mine.card", ui.page(), Cards(words), page_);
  if (tapped < 0) return Place::Here();
  const auto at = static_cast<size_t>(tapped);
  if (at >= meals_->size()) {
    return Place::To(ScreenName::kEvents, (*events_)[at - meals_->size()].event_id());
  }
  chosen_ = (*meals_)[at];
  step_ = Step::kSure;
  return Place::Here();
}

std::vector<kit::CardLook> MineScreen::Cards(const Words& words) const {
  std::vector<kit::CardLook> cards;
  for (const v1::MealBooking& booking : *meals_) {
    cards.push_back(
        {.picture = booking.dish().picture(),
         .title = MealOf(words, booking),
         .lines = {DishName(words, booking.dish()),
                   words.Text(booking.take_away() ? "mine.take_away" : "mine.eat_here")},
         .price_fen = booking.pay_fen(),
         .price_caption = words.Text("meals.you_pay"),
         .personal = true});
  }
  for (const v1::Event& event : *events_) {
    cards.push_back(
        {.picture = event.picture(),
         .title = EventTitle(words, event),
         .lines = {DayAndTime(words, time::LocalDate(clock_.now()), ToInstant(event.starts_at())),
                   EventPlace(words, event)},
         .status = MineWords(words, event),
         .arrow = true,
         .amber = event.mine().state() == v1::SIGN_UP_STATE_OFFERED,
         .personal = true});
  }
  return cards;
}

std::string MineScreen::MealOf(const Words& words, const v1::MealBooking& booking) const {
  return MealTitle(words, time::LocalDate(clock_.now()), ToDate(booking.dish().date()),
                   booking.dish().period());
}

Place MineScreen::DrawNothing(Ui& ui) {
  const Words& words = ui.words();
  const std::string_view given =
      DrawTold(ui, "mine.none", words.Text("mine.none"),
               {.icon = "list_alt", .hue = kit::Hue::kBark, .words = words.Text("mine.none_next")},
               {MainAnswer("mine.home", words.Text("answer.home"), "home")});
  return given.empty() ? Place::Here() : Place::To(ScreenName::kHome);
}

Place MineScreen::DrawSure(Ui& ui) {
  const Words& words = ui.words();
  Scene scene{.icon = "restaurant",
              .hue = kit::Hue::kMaple,
              .lead = MealOf(words, *chosen_),
              .words = DishName(words, chosen_->dish()),
              .personal = true};
  std::vector<Answer> answers;
  if (chosen_->can_cancel()) {
    answers = {MainAnswer("mine.yes", words.Text("mine.sure_yes")),
               OtherAnswer("mine.keep", words.Text("mine.keep"))};
  } else {
    scene.more = words.Text("mine.too_late");
    answers = {MainAnswer("mine.keep", words.Text("answer.ok")),
               HelpAnswer("mine.help", words.Text("answer.help"))};
  }
  const std::string_view given =
      DrawTold(ui, "mine.booking",
               words.Text(chosen_->can_cancel() ? "mine.sure_meal" : "mine.meal"), scene, answers);
  if (given == "mine.yes") Cancel();
  if (given == "mine.keep") step_ = Step::kList;
  return given == "mine.help" ? Place::To(ScreenName::kHelp) : Place::Here();
}

Place MineScreen::DrawSending(Ui& ui) {
  const Words& words = ui.words();
  DrawWaiting(ui, "mine.wait", words.Text(checking_ ? "trouble.checking" : "answer.wait"),
              words.Text(checking_ ? "trouble.checking_next" : "meals.cancelling"));
  return Place::Here();
}

// Cancelled, or booked again after that: each offers the other.
Place MineScreen::DrawResult(Ui& ui) {
  const Words& words = ui.words();
  const bool cancelled = step_ == Step::kCancelled;
  std::vector<Answer> answers{MainAnswer("mine.list", words.Text("answer.ok"))};
  if (cancelled) answers.push_back(OtherAnswer("mine.undo", words.Text("meals.redo"), "undo"));
  const std::string_view given =
      DrawTold(ui, "mine.result", words.Text(cancelled ? "meals.cancelled" : "meals.done"),
               {.icon = cancelled ? "undo" : "check",
                .hue = cancelled ? kit::Hue::kBark : kit::Hue::kPine,
                .lead = MealOf(words, *chosen_),
                .words = DishName(words, chosen_->dish()),
                .personal = true},
               std::move(answers));
  if (given == "mine.undo") BookAgain();
  if (given == "mine.list") {
    step_ = Step::kList;
    meals_.reset();
    events_.reset();
    Load();
  }
  return Place::Here();
}

Place MineScreen::DrawTrouble(Ui& ui) {
  const Words& words = ui.words();
  const bool away = trouble_ == "trouble.away";
  const std::string_view given =
      DrawTold(ui, "mine.trouble", words.Text(trouble_),
               {.icon = away ? "cloud_off" : "list_alt",
                .hue = kit::Hue::kSea,
                .words = words.Text(away ? "trouble.away_next" : "trouble.service_next")},
               {MainAnswer("mine.home", words.Text("answer.home"), "home"),
                HelpAnswer("mine.help", words.Text("answer.help"))});
  if (given == "mine.help") return Place::To(ScreenName::kHelp);
  return given.empty() ? Place::Here() : Place::To(ScreenName::kHome);
}

void MineScreen::Cancel() {
  v1::CancelMealRequest request;
  request.set_booking_id(chosen_->booking_id());
  step_ = Step::kSending;
  office_.Ask(office::kCancelMeal, std::move(request), guard_, [this](const auto& outcome) {
    if (Failed(outcome)) return;
    visit_.Did(visit::Deed::kMealCancelled);
    step_ = Step::kCancelled;
  });
}

void MineScreen::BookAgain() {
  v1::BookMealRequest request;
  request.set_menu_dish_id(chosen_->dish().menu_dish_id());
  request.set_shown_pay_fen(chosen_->pay_fen());
  request.set_take_away(chosen_->take_away());
  step_ = Step::kSending;
  office_.Ask(office::kBookMeal, std::move(request), guard_, [this](const auto& outcome) {
    if (Failed(outcome)) return;
    chosen_ = outcome.value().booking();
    visit_.Did(visit::Deed::kMealBooked);
    step_ = Step::kBookedAgain;
  });
}

Place MineScreen::Back() {
  if (step_ == Step::kList || step_ == Step::kSending || !meals_ || !events_) {
    return Place::Return();
  }
  step_ = Step::kList;
  if (trouble_.empty()) return Place::Here();
  trouble_.clear();
  Load();
  return Place::Here();
}

}  // namespace chunhui::screens
