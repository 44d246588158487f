// What was done, in one sentence; then the screen is everybody's again. Names nobody.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/screens/screen.h"

namespace chunhui::screens {

class GoodbyeScreen : public Screen {
 public:
  explicit GoodbyeScreen(const Place& place) : deeds_(place.deeds) {}
  Place Draw(kit::Ui& ui) override;
  kit::BarKeys Keys() const override { return {}; }
  Place Back() override { return Place::To(ScreenName::kIdle); }

 private:
  std::vector<visit::Deed> deeds_;
  std::optional<int64_t> shown_at_ms_;
};

}  // namespace chunhui::screens
