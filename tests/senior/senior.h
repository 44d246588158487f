// The synthetic senior: looks, hesitates, presses, misses, presses the wrong thing, goes away and
// comes back, until the wish has come true or a person helps. Seeded: the same seed lives the same
// visit.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/senior/hand.h"
#include "tests/senior/journey.h"
#include "tests/senior/senior_town.h"
#include "tests/support/pilot.h"

namespace chunhui::tests {

struct Ending {
  bool finished = false;  // the wish came true, says the book too
  bool handed = false;    // not finished, but a person knows and came
  bool wrong = false;     // the books hold something nobody wanted
  int presses = 0;
  double seconds = 0;              // at the kiosk, as its clock counts
  std::vector<std::string> steps;  // for the report of a visit that went wrong
};

class Senior {
 public:
  // `mishaps` times as many wrong presses, bursts, pauses and walks away as usual.
  Senior(SeniorTown& town, Pilot& kiosk, const Journey& journey, Wish wish, uint32_t seed,
         double mishaps = 1);
  Ending Lives();

 private:
  bool Step();
  bool Mishap(const Look& look, const Act& act);
  bool Happens(double share) { return hand_.Chance(share * mishaps_); }
  void Do(const Act& act);
  void PressAnything(const Look& look);
  void PressFive(const std::string& id);
  void WaitForStaff();
  void AskForHelp();
  bool Judge(Ending& ending, const std::set<std::string>& before, int64_t all_before);
  void GoesAway();

  SeniorTown& town_;
  Pilot& kiosk_;
  const Journey& journey_;
  Wish wish_;
  std::mt19937 random_;
  Hand hand_;
  const double mishaps_;
  bool handed_ = false;
  std::vector<std::string> steps_;
};

}  // namespace chunhui::tests
