// Booking a meal: day, dish, yes, done. Readable by anybody; only the yes needs to know who it is.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/time/clock.h"
#include "kiosk/screens/meal_cards.h"
#include "kiosk/screens/screen.h"

namespace chunhui::screens {

class MealsScreen : public Screen {
 public:
  // `place.subject` is a menu_dish_id to confirm, or empty.
  MealsScreen(office::Client& office, visit::Visit& visit, const time::Clock& clock,
              const Place& place);

  Place Draw(kit::Ui& ui) override;
  std::string_view State() const override;
  Place Back() override;

 private:
  enum class Step { kDays, kDishes, kConfirm, kWhy, kSending, kDone, kCancelled, kTrouble };

  Place DrawDays(kit::Ui& ui);
  bool OffersWeek() const;
  std::vector<kit::CardLook> ShortWays(const kit::Words& words) const;
  float ShortWaysHeight(const kit::Ui& ui, float page_w) const;
  void ChooseUsual();
  bool DrawShortWays(kit::Ui& ui, kit::Box& page);
  Place DrawNothing(kit::Ui& ui);
  Place DrawDishes(kit::Ui& ui, const Meal& meal);
  Place DrawConfirm(kit::Ui& ui);
  void DrawConfirmTitle(kit::Ui& ui, const v1::MealQuote* quote);
  Place DrawWhy(kit::Ui& ui);
  Place DrawSending(kit::Ui& ui);
  Place DrawDone(kit::Ui& ui);
  Place DrawCancelled(kit::Ui& ui);
  Place DrawTrouble(kit::Ui& ui);

  void Choose(const v1::MenuDish& dish);
  void AskQuotes(time::Date date);
  Place Book();
  void Cancel();
  void HandleBooked(const office::Outcome<v1::BookMealResponse>& outcome);
  void HandleCancelled(const office::Outcome<v1::CancelMealResponse>& outcome);
  void Refuse(v1::Reason reason);
  const v1::MealQuote* QuoteOf(const std::string& menu_dish_id) const;
  std::string ChosenMeal(const kit::Words& words) const;
  time::Date today() const;

  office::Client& office_;
  visit::Visit& visit_;
  const time::Clock& clock_;
  Step step_ = Step::kDays;
  std::optional<Meal> meal_;  // the day and period that were chosen; its dishes come from the menu
  std::optional<v1::MenuDish> dish_;
  std::map<std::string, v1::MealQuote> quotes_;  // by menu_dish_id
  std::optional<v1::GetUsualMealResponse> usual_;
  std::optional<v1::MealBooking> booking_;
  std::string trouble_;  // key
  bool take_away_ = false;
  bool price_changed_ = false;
  bool checking_ = false;
  bool cancelling_ = false;
  int days_page_ = 0;
  int dishes_page_ = 0;
  office::Guard guard_;
};

}  // namespace chunhui::screens
