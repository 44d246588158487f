// Monday to Friday with one yes: a lunch for every day of a week that can still be booked, its
// price and the total first. Books day by day; nothing is booked at a price that was not shown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/time/clock.h"
#include "kiosk/screens/screen.h"

namespace chunhui::screens {

class WeekScreen : public Screen {
 public:
  WeekScreen(office::Client& office, visit::Visit& visit, const time::Clock& clock);

  Place Draw(kit::Ui& ui) override;
  std::string_view State() const override;
  Place Back() override { return Place::To(ScreenName::kMeals); }
  bool long_page() const override { return true; }

 private:
  enum class Step { kLoading, kPlan, kSending, kDone, kCancelled, kNothing, kAway };
  enum class DayState { kWanted, kHad, kBooked, kRefused, kCancelled };
  struct Day {
    v1::MenuDish dish;
    std::optional<int64_t> pay_fen;
    std::string booking_id;
    DayState state = DayState::kWanted;
  };

  Place DrawPlan(kit::Ui& ui);
  Place DrawDone(kit::Ui& ui);
  Place DrawSentence(kit::Ui& ui, std::string_view words, const char* icon);
  void DrawDays(kit::Ui& ui, kit::Box page);
  float RowHeight(const kit::Ui& ui, kit::Role role, float width) const;
  std::string DayWords(const kit::Words& words, const Day& day) const;
  std::string StateWords(const kit::Words& words, const Day& day) const;

  void AskWhatIsHad();
  void MakePlan();
  void AskQuotes();
  void TakeQuotes(const v1::QuoteMealsResponse& quotes);
  void BookNext();
  void HandleBooked(const office::Outcome<v1::BookMealResponse>& outcome);
  void CancelNext();
  void HandleCancelled(const office::Outcome<v1::CancelMealResponse>& outcome);
  Day* First(DayState state);
  int Count(DayState state) const;
  int64_t TotalFen() const;

  office::Client& office_;
  visit::Visit& visit_;
  const time::Clock& clock_;
  Step step_ = Step::kLoading;
  std::vector<Day> days_;
  std::string usual_;                      // name of a dish
  std::vector<v1::MealBooking> bookings_;  // had before
  size_t booking_ = 0;                     // the day that is being booked or cancelled
  bool cancelling_ = false;
  int unanswered_ = 0;
  bool price_changed_ = false;
  bool checking_ = false;
  int page_ = 0;
  office::Guard guard_;
};

}  // namespace chunhui::screens
