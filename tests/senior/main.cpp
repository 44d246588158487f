// ./chunhui check senior: synthetic seniors finish every journey again and again.
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>

#include "tests/senior/life.h"

namespace {

using namespace chunhui::tests;

int Run(int argc, char** argv) {
  int runs = 1000;
  uint32_t seed = 20261122;
  double mishaps = 1;
  std::string only;
  std::string inches = "21.5";
  bool list = false;
  CLI::App line("Lets synthetic seniors finish every journey, with trembling and wrong presses.");
  line.add_option("--runs", runs, "of each journey")->check(CLI::Range(1, 1'000'000));
  line.add_option("--seed", seed, "of the first run; the next has the next");
  line.add_option("--mishaps", mishaps, "how many times as many as usual")
      ->check(CLI::Range(0.0, 10.0));
  line.add_option("--only", only, "one journey");
  line.add_option("--panel", inches, "inches from corner to corner, upright")
      ->check(CLI::IsMember({"15.6", "21.5", "27", "32"}));
  line.add_flag("--list", list, "tell each visit that was not finished, step by step");
  CLI11_PARSE(line, argc, argv);
  const auto begun = std::chrono::steady_clock::now();
  const chunhui::kit::Panel panel = chunhui::kit::PanelOfInches(inches).value();
  LifeCount all;
  bool well = true;
  for (const Journey& journey : Journeys()) {
    if (!only.empty() && journey.name != only) continue;
    const LifeCount count = LiveMany(journey, runs, seed, mishaps, panel);
    std::cout << ToText(count) << std::endl;
    if (list) {
      for (const std::string& trouble : count.troubles) std::cout << trouble;
    }
    well = well && count.well();
    all.runs += count.runs;
    all.finished += count.finished;
    all.handed += count.handed;
    all.wrong += count.wrong;
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
  well = well && all.runs > 0 && !testing::UnitTest::GetInstance()->Failed();
  std::cout << "visits=" << all.runs << " finished_or_handed=" << 100 * all.share_well()
            << "% wrong_bookings=" << all.wrong << " machine_seconds=" << took.count()
            << (well ? "" : " FAILED") << "\n";
  return well ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return Run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "check senior: " << error.what() << "\n";
    return 2;
  }
}
