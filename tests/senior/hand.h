// The hand of the synthetic senior: contacts that scatter, slide, strike twice, rest or hardly
// touch, through the kiosk's own event path. All chance comes from the given generator.
#pragma once

#include <random>

#include "kiosk/kit/box.h"
#include "tests/support/pilot.h"

namespace chunhui::tests {

class Hand {
 public:
  // Whether this hand trembles (σ 5 mm instead of 2.68 mm) is drawn once.
  Hand(Pilot& kiosk, std::mt19937& random);

  // One press as the hand does it; it may miss, slip or come as two.
  void Press(const kit::Box& target);
  // Five presses in a row at the same place without looking.
  void PressFiveTimes(const kit::Box& target);
  // A time between these, in ms.
  void Rests(int64_t least_ms, int64_t most_ms);
  bool Chance(double share);
  int presses() const { return presses_; }

 private:
  struct Spot {
    double x_mm = 0;
    double y_mm = 0;
  };
  void Contact(const Spot& from, const Spot& to, int64_t lasting_ms);
  void Send(int64_t finger, kit::TouchKind kind, const Spot& spot);
  Spot Near(const Spot& spot, double sigma_mm);
  int64_t Between(int64_t least, int64_t most);

  Pilot& kiosk_;
  std::mt19937& random_;
  const double sigma_mm_;
  int presses_ = 0;
};

}  // namespace chunhui::tests
