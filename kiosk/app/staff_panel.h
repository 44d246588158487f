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

// What the panel wants of the app.
enum class StaffWish {
  kNone,
  kClose,
  kAside,
  kPractise,
  kListenOnly,  // a dark screen for somebody who cannot see it; a finger makes it light
  kMeasure,
  kTakeOut,
  kBringBack
};

// What the panel tells about the kiosk it is on.
struct DeviceState {
  kit::Panel panel;
  std::string fault;        // code; empty when it works
  bool taken_out = false;   // by staff
  bool visit_open = false;  // then the device is left alone
};

class StaffPanel {
 public:
  // `badge` is empty when somebody wants to sign in with an account name of digits.
  StaffPanel(office::Client& office, devices::Bell& bell, std::string badge);
  // Signs out.
  ~StaffPanel();
  StaffPanel(const StaffPanel&) = delete;
  StaffPanel& operator=(const StaffPanel&) = delete;

  // Into the area that was begun.
  StaffWish Draw(kit::Ui& ui, const DeviceState& device);
  // The strip that is left while the visitor's page has the rest; signed in only.
  StaffWish DrawStrip(kit::Ui& ui);
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

 private:
  bool signed_in() const { return !session_token_.empty(); }
  // A page of its own in place of the queue; nothing when there is none.
  template <typename Page>
  bool DrawOwn(kit::Ui& ui, std::unique_ptr<Page>& page);
  void DrawJobs(kit::Ui& ui, const kit::Box& row);
  StaffWish DrawSignIn(kit::Ui& ui);
  StaffWish DrawQueue(kit::Ui& ui);
  StaffWish DrawQueueKeys(kit::Ui& ui, const kit::Box& row);
  StaffWish DrawDevice(kit::Ui& ui, const DeviceState& device);
  StaffWish DrawDeviceChoices(kit::Ui& ui, const kit::Box& area, const DeviceState& device);
  void DrawCases(kit::Ui& ui, kit::Box page);
  void DrawCase(kit::Ui& ui, const v1::Case& chosen);
  void DrawOutcomes(kit::Ui& ui, kit::Box page, const v1::Case& chosen);
  void DrawHint(kit::Ui& ui, kit::Box& page);

  void SignIn();
  void HandleSignedIn(const office::Outcome<v1::SignInResponse>& outcome);
  void KeepQueue(kit::Ui& ui);
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

  std::string session_token_;
  std::string called_;
  std::optional<std::vector<v1::Case>> cases_;  // nothing before the first answer
  int64_t queue_due_ms_ = 0;
  int page_ = 0;
  std::string chosen_id_;
  std::string written_name_;
  std::unique_ptr<FindResident> find_;
  std::unique_ptr<EnrolResident> enrol_;
  bool at_device_ = false;
};

}  // namespace chunhui::app
