// Events: list, detail, yes, place or rank in line; offers, clashes and second thoughts in kind
// words. Readable by anybody.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/time/clock.h"
#include "kiosk/screens/screen.h"

namespace chunhui::screens {

class EventsScreen : public Screen {
 public:
  // `place.subject` is an event_id to show, or empty.
  EventsScreen(office::Client& office, visit::Visit& visit, const time::Clock& clock,
               const Place& place);

  Place Draw(kit::Ui& ui) override;
  std::string_view State() const override;
  Place Back() override;

 private:
  enum class Step {
    kList,
    kDetail,
    kConfirm,
    kClash,
    kLeaving,  // "not going?"
    kSending,
    kDone,
    kLeft,
    kTrouble
  };

  Place DrawList(kit::Ui& ui);
  Place DrawDetail(kit::Ui& ui);
  Place DrawConfirm(kit::Ui& ui);
  Place DrawClash(kit::Ui& ui);
  Place DrawLeaving(kit::Ui& ui);
  Place DrawSending(kit::Ui& ui);
  Place DrawDone(kit::Ui& ui);
  Place DrawLeft(kit::Ui& ui);
  Place DrawTrouble(kit::Ui& ui);

  void LoadMine();
  void Take(const v1::SignUp& sign_up);
  Place SignUp(bool accept_clash);
  void Withdraw();
  void AcceptOffer();
  void HandleSignUp(const office::Outcome<v1::SignUpResponse>& outcome);
  void HandleAccepted(const office::Outcome<v1::AcceptOfferResponse>& outcome);
  void HandleWithdrawn(const office::Outcome<v1::WithdrawResponse>& outcome);
  void Refuse(v1::Reason reason);
  void Away();
  void Choose(v1::Event event);
  // With the visitor's own sign-ups filled in; what is over is left out.
  std::vector<v1::Event> Events() const;
  std::string When(const kit::Words& words) const;        // of the chosen event
  std::string OfferWords(const kit::Words& words) const;  // until when it is kept; empty without
  bool mine(v1::SignUpState state) const { return event_->mine().state() == state; }

  office::Client& office_;
  visit::Visit& visit_;
  const time::Clock& clock_;
  Step step_ = Step::kList;
  std::vector<v1::Event> mine_;
  std::optional<v1::Event> event_;
  std::string trouble_;  // key
  bool wait_ = false;    // it is full: the yes means waiting
  bool checking_ = false;
  int list_page_ = 0;
  int text_page_ = 0;
  office::Guard guard_;
};

}  // namespace chunhui::screens
