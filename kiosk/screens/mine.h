// My bookings: meals and events on one list; a meal is cancelled here, with a way back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/time/clock.h"
#include "kiosk/screens/screen.h"

namespace chunhui::screens {

class MineScreen : public Screen {
 public:
  MineScreen(office::Client& office, visit::Visit& visit, const time::Clock& clock);

  Place Draw(kit::Ui& ui) override;
  std::string_view State() const override;
  Place Back() override;

 private:
  enum class Step { kList, kSure, kSending, kCancelled, kBookedAgain, kTrouble };

  Place DrawList(kit::Ui& ui);
  Place DrawNothing(kit::Ui& ui);
  Place DrawSure(kit::Ui& ui);
  Place DrawSending(kit::Ui& ui);
  Place DrawResult(kit::Ui& ui);
  Place DrawTrouble(kit::Ui& ui);
  std::vector<kit::CardLook> Cards(const kit::Words& words) const;
  std::string MealOf(const kit::Words& words, const v1::MealBooking& booking) const;

  void Load();
  void Cancel();
  void BookAgain();
  // True when the answer was not the one that was hoped for; then the trouble is set.
  template <typename Response>
  bool Failed(const office::Outcome<Response>& outcome);

  office::Client& office_;
  visit::Visit& visit_;
  const time::Clock& clock_;
  Step step_ = Step::kList;
  std::optional<std::vector<v1::MealBooking>> meals_;
  std::optional<std::vector<v1::Event>> events_;
  std::optional<v1::MealBooking> chosen_;
  std::string trouble_;  // key
  bool checking_ = false;
  int page_ = 0;
  office::Guard guard_;
};

}  // namespace chunhui::screens
