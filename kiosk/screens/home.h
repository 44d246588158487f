// What would you like to do? Five tiles; nothing personal but the name.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/time/clock.h"
#include "kiosk/screens/meal_cards.h"
#include "kiosk/screens/screen.h"

namespace chunhui::screens {

class HomeScreen : public Screen {
 public:
  HomeScreen(const office::Client& office, const visit::Visit& visit, const time::Clock& clock)
      : office_(office), visit_(visit), clock_(clock) {}

  Place Draw(kit::Ui& ui) override;
  kit::BarKeys Keys() const override { return {.done = true, .settings = true}; }

 private:
  struct Job {
    std::string_view id;
    ScreenName screen;
    kit::TileLook look;
  };
  std::vector<Job> Jobs(const kit::Words& words) const;  // the commonest first
  std::string Greeting(const kit::Words& words) const;
  void DrawNextDish(kit::Ui& ui, const kit::Box& tile) const;
  std::optional<Meal> NextMeal() const;
  std::string MealsMore(const kit::Words& words) const;
  std::string EventsMore(const kit::Words& words) const;
  std::string NoticesMore(const kit::Words& words) const;

  const office::Client& office_;
  const visit::Visit& visit_;
  const time::Clock& clock_;
};

}  // namespace chunhui::screens
