// Signing in at the staff's panel: a badge, or an account name of digits, and a PIN.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "chunhui/v1/staff.pb.h"
#include "kiosk/kit/ui.h"
#include "kiosk/office/client.h"

namespace chunhui::staff_panel {

inline constexpr size_t kPinMin = 6;
inline constexpr size_t kPinMax = 12;

class SignIn {
 public:
  using Then = std::function<void(const v1::SignInResponse&)>;
  // `badge` is empty when somebody wants to sign in with an account name. `then` is called when
  // the office has said yes.
  SignIn(office::Client& office, std::string badge, Then then);

  // Into the area that was begun. False: staff have gone away again.
  bool Draw(kit::Ui& ui);
  // "account" or "pin".
  std::string_view State() const { return account_given_ ? "pin" : "account"; }
  void HandleKey(char key);
  // Why it is to be done once more; key of a word.
  void AskAgain(std::string hint) { hint_ = std::move(hint); }

 private:
  bool DrawKeys(kit::Ui& ui, const kit::Box& below);
  void Send();
  void HandleAnswer(const office::Outcome<v1::SignInResponse>& outcome);

  office::Client& office_;
  office::Guard guard_;
  const Then then_;
  std::string badge_;
  std::string account_;
  std::string pin_;
  bool account_given_;
  bool asking_ = false;
  std::string hint_;  // key of a word
  int wait_minutes_ = 0;
};

}  // namespace chunhui::staff_panel
