// Many visits of synthetic seniors, counted.
#pragma once

#include <string>
#include <vector>

#include "tests/senior/senior.h"

namespace chunhui::tests {

struct LifeCount {
  std::string journey;
  int runs = 0;
  int finished = 0;
  int handed = 0;
  int wrong = 0;
  double presses_median = 0;
  double seconds_median = 0;
  std::vector<std::string> troubles;  // each visit that was not finished, or wrong, step by step

  double well() const { return runs == 0 ? 0 : double(finished + handed) / runs; }
};

// EXPERIENCE and the issue: 99.5 % finished or handed to a person, no wrong booking.
constexpr double kWellLeast = 0.995;

// Run number `first` to `first + runs - 1`, each with its own seed.
LifeCount LiveMany(const Journey& journey, int runs, uint32_t seed, double mishaps = 1);
std::string ToText(const LifeCount& count);

}  // namespace chunhui::tests
