// Help, from everywhere, without card and without the office: the bell rings here at once, the
// office hears of it as soon as it can. Emergency shows what a caller has to say.
#pragma once

#include <optional>
#include <string>

#include "kiosk/screens/screen.h"

namespace chunhui::screens {

class HelpScreen : public Screen {
 public:
  // `place.subject`: "emergency", "card", "not_found" or empty.
  HelpScreen(office::Client& office, visit::Visit& visit, devices::Bell& bell, const Place& place);

  Place Draw(kit::Ui& ui) override;
  std::string_view State() const override;
  Place Back() override;

 private:
  Place DrawCall(kit::Ui& ui);
  Place DrawEmergency(kit::Ui& ui);
  void Call(v1::CaseKind kind, v1::CaseReason reason);
  void Withdraw(const v1::Case& call);
  // As last heard of; before the office has answered a fresh one.
  v1::Case Current() const;
  bool on_duty() const;

  office::Client& office_;
  visit::Visit& visit_;
  devices::Bell& bell_;
  std::optional<v1::Case> opened_;
  bool answered_on_duty_ = true;
  bool emergency_ = false;
  office::Guard guard_;
};

}  // namespace chunhui::screens
