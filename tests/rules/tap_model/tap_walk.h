// The tap model over many pages: how often an aimed tap hits, how often a neighbour, held against
// the limits of EXPERIENCE.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/kit/record.h"
#include "kiosk/kit/words.h"

namespace chunhui::tests {

struct TapPage {
  std::string name;  // for messages: "meals.confirm, step 1, zh-CN, upright"
  kit::Record record;
  bool by_finger = false;  // also through the touch layer
};

struct TapCounts {
  int64_t taps = 0;
  int64_t hits = 0;
  int64_t neighbours = 0;  // something else acted
  int64_t twice = 0;       // acted twice on one strike of the hand
  double hit_worst = 1;    // of one target, by geometry only
  double neighbour_worst = 0;

  double hit() const { return taps == 0 ? 1 : double(hits) / double(taps); }
  double neighbour() const { return taps == 0 ? 0 : double(neighbours) / double(taps); }
};

enum TapSigma { kOldHand, kTremor, kTapSigmas };
enum TapKind { kOtherTargets, kMainTargets, kTapKinds };

struct TapReport {
  int pages = 0;
  int64_t targets = 0;
  TapCounts geometry[kTapSigmas][kTapKinds];
  TapCounts fingers[kTapSigmas][kTapKinds];
  std::vector<std::string> missed;  // one line for each limit that is not kept
};

struct TapWalk {
  int taps = 10'000;  // a target, by geometry
  int tries = 50;     // a target, through the touch layer
};

// Every state of every screen, on this panel upright and lying, each step and language; at the
// default step in Chinese also by finger. Pages whose targets lie alike are kept once.
std::vector<TapPage> EveryPage(const kit::Panel& upright = kit::kPortraitPanel);
// The same at the default step in Chinese.
std::vector<TapPage> DefaultPages();
// Deterministic.
TapReport WalkTaps(const std::vector<TapPage>& pages, const kit::Words& words,
                   const TapWalk& walk = {});
// The table that `./chunhui check taps` prints.
std::string ToText(const TapReport& report);

}  // namespace chunhui::tests
