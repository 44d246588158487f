// Notices, warnings against fraud first; each is read page by page.
#pragma once

#include <string>

#include "core/time/clock.h"
#include "kiosk/screens/screen.h"

namespace chunhui::screens {

class NoticesScreen : public Screen {
 public:
  // `place.subject` is a notice_id to show, or empty.
  NoticesScreen(const office::Client& office, const time::Clock& clock, const Place& place)
      : office_(office), clock_(clock), chosen_(place.subject) {}

  Place Draw(kit::Ui& ui) override;
  std::string_view State() const override;
  Place Back() override;
  bool long_page() const override { return !chosen_.empty(); }

 private:
  Place DrawList(kit::Ui& ui, const std::vector<v1::Notice>& notices);
  Place DrawNotice(kit::Ui& ui, const v1::Notice& notice);

  const office::Client& office_;
  const time::Clock& clock_;
  std::string chosen_;  // notice_id
  int list_page_ = 0;
  int text_page_ = 0;
};

}  // namespace chunhui::screens
