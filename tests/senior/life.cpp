#include "tests/senior/life.h"

#include <algorithm>
#include <cstdio>
#include <memory>

namespace chunhui::tests {
namespace {

constexpr int kRunsPerTown = 50;  // before the town's day is over
constexpr char kLongNotice[] = "防骗提醒";

double Median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

Wish WishOf(const Journey& journey, const SeniorTown& town, int run) {
  const auto number = static_cast<size_t>(run);
  Wish wish;
  // Members of the day care stand at the odd places.
  wish.person = town.people()[2 * (number % kRunsPerTown) + (journey.members ? 1 : 0)];
  wish.dish = town.dishes()[number % town.dishes().size()];
  wish.event =
      journey.name == "full_event" ? kFullClass : town.classes()[number % town.classes().size()];
  wish.notice = kLongNotice;
  wish.by_phone = journey.by_phone;
  wish.looks_first = journey.looks_first;
  return wish;
}

std::string LongText() {
  std::string text;
  for (int i = 0; i < 12; ++i) text += "有人打电话说您中奖了，要您先汇钱，那是骗子，请马上挂断。";
  return text;
}

std::string Told(const Journey& journey, int run, const Ending& ending) {
  std::string text = journey.name + " run " + std::to_string(run) +
                     (ending.wrong    ? ": WRONG BOOKING\n"
                      : ending.handed ? ": handed to a person\n"
                                      : ": not finished\n");
  for (const std::string& step : ending.steps) text += "  " + step + "\n";
  return text;
}

}  // namespace

LifeCount LiveMany(const Journey& journey, int runs, uint32_t seed, double mishaps,
                   const kit::Panel& panel) {
  LifeCount count;
  count.journey = journey.name;
  std::vector<double> presses;
  std::vector<double> seconds;
  std::unique_ptr<SeniorTown> town;
  std::unique_ptr<Pilot> kiosk;
  for (int run = 0; run < runs; ++run) {
    if (run % kRunsPerTown == 0) {
      kiosk.reset();
      town = std::make_unique<SeniorTown>(2 * kRunsPerTown);
      town->town().Publish(kLongNotice, LongText());
      kiosk = std::make_unique<Pilot>(town->town(), PilotParts{.panel = panel});
    }
    Senior senior(*town, *kiosk, journey, WishOf(journey, *town, run),
                  seed + static_cast<uint32_t>(run), mishaps);
    const Ending ending = senior.Lives();
    ++count.runs;
    count.finished += ending.finished ? 1 : 0;
    count.handed += ending.handed ? 1 : 0;
    count.wrong += ending.wrong ? 1 : 0;
    presses.push_back(ending.presses);
    seconds.push_back(ending.seconds);
    if (ending.wrong || !ending.finished) {
      count.troubles.push_back(Told(journey, run, ending));
    }
  }
  kiosk.reset();
  count.presses_median = Median(presses);
  count.seconds_median = Median(seconds);
  return count;
}

std::string ToText(const LifeCount& count) {
  char text[160];
  std::snprintf(text, sizeof text,
                "%-15s runs=%d finished=%.2f%% handed=%.2f%% wrong=%d taps=%.0f seconds=%.0f",
                count.journey.c_str(), count.runs, 100.0 * count.finished / count.runs,
                100.0 * count.handed / count.runs, count.wrong, count.presses_median,
                count.seconds_median);
  return text;
}

}  // namespace chunhui::tests
