// Who is it: a card, or an ID or phone number on a big keypad, or a person who helps.
#pragma once

#include <optional>
#include <string>

#include "core/time/clock.h"
#include "kiosk/screens/screen.h"

namespace chunhui::screens {

class WhoScreen : public Screen {
 public:
  // `place.subject` is a card that was just shown; `place.then` is where the visitor wants to go.
  // `can_write`: a name written by finger can be read here; `can_look`: an ID card can.
  WhoScreen(office::Client& office, visit::Visit& visit, const time::Clock& clock,
            const Place& place, bool can_write = false, bool can_look = false);

  Place Draw(kit::Ui& ui) override;
  std::string_view State() const override;
  Place Back() override;
  bool WantsCard() const override { return !asking_; }
  Place HandleCard(std::string_view uid) override;
  void HandleDigit(char digit) override;

 private:
  enum class Kind { kIdNumber, kPhone };

  Place DrawCard(kit::Ui& ui);
  Place DrawWays(kit::Ui& ui, kit::Box page);
  Place DrawKeypad(kit::Ui& ui);
  Place DrawKeysOnly(kit::Ui& ui);
  void DrawTyped(kit::Ui& ui, kit::Box page);
  Place DrawTrouble(kit::Ui& ui);
  std::string Placeholder(const kit::Words& words) const;
  std::string Hint(const kit::Words& words) const;
  std::string HintSoFar(const kit::Words& words) const;
  void CheckNumber(const kit::Words& words);
  void Recognise(v1::RecogniseRequest request, std::string card);
  void HandleAnswer(const office::Outcome<v1::RecogniseResponse>& outcome, std::string card);

  office::Client& office_;
  visit::Visit& visit_;
  const time::Clock& clock_;
  std::shared_ptr<const Place> then_;
  const bool can_write_;
  const bool can_look_;
  std::optional<Kind> typing_;
  std::string typed_;
  bool by_keys_ = false;  // wished to type with the tactile keys
  bool checked_ = false;  // what was typed looked wrong: say what
  std::string trouble_;   // key of what the office said
  bool asking_ = false;
  bool found_ = false;
  std::string badge_;  // a member of staff has shown it instead
  office::Guard guard_;
};

}  // namespace chunhui::screens
