// Nobody is there: centre, clock, calendar, and what anybody may read without a card.
#pragma once

#include "core/time/clock.h"
#include "kiosk/screens/screen.h"

namespace chunhui::screens {

class IdleScreen : public Screen {
 public:
  IdleScreen(const office::Client& office, const time::Clock& clock)
      : office_(office), clock_(clock) {}

  Place Draw(kit::Ui& ui) override;
  kit::BarKeys Keys() const override { return {.language = true, .settings = true}; }

 private:
  kit::Box DrawHeader(kit::Ui& ui);
  Place DrawOffers(kit::Ui& ui, kit::Box page);
  kit::CardLook MenuCard(const kit::Words& words) const;
  kit::CardLook EventsCard(const kit::Words& words) const;
  kit::CardLook NoticesCard(const kit::Words& words) const;

  const office::Client& office_;
  const time::Clock& clock_;
};

}  // namespace chunhui::screens
