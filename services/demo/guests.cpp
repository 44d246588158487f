#include "services/demo/guests.h"

#include <algorithm>

#include "services/calls/wire.h"
#include "services/demo/menus.h"

namespace chunhui::demo {
namespace {

// What is still to be taken, as the guests come in one by one.
struct Wishes {
  std::vector<v1::MenuDish> lunches;  // of tomorrow; the last one is scarce
  // Events by their start, and how many more guests shall sign up.
  std::vector<std::pair<std::string, int>> sign_ups;
};

std::vector<v1::MenuDish> LunchesOn(TownCaller& kiosk, time::Date date) {
  v1::GetMenuRequest request;
  *request.mutable_from() = calls::ToWire(date);
  request.set_days(1);
  const auto menu = kiosk.Call<v1::GetMenuResponse>("MealService/GetMenu", request);
  std::vector<v1::MenuDish> lunches;
  std::ranges::copy_if(menu.dishes(), std::back_inserter(lunches), [](const v1::MenuDish& dish) {
    return dish.period() == v1::MEAL_PERIOD_LUNCH;
  });
  return lunches;
}

std::vector<std::pair<std::string, int>> WantedSignUps(TownCaller& kiosk, const Town& town,
                                                       const std::string& station_id) {
  const auto events =
      kiosk.Call<v1::ListEventsResponse>("EventService/ListEvents", v1::ListEventsRequest());
  std::vector<std::pair<std::string, int>> wanted;
  for (const v1::Event& event : events.events()) {
    const auto planned = std::ranges::find_if(town.events, [&](const TownEvent& town_event) {
      return town_event.station_id == station_id && town_event.event.title() == event.title() &&
             town_event.event.starts_at().seconds() == event.starts_at().seconds();
    });
    if (planned != town.events.end()) wanted.emplace_back(event.event_id(), planned->sign_ups);
  }
  return wanted;
}

// False when the office does not let this resident in (a number behind two people, say).
bool BeginVisit(TownCaller& kiosk, const std::string& card) {
  v1::RecogniseRequest who;
  who.set_card(card);
  const auto found = kiosk.Try<v1::RecogniseResponse>("VisitService/Recognise", who);
  if (!found || found->candidates_size() == 0) return false;
  v1::StartVisitRequest start;
  start.set_candidate_token(found->candidates(0).token());
  const auto visit = kiosk.Try<v1::StartVisitResponse>("VisitService/StartVisit", start);
  if (visit) kiosk.set_visit(visit->visit_token());
  return visit.has_value();
}

void BookLunch(TownCaller& kiosk, const v1::MenuDish& dish) {
  v1::QuoteMealsRequest ask;
  *ask.mutable_date() = dish.date();
  const auto quotes = kiosk.Call<v1::QuoteMealsResponse>("MealService/QuoteMeals", ask);
  const auto quote =
      std::ranges::find(quotes.quotes(), dish.menu_dish_id(),
                        [](const v1::MealQuote& each) { return each.menu_dish_id(); });
  if (quote == quotes.quotes().end()) return;
  v1::BookMealRequest book;
  book.set_menu_dish_id(dish.menu_dish_id());
  book.set_shown_pay_fen(quote->pay_fen());
  kiosk.Try<v1::BookMealResponse>("MealService/BookMeal", book);
}

void SignUpForSome(TownCaller& kiosk, size_t guest, size_t guests, Wishes& wishes) {
  size_t event_number = 0;
  for (auto& [event_id, wanted] : wishes.sign_ups) {
    // Spread over the guests, so that not the same few go to everything.
    const bool this_one = (guest + event_number * 7) % guests < guests / 2;
    ++event_number;
    if (wanted == 0 || !this_one) continue;
    v1::SignUpRequest request;
    request.set_event_id(event_id);
    request.set_accept_waiting(true);
    if (kiosk.Try<v1::SignUpResponse>("EventService/SignUp", request)) --wanted;
  }
}

}  // namespace

void LetGuestsCome(TownCaller& kiosk, const Town& town, const std::string& station_id,
                   const std::vector<v1::ResidentInput>& residents, time::Date today) {
  std::vector<std::string> cards;
  for (const v1::ResidentInput& resident : residents) {
    if (resident.cards_size() > 0 && cards.size() < kGuestsMax) cards.push_back(resident.cards(0));
  }
  Wishes wishes{LunchesOn(kiosk, today.AddDays(1)), WantedSignUps(kiosk, town, station_id)};
  for (size_t guest = 0; guest < cards.size(); ++guest) {
    if (!BeginVisit(kiosk, cards[guest])) continue;
    if (!wishes.lunches.empty()) {
      const bool scarce = guest < static_cast<size_t>(kScarcePortions);
      const size_t ordinary = std::max<size_t>(wishes.lunches.size() - 1, 1);
      BookLunch(kiosk, scarce ? wishes.lunches.back() : wishes.lunches[guest % ordinary]);
    }
    SignUpForSome(kiosk, guest, cards.size(), wishes);
    kiosk.Try<v1::EndVisitResponse>("VisitService/EndVisit", v1::EndVisitRequest());
    kiosk.set_visit("");
  }
}

}  // namespace chunhui::demo
