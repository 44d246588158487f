// How an old hand hits: taps scattered around a target's middle, as a study of people of 67-81
// found them (σ 2.68 mm) and as a tremor scatters them (σ 5 mm).
#pragma once

#include <cstdint>

#include "kiosk/kit/record.h"

namespace chunhui::kit {

struct TapShares {  // of all taps, 0..1
  double hit = 0;
  double neighbour = 0;  // another target
};

constexpr double kOldHandSigmaMm = 2.68;
constexpr double kTremorSigmaMm = 5;

// Aims `taps` times at the middle of `target`, an item of `record`.
TapShares AimAt(const Record& record, const Item& target, double sigma_mm, int taps, uint32_t seed);

}  // namespace chunhui::kit
