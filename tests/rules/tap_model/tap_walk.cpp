#include "tests/rules/tap_model/tap_walk.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "tests/rules/tap_model/aim.h"
#include "tests/rules/tap_model/finger.h"

namespace chunhui::tests {
namespace {

constexpr uint32_t kSeed = 20261122;
constexpr std::array<double, kTapSigmas> kSigmaMm{kit::kOldHandSigmaMm, kit::kTremorSigmaMm};
constexpr std::array<const char*, kTapKinds> kKindNames{"other", "main"};
constexpr std::array kManners{kit::Manner::kPlain, kit::Manner::kDrifting, kit::Manner::kDouble,
                              kit::Manner::kLong};

struct Limit {
  double hit_least;
  double neighbour_most;
};

// EXPERIENCE.md, tap model. Of a tremor's hits on other targets it says nothing.
constexpr Limit kByGeometry[kTapSigmas][kTapKinds] = {{{0.99, 0.001}, {0.99, 0.001}},
                                                      {{0, 0.003}, {0.97, 0.0005}}};
constexpr Limit kByFinger[kTapSigmas][kTapKinds] = {{{0.99, 0.001}, {0.99, 0.001}},
                                                    {{0, 0.003}, {0.95, 0.0005}}};

std::string Line(const char* how, int sigma, int kind, const TapCounts& counts) {
  char text[160];
  std::snprintf(text, sizeof text,
                "%-8s sigma=%.2f %-5s taps=%-9lld hit=%8.4f%% neighbour=%.4f%% twice=%lld", how,
                kSigmaMm[static_cast<size_t>(sigma)], kKindNames[static_cast<size_t>(kind)],
                static_cast<long long>(counts.taps), 100 * counts.hit(), 100 * counts.neighbour(),
                static_cast<long long>(counts.twice));
  return text;
}

void Hold(TapReport& report, const Limit& limit, double hit, double neighbour,
          const std::string& where) {
  if (hit >= limit.hit_least && neighbour <= limit.neighbour_most) return;
  char text[96];
  std::snprintf(text, sizeof text, ": hit %.3f%% (at least %.1f), neighbour %.3f%% (at most %.2f)",
                100 * hit, 100 * limit.hit_least, 100 * neighbour, 100 * limit.neighbour_most);
  report.missed.push_back(where + text);
}

void ByGeometry(TapReport& report, const TapPage& page, const kit::Item& item, int taps) {
  for (int sigma = 0; sigma < kTapSigmas; ++sigma) {
    const auto shares = kit::AimAt(page.record, item, kSigmaMm[static_cast<size_t>(sigma)], taps,
                                   kSeed + static_cast<uint32_t>(sigma));
    TapCounts& counts = report.geometry[sigma][item.main];
    counts.taps += taps;
    counts.hits += static_cast<int64_t>(shares.hit * taps + 0.5);
    counts.neighbours += static_cast<int64_t>(shares.neighbour * taps + 0.5);
    counts.hit_worst = std::min(counts.hit_worst, shares.hit);
    counts.neighbour_worst = std::max(counts.neighbour_worst, shares.neighbour);
    char name[24];
    std::snprintf(name, sizeof name, ", sigma %.2f", kSigmaMm[static_cast<size_t>(sigma)]);
    Hold(report, kByGeometry[sigma][item.main], shares.hit, shares.neighbour,
         page.name + ": " + item.id + name);
  }
}

void ByFinger(TapReport& report, kit::Finger& finger, const kit::Item& item, int tries) {
  for (int sigma = 0; sigma < kTapSigmas; ++sigma) {
    TapCounts& counts = report.fingers[sigma][item.main];
    for (int i = 0; i < tries; ++i) {
      const auto acted = finger.Tries(item, kSigmaMm[static_cast<size_t>(sigma)],
                                      kManners[static_cast<size_t>(i) % kManners.size()]);
      const auto own = std::count(acted.begin(), acted.end(), item.id);
      const bool other = static_cast<size_t>(own) < acted.size();
      ++counts.taps;
      counts.hits += own == 1 && !other ? 1 : 0;
      counts.neighbours += other ? 1 : 0;
      counts.twice += own > 1 ? 1 : 0;
    }
  }
}

bool IsTarget(const kit::Item& item) { return item.role == kit::ItemRole::kButton && item.enabled; }

}  // namespace

TapReport WalkTaps(const std::vector<TapPage>& pages, const kit::Words& words,
                   const TapWalk& walk) {
  TapReport report;
  kit::Finger finger(words, kSeed);
  for (const TapPage& page : pages) {
    ++report.pages;
    if (page.by_finger) finger.SetPage(page.record);
    for (const kit::Item& item : page.record.items) {
      if (!IsTarget(item)) continue;
      ++report.targets;
      ByGeometry(report, page, item, walk.taps);
      if (page.by_finger) ByFinger(report, finger, item, walk.tries);
    }
  }
  for (int sigma = 0; sigma < kTapSigmas; ++sigma) {
    for (int kind = 0; kind < kTapKinds; ++kind) {
      const TapCounts& counts = report.fingers[sigma][kind];
      const std::string where = Line("finger", sigma, kind, counts);
      Hold(report, kByFinger[sigma][kind], counts.hit(), counts.neighbour(), where);
      if (counts.twice > 0) report.missed.push_back(where + ": one tap acted twice");
    }
  }
  return report;
}

std::string ToText(const TapReport& report) {
  std::string text;
  for (int sigma = 0; sigma < kTapSigmas; ++sigma) {
    for (int kind = 0; kind < kTapKinds; ++kind) {
      const TapCounts& counts = report.geometry[sigma][kind];
      char worst[80];
      std::snprintf(worst, sizeof worst, " worst target: hit=%.2f%% neighbour=%.2f%%",
                    100 * counts.hit_worst, 100 * counts.neighbour_worst);
      text += Line("geometry", sigma, kind, counts) + worst + "\n";
      text += Line("finger", sigma, kind, report.fingers[sigma][kind]) + "\n";
    }
  }
  return text + "pages=" + std::to_string(report.pages) +
         " targets=" + std::to_string(report.targets) +
         " violations=" + std::to_string(report.missed.size()) + "\n";
}

}  // namespace chunhui::tests
