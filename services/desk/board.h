// What the live view knows: the open cases, which one is chosen, and what a key means. Draws and
// calls nothing; see watch.cpp.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "chunhui/v1/assistance.pb.h"
#include "core/time/instant.h"

namespace chunhui::desk {

// What the person wants, once enough keys were pressed.
struct BoardWish {
  enum class Kind { kNothing, kClaim, kClose, kQuit };
  Kind kind = Kind::kNothing;
  std::string case_id;
  v1::CaseOutcome outcome = v1::CASE_OUTCOME_UNSPECIFIED;
};

class Board {
 public:
  // True when it is worth a bell: a new open case, or one that was escalated.
  bool Take(const v1::Case& changed);
  // After the line was lost: what is not sent again is closed.
  void Clear();

  // Digits choose a ticket, c claims it, x and a digit close it, q ends, backspace starts again.
  // With one case on the board nothing need be chosen.
  BoardWish Press(char key);

  // Most urgent first, then oldest.
  std::vector<v1::Case> Open() const;
  // The whole view, line by line.
  std::vector<std::string> Lines(time::Instant now) const;
  // Said in the last line until the next key.
  void Say(std::string text) { said_ = std::move(text); }

 private:
  std::optional<std::string> ChosenId() const;

  std::map<std::string, v1::Case> cases_;  // by id, closed ones are dropped
  std::string digits_;
  bool asking_outcome_ = false;
  std::string said_;
};

}  // namespace chunhui::desk
