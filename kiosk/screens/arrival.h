// "I am here" and "I am going home" for members of the day care: two small screens, one question
// each. Who leaves the first without an answer is asked once more before goodbye.
#pragma once

#include "kiosk/screens/screen.h"

namespace chunhui::screens {

class ArrivalScreen : public Screen {
 public:
  ArrivalScreen(office::Client& office, visit::Visit& visit, const Place& place)
      : office_(office), visit_(visit), place_(place) {}
  Place Draw(kit::Ui& ui) override;
  Place Back() override { return place_.Onward(); }

 private:
  office::Client& office_;
  visit::Visit& visit_;
  Place place_;
};

class LeavingScreen : public Screen {
 public:
  LeavingScreen(office::Client& office, visit::Visit& visit) : office_(office), visit_(visit) {}
  Place Draw(kit::Ui& ui) override;

 private:
  office::Client& office_;
  visit::Visit& visit_;
};

}  // namespace chunhui::screens
