// Finding a resident who forgot card and number, in the staff's panel: first letters of the name,
// house number, age; masked rows; a reason. What comes of it is a candidate: the resident gives the
// yes.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "chunhui/v1/residents.pb.h"
#include "chunhui/v1/visits.pb.h"
#include "kiosk/office/client.h"
#include "kiosk/staff_panel/card_desk.h"
#include "kiosk/staff_panel/page.h"

namespace chunhui::staff_panel {

// What somebody is looked for: to begin their visit, or for their cards.
enum class FindFor { kVisit, kCards };

class FindResident : public Page {
 public:
  FindResident(office::Client& office, std::string session_token, FindFor purpose)
      : office_(office), session_token_(std::move(session_token)), purpose_(purpose) {}

  // Looks at once for a name in characters, as it was written by hand.
  void LookFor(std::string name);
  bool Draw(kit::Ui& ui) override;
  // "find", "looking", "people" or "why".
  std::string_view State() const override;
  void HandleKey(char key) override;

  // Whom staff have vouched for, once.
  std::vector<v1::Candidate> TakeNamed() { return std::exchange(named_, {}); }
  // Nobody has this name: staff want to take in a new resident, once.
  bool TakeEnrol() { return std::exchange(enrol_, false); }
  // Whose cards, and why; once.
  std::optional<CardDesk::Whose> TakeChosen() { return std::exchange(taken_, std::nullopt); }
  bool session_ended() const override { return session_ended_; }

 private:
  enum Field { kName, kHouse, kAge, kFields };

  bool DrawFind(kit::Ui& ui);
  void DrawFields(kit::Ui& ui, kit::Box row);
  std::string FieldWords(const kit::Words& words, Field field) const;
  bool DrawFindKeys(kit::Ui& ui, kit::Box row);
  bool DrawPeople(kit::Ui& ui);
  bool DrawWhy(kit::Ui& ui);
  std::string HintWords(const kit::Words& words) const;
  void Look();
  // Staff have said why: the office is asked to name the resident, or their cards come next.
  void GoOn(const char* reason);
  void Vouch(const char* reason);
  // Keeps what went wrong; true when there is a value.
  template <typename Response>
  bool Settle(const office::Outcome<Response>& outcome);
  bool anything_typed() const;

  office::Client& office_;
  office::Guard guard_;
  std::string session_token_;
  const FindFor purpose_;
  bool session_ended_ = false;

  std::array<std::string, kFields> typed_;  // the name as letters, or as characters
  Field field_ = kName;
  bool asking_ = false;
  std::string hint_;  // key of a word
  std::optional<std::vector<v1::ResidentRow>> people_;
  int page_ = 0;
  std::optional<v1::ResidentRow> chosen_;
  std::vector<v1::Candidate> named_;
  std::optional<CardDesk::Whose> taken_;
  bool enrol_ = false;
};

}  // namespace chunhui::staff_panel
