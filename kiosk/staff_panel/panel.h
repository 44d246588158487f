// The staff's panel beside the visit: chooses among its pages and keeps who is signed in. Knows
// nothing of the visit that stands half done beside it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/devices/bell.h"
#include "kiosk/kit/ui.h"
#include "kiosk/office/client.h"
#include "kiosk/staff_panel/card_desk.h"
#include "kiosk/staff_panel/device_menu.h"
#include "kiosk/staff_panel/enrol_resident.h"
#include "kiosk/staff_panel/find_resident.h"
#include "kiosk/staff_panel/queue.h"
#include "kiosk/staff_panel/sign_in.h"
#include "kiosk/staff_panel/wish.h"

namespace chunhui::staff_panel {

// Where staff are.
enum class At { kSignIn, kQueue, kDevice, kFind, kEnrol, kCards, kStrip };
std::string_view NameOf(At at);  // "sign_in"; empty for what is none of them

class Panel {
 public:
  // `badge` is empty when somebody wants to sign in with an account name of digits.
  Panel(office::Client& office, devices::Bell& bell, std::string badge);
  // Signs out.
  ~Panel();
  Panel(const Panel&) = delete;
  Panel& operator=(const Panel&) = delete;

  // Into the area that was begun.
  Wish Draw(kit::Ui& ui, const DeviceState& device);
  // The strip that is left while the visitor's page has the rest; signed in only.
  Wish DrawStrip(kit::Ui& ui);
  std::string_view State() const;
  // The page that Draw draws now; never kStrip.
  At at() const;
  void HandleKey(char key);
  // A name that was written by hand: found as soon as staff have signed in.
  void FindNamed(std::string name);
  // True when a card was meant for the panel: an ID card while somebody is taken in, any card at
  // the card desk.
  bool TakeShown(const std::string& line);
  // The ID card of somebody who has just been taken in, once.
  std::string TakeEnrolled() { return enrol_ ? enrol_->TakeEnrolled() : std::string(); }
  // Whom staff have vouched for, once; the visitor's own yes is still to come.
  std::vector<v1::Candidate> TakeNamed();

 private:
  bool signed_in() const { return queue_ != nullptr; }
  bool session_ended() const;
  Page* Open() const;  // what stands in place of the queue; nullptr when nothing does
  void CloseOpen();
  Wish Do(Job job, const DeviceState& device);
  // What one page leads to: whose cards, a new resident, somebody else's cards.
  void FollowPages(const DeviceState& device);
  void TakeSignedIn(const v1::SignInResponse& signed_in);
  void LoseSession();

  office::Client& office_;
  devices::Bell& bell_;

  SignIn sign_in_;
  std::string session_token_;
  std::string called_;
  std::string written_name_;
  std::unique_ptr<Queue> queue_;  // while signed in
  std::unique_ptr<FindResident> find_;
  std::unique_ptr<EnrolResident> enrol_;
  std::unique_ptr<CardDesk> cards_;
  bool at_device_ = false;
};

}  // namespace chunhui::staff_panel
