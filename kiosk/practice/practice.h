// Practice beside a volunteer: an office of play, a bell that is silent, nothing on any disk. Drop
// it, and it has never been.
#pragma once

#include "core/secrets/random.h"
#include "core/time/clock.h"
#include "kiosk/devices/bell.h"
#include "kiosk/office/client.h"

namespace chunhui::practice {

class Practice {
 public:
  // The clock outlives it. Two threads begin.
  Practice(const time::Clock& clock, const v1::Station& station);

  office::Client& office() { return office_; }
  devices::Bell& bell() { return bell_; }

 private:
  secrets::SystemRandom random_;
  devices::SilentBell bell_;
  office::Client office_;
};

}  // namespace chunhui::practice
