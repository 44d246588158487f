// The staff's panel beside the visit: sign in with a badge or account and a PIN, see who is
// waiting, claim, close, name a resident who forgot everything. Knows nothing of the visit that
// stands half done beside it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "chunhui/v1/assistance.pb.h"
#include "kiosk/app/enrol_resident.h"
#include "kiosk/app/find_resident.h"
#include "kiosk/devices/bell.h"
#include "kiosk/kit/ui.h"
#include "kiosk/office/client.h"

namespace chunhui::app {

inline constexpr int64_t kQueueEveryMs = 3000;
inline constexpr size_t kPinMin = 6;
inline constexpr size_t kPinMax = 12;

class StaffPanel {
 public:
  // `badge` is empty when somebody wants to sign in with an account name of digits.
  StaffPanel(office::Client& office, devices::Bell& bell, std::string badge);
  // Signs out.
  ~StaffPanel();
  StaffPanel(const StaffPanel&) = delete;
  StaffPanel& operator=(const StaffPanel&) = delete;

  // Into the area that was begun. False: wants to be closed.
  bool Draw(kit::Ui& ui);
  std::string_view State() const;
  void HandleDigit(char digit);
  // A name that was written by hand: found as soon as staff have signed in.
  void FindNamed(std::string name);
  // True when a card was meant for the panel: an ID card while somebody is taken in.
  bool TakeShown(const std::string& line) { return enrol_ && enrol_->TakeShown(line); }
  // The ID card of somebody who has just been taken in, once.
  std::string TakeEnrolled() { return enrol_ ? enrol_->TakeEnrolled() : std::string(); }
  // Whom staff have vouched for, once; the visitor's own yes is still to come.
  std::vector<v1::Candidate> TakeNamed();
  // Somebody signed in wants to practise with a visitor; the panel is done then.
  bool wants_practice() const { return wants_practice_; }

 private:
  bool signed_in() const { return !session_token_.empty(); }
  bool DrawSignIn(kit::Ui& ui);
  bool DrawQueue(kit::Ui& ui);
  bool DrawLeaving(kit::Ui& ui, kit::Box& page);
  // A page of its own in place of the queue; nothing when there is none.
  template <typename Page>
  bool DrawOwn(kit::Ui& ui, std::unique_ptr<Page>& page);
  void DrawCase(kit::Ui& ui, const v1::Case& chosen);
  void DrawOutcomes(kit::Ui& ui, kit::Box page, const v1::Case& chosen);
  void DrawHint(kit::Ui& ui, kit::Box& page);

  void SignIn();
  void HandleSignedIn(const office::Outcome<v1::SignInResponse>& outcome);
  void AskQueue(int64_t now_ms);
  void TakeQueue(const v1::ListCasesResponse& queue);
  void Claim(const v1::Case& chosen);
  void Close(const v1::Case& chosen, v1::CaseOutcome outcome);
  template <typename Response>
  bool Settle(const office::Outcome<Response>& outcome);
  const v1::Case* Chosen() const;

  office::Client& office_;
  devices::Bell& bell_;
  office::Guard guard_;

  std::string badge_;
  std::string account_;
  std::string pin_;
  bool account_given_ = false;
  std::string hint_;  // key of a word
  int wait_minutes_ = 0;
  bool asking_ = false;
  bool wants_practice_ = false;

  std::string session_token_;
  std::string called_;
  std::optional<std::vector<v1::Case>> cases_;  // nothing before the first answer
  int64_t queue_due_ms_ = 0;
  int page_ = 0;
  std::string chosen_id_;
  std::string written_name_;
  std::unique_ptr<FindResident> find_;
  std::unique_ptr<EnrolResident> enrol_;
};

}  // namespace chunhui::app
