// "The same next time?": asked at goodbye when the visitor has changed how the kiosk looks.
#pragma once

#include "kiosk/screens/screen.h"

namespace chunhui::screens {

class KeepScreen : public Screen {
 public:
  KeepScreen(office::Client& office, visit::Visit& visit, visit::Wishes& wishes)
      : office_(office), visit_(visit), wishes_(wishes) {}

  Place Draw(kit::Ui& ui) override;

 private:
  void Keep();

  office::Client& office_;
  visit::Visit& visit_;
  visit::Wishes& wishes_;
};

}  // namespace chunhui::screens
