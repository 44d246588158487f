// Pension certification: the dates, three equal ways, and a person who comes. The kiosk certifies
// nothing itself and keeps no face.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/time/clock.h"
#include "kiosk/screens/screen.h"

namespace chunhui::screens {

class PensionScreen : public Screen {
 public:
  PensionScreen(office::Client& office, visit::Visit& visit, const time::Clock& clock,
                devices::Bell& bell);

  Place Draw(kit::Ui& ui) override;
  std::string_view State() const override;
  Place Back() override;

 private:
  enum class Step { kStatus, kSelf, kFamily, kTicket, kTrouble };

  Place DrawStatus(kit::Ui& ui);
  void DrawDates(kit::Ui& ui, const kit::Box& box);
  float DatesHeight(const kit::Ui& ui, float width) const;
  void DrawChoices(kit::Ui& ui, kit::Box page);
  Place DrawNothing(kit::Ui& ui);
  Place DrawSteps(kit::Ui& ui);
  Place DrawTicket(kit::Ui& ui);
  Place DrawOutcome(kit::Ui& ui, const v1::Case& ticket);
  Place DrawTrouble(kit::Ui& ui);

  void TakeUpOpenTicket();
  bool on_duty() const;
  void CallForHelp(v1::CaseReason reason);
  void HandleOpened(const office::Outcome<v1::OpenCaseResponse>& outcome);
  // The ticket as last heard of; nothing before the office has answered.
  std::optional<v1::Case> Ticket() const;
  // The dates in words, the most important first.
  std::vector<std::string> DateWords(const kit::Words& words) const;

  office::Client& office_;
  visit::Visit& visit_;
  const time::Clock& clock_;
  devices::Bell& bell_;
  Step step_ = Step::kStatus;
  int steps_page_ = 0;
  std::optional<v1::GetPensionStatusResponse> status_;
  std::optional<v1::Case> opened_;
  bool on_duty_ = true;
  std::string trouble_;  // key
  office::Guard guard_;
};

}  // namespace chunhui::screens
