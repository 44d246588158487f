// One line of JSON per measured figure.
#pragma once

#include <string>

namespace chunhui::bench {

enum class GoalIs { kNone, kRatioMin, kRatioMax, kValueMin, kValueMax };

struct Figure {
  std::string name;  // "store.group_commit"
  std::string unit;  // "ms"
  double ours = 0;
  double peer = 0;        // 0 when there is no peer
  std::string peer_name;  // empty when there is no peer
  double goal = 0;
  GoalIs goal_is = GoalIs::kNone;
};

// {"name":"kiosk.start","unit":"ms","ours":118,"peer":1787,"peer_name":"chromium kiosk",
//  "ratio":15.1,"goal":8,"goal_is":"ratio_min"}. The ratio says how many times better we are when
// less is better (`less_is_better`), else ours / peer.
std::string ToJson(const Figure& figure, bool less_is_better);

// The best of three runs of `measure`: the smallest when less is better, else the largest.
template <typename Measure>
double BestOfThree(bool less_is_better, Measure measure) {
  double best = measure();
  for (int run = 1; run < 3; ++run) {
    const double value = measure();
    if (less_is_better ? value < best : value > best) best = value;
  }
  return best;
}

// CPU time of this process so far, in milliseconds.
double ProcessCpuMs();
// Monotonic time in milliseconds.
double NowMs();

}  // namespace chunhui::bench
