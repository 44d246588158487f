// The kiosk cannot work: kind words, where to go, and a code for staff.
#pragma once

#include <string>

#include "kiosk/screens/screen.h"

namespace chunhui::screens {

class OutOfOrderScreen : public Screen {
 public:
  OutOfOrderScreen(const office::Client& office, std::string_view code)
      : office_(office), code_(code) {}
  Place Draw(kit::Ui& ui) override;
  kit::BarKeys Keys() const override { return {}; }
  Place Back() override { return Place::Here(); }

 private:
  const office::Client& office_;
  std::string code_;
};

}  // namespace chunhui::screens
