// "Are you 王*兰奶奶?", or which of several behind one phone. Nothing personal is shown before yes.
#pragma once

#include "kiosk/screens/screen.h"

namespace chunhui::screens {

class IsThisYouScreen : public Screen {
 public:
  // Whom `visit.candidates()` names. `place.subject` "changed": another visit has just ended.
  IsThisYouScreen(office::Client& office, visit::Visit& visit, const Place& place)
      : office_(office), visit_(visit), then_(place.then), changed_(place.subject == "changed") {}

  Place Draw(kit::Ui& ui) override;
  std::string_view State() const override;
  Place Back() override { return Again(); }

 private:
  Place DrawOne(kit::Ui& ui);
  Place DrawSeveral(kit::Ui& ui);
  Place DrawTrouble(kit::Ui& ui);
  void Start(const v1::Candidate& candidate);
  void HandleAnswer(const office::Outcome<v1::StartVisitResponse>& outcome);
  // Nobody was named: back to the question who it is.
  Place Again();
  Place Onward() const;

  office::Client& office_;
  visit::Visit& visit_;
  std::shared_ptr<const Place> then_;
  bool changed_ = false;
  bool starting_ = false;
  std::string trouble_;  // key
  int page_ = 0;
  office::Guard guard_;
};

}  // namespace chunhui::screens
