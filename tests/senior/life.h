// Many visits of synthetic seniors, counted.
#pragma once

#include <string>
#include <vector>

#include "tests/senior/senior.h"

namespace chunhui::tests {

// Of each journey, finished or handed to a person; and no wrong booking at all.
constexpr double kWellLeast = 0.995;

struct LifeCount {
  std::string journey;
  int runs = 0;
  int finished = 0;
  int handed = 0;
  int wrong = 0;
  double presses_median = 0;
  double seconds_median = 0;
  std::vector<std::string> troubles;  // each visit that was not finished, or wrong, step by step

  double share_well() const { return runs == 0 ? 0 : double(finished + handed) / runs; }
  bool well() const { return share_well() >= kWellLeast && wrong == 0; }
};

// Run number `first` to `first + runs - 1`, each with its own seed.
LifeCount LiveMany(const Journey& journey, int runs, uint32_t seed, double mishaps = 1,
                   const kit::Panel& panel = kit::kPortraitPanel);
std::string ToText(const LifeCount& count);

}  // namespace chunhui::tests
