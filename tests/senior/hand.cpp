#include "tests/senior/hand.h"

#include "tests/rules/tap_model/aim.h"

namespace chunhui::tests {
namespace {

using std::chrono::milliseconds;

constexpr double kTremblingHands = 0.3;
constexpr double kSlideSigmaMm = 1;
// Of all contacts.
constexpr double kTwice = 0.1;
constexpr double kFeather = 0.04;
constexpr double kLong = 0.05;
constexpr double kSlip = 0.03;
constexpr double kSecondFinger = 0.04;

double DrawSigma(std::mt19937& random) {
  const bool trembles = std::uniform_real_distribution<double>(0, 1)(random) < kTremblingHands;
  return trembles ? kit::kTremorSigmaMm : kit::kOldHandSigmaMm;
}

}  // namespace

Hand::Hand(Pilot& kiosk, std::mt19937& random)
    : kiosk_(kiosk), random_(random), sigma_mm_(DrawSigma(random)) {}

void Hand::Press(const kit::Box& target) {
  ++presses_;
  const Spot spot = Near({target.center_x(), target.center_y()}, sigma_mm_);
  int64_t lasting_ms = Between(70, 600);
  if (Chance(kFeather)) lasting_ms = Between(8, 38);
  if (Chance(kLong)) lasting_ms = Between(1500, 6000);
  const double slide_mm = Chance(kSlip) ? 8 : kSlideSigmaMm;
  Contact(spot, Near(spot, slide_mm), lasting_ms);
  if (Chance(kTwice)) {
    kiosk_.Passes(milliseconds(Between(80, 250)));
    Contact(Near(spot, kSlideSigmaMm), Near(spot, kSlideSigmaMm), Between(60, 150));
  }
  kiosk_.Waits();
}

void Hand::PressFiveTimes(const kit::Box& target) {
  const Spot middle{target.center_x(), target.center_y()};
  for (int i = 0; i < 5; ++i) {
    ++presses_;
    const Spot spot = Near(middle, sigma_mm_);
    Contact(spot, spot, Between(70, 200));
    kiosk_.Waits();
    kiosk_.Passes(milliseconds(Between(100, 400)));
  }
}

void Hand::Contact(const Spot& from, const Spot& to, int64_t lasting_ms) {
  Send(1, kit::TouchKind::kDown, from);
  const bool second = Chance(kSecondFinger);
  kiosk_.Passes(milliseconds(lasting_ms / 2));
  const Spot beside{from.x_mm + 25, from.y_mm + 10};
  if (second) Send(2, kit::TouchKind::kDown, beside);
  Send(1, kit::TouchKind::kMove, {(from.x_mm + to.x_mm) / 2, (from.y_mm + to.y_mm) / 2});
  kiosk_.Passes(milliseconds(lasting_ms - lasting_ms / 2));
  Send(1, kit::TouchKind::kUp, to);
  if (second) {
    kiosk_.Passes(milliseconds(30));
    Send(2, kit::TouchKind::kUp, beside);
  }
}

void Hand::Send(int64_t finger, kit::TouchKind kind, const Spot& spot) {
  const float px_per_mm = kiosk_.record().panel.px_per_mm;
  kiosk_.Touches(finger, kind, static_cast<float>(spot.x_mm) * px_per_mm,
                 static_cast<float>(spot.y_mm) * px_per_mm);
}

void Hand::Rests(int64_t least_ms, int64_t most_ms) {
  kiosk_.Passes(milliseconds(Between(least_ms, most_ms)));
  kiosk_.Waits();
}

bool Hand::Chance(double share) {
  return std::uniform_real_distribution<double>(0, 1)(random_) < share;
}

int64_t Hand::Between(int64_t least, int64_t most) {
  return std::uniform_int_distribution<int64_t>(least, most)(random_);
}

Hand::Spot Hand::Near(const Spot& spot, double sigma_mm) {
  std::normal_distribution<double> off(0, sigma_mm);
  const double dx = off(random_);
  return {spot.x_mm + dx, spot.y_mm + off(random_)};
}

}  // namespace chunhui::tests
