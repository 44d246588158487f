// Taking a new resident into the register, in the staff's panel: the ID card on the reader, a phone
// if there is one, and that is all. Needs a reader for ID cards; nothing is typed but the phone.
#pragma once

#include <string>

#include "chunhui/v1/residents.pb.h"
#include "kiosk/kit/ui.h"
#include "kiosk/office/client.h"

namespace chunhui::app {

class EnrolResident {
 public:
  EnrolResident(office::Client& office, std::string session_token)
      : office_(office), session_token_(std::move(session_token)) {}
  ~EnrolResident();
  EnrolResident(const EnrolResident&) = delete;
  EnrolResident& operator=(const EnrolResident&) = delete;

  // True when it was an ID card that was shown (kiosk/visit/evidence.h).
  bool TakeShown(const std::string& line);
  // Into the area that was begun. False: back to the queue.
  bool Draw(kit::Ui& ui);
  // "card" or "person".
  std::string_view State() const { return number_.empty() ? "card" : "person"; }
  void HandleKey(char key);

  // The ID card of whom was just taken in, once: it begins their first visit.
  std::string TakeEnrolled() { return std::exchange(enrolled_, {}); }
  bool session_ended() const { return session_ended_; }

 private:
  bool DrawCard(kit::Ui& ui);
  bool DrawPerson(kit::Ui& ui);
  void DrawHint(kit::Ui& ui, kit::Box& page);
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

}  // namespace chunhui::app
