// Taking a new resident into the register, in the staff's panel: the ID card on the reader, a phone
// if there is one, and that is all. Needs a reader for ID cards; nothing is typed but the phone.
#pragma once

#include <string>

#include "chunhui/v1/residents.pb.h"
#include "kiosk/office/client.h"
#include "kiosk/staff_panel/page.h"

namespace chunhui::staff_panel {

class EnrolResident : public Page {
 public:
  EnrolResident(office::Client& office, std::string session_token)
      : office_(office), session_token_(std::move(session_token)) {}
  // Overwrites what it knew.
  ~EnrolResident() override;

  // True when it was an ID card.
  bool TakeShown(const std::string& line) override;
  bool Draw(kit::Ui& ui) override;
  // "card" or "person".
  std::string_view State() const override { return number_.empty() ? "card" : "person"; }
  void HandleKey(char key) override;

  // The ID card of whom was just taken in, once: it begins their first visit.
  std::string TakeEnrolled() { return std::exchange(enrolled_, {}); }
  bool session_ended() const override { return session_ended_; }

 private:
  bool DrawCard(kit::Ui& ui);
  bool DrawPerson(kit::Ui& ui);
  void Register();
  void HandleAnswer(const office::Outcome<v1::RegisterResidentResponse>& outcome);

  office::Client& office_;
  office::Guard guard_;
  std::string session_token_;
  bool session_ended_ = false;
  std::string line_;
  std::string number_;
  std::string name_;
  std::string phone_;
  std::string hint_;  // key of a word
  bool asking_ = false;
  std::string enrolled_;
};

}  // namespace chunhui::staff_panel
