#include "tests/bench/figure.h"

#include <time.h>

#include <nlohmann/json.hpp>

namespace chunhui::bench {
namespace {

double Rounded(double value) {
  char text[32];
  std::snprintf(text, sizeof text, value < 10 ? "%.3f" : "%.1f", value);
  return std::stod(text);
}

const char* NameOf(GoalIs goal_is) {
  switch (goal_is) {
    case GoalIs::kRatioMin:
      return "ratio_min";
    case GoalIs::kRatioMax:
      return "ratio_max";
    case GoalIs::kValueMin:
      return "value_min";
    case GoalIs::kValueMax:
      return "value_max";
    case GoalIs::kNone:
      break;
  }
  return "";
}

double ReadClock(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

}  // namespace

std::string ToJson(const Figure& figure, bool less_is_better) {
  nlohmann::ordered_json json;
  json["name"] = figure.name;
  json["unit"] = figure.unit;
  json["ours"] = Rounded(figure.ours);
  if (!figure.peer_name.empty()) {
    json["peer"] = Rounded(figure.peer);
    json["peer_name"] = figure.peer_name;
    json["ratio"] = Rounded(less_is_better ? figure.peer / figure.ours : figure.ours / figure.peer);
  }
  if (figure.goal_is != GoalIs::kNone) {
    json["goal"] = figure.goal;
    json["goal_is"] = NameOf(figure.goal_is);
  }
  return json.dump();
}

double ProcessCpuMs() { return ReadClock(CLOCK_PROCESS_CPUTIME_ID); }
double NowMs() { return ReadClock(CLOCK_MONOTONIC); }

}  // namespace chunhui::bench
