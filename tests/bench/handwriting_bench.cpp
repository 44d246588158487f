// How well and how fast finger-written characters are read, with zinnia on the same strokes beside
// it (where it is installed: ./chunhui bench recognize sees to it). usage: bench-handwriting
// SOURCES
#include <algorithm>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <stdexcept>

#include "kiosk/recognize/handwriting/command.h"
#include "tests/bench/figure.h"

#ifdef CHUNHUI_WITH_ZINNIA
#include <zinnia.h>
#endif

namespace chunhui::bench {
namespace {

using recognize::Ink;
using recognize::LabelledInk;

constexpr size_t kFirstTen = 10;
constexpr double kTopOneGoal = 80;
constexpr double kTopTenGoal = 95;
constexpr double kCharacterMsGoal = 5;

using Read = std::function<std::vector<std::string>(const Ink&)>;

Read Ours() {
  auto reader = std::make_shared<recognize::HandwritingReader>(
      recognize::HandwritingModel::Load(recognize::HandwritingModelFile()));
  return [reader](const Ink& ink) {
    std::vector<std::string> characters;
    for (auto& read : reader->Read(ink, kFirstTen)) characters.push_back(std::move(read.character));
    return characters;
  };
}

#ifdef CHUNHUI_WITH_ZINNIA
constexpr const char* kZinniaModel = "/usr/share/tegaki/models/zinnia/handwriting-zh_CN.model";
constexpr int kZinniaSide = 1000;

Read Zinnia() {
  std::shared_ptr<zinnia::Recognizer> reader(zinnia::Recognizer::create());
  if (!reader->open(kZinniaModel)) return {};
  return [reader](const Ink& ink) {
    const std::unique_ptr<zinnia::Character> character(zinnia::Character::create());
    character->set_width(kZinniaSide);
    character->set_height(kZinniaSide);
    for (size_t i = 0; i < ink.size(); ++i) {
      for (const recognize::InkPoint& point : ink[i]) {
        character->add(i, std::clamp(static_cast<int>(point.x), 0, kZinniaSide - 1),
                       std::clamp(static_cast<int>(point.y), 0, kZinniaSide - 1));
      }
    }
    const std::unique_ptr<zinnia::Result> result(reader->classify(*character, kFirstTen));
    std::vector<std::string> characters;
    for (size_t i = 0; result && i < result->size(); ++i) characters.push_back(result->value(i));
    return characters;
  };
}
#else
Read Zinnia() { return {}; }
#endif

struct Score {
  double top_one = 0;  // of a hundred
  double top_ten = 0;
  double ms = 0;  // CPU, per character
};

Score ScoreOf(const Read& read, const std::vector<LabelledInk>& strokes) {
  Score score;
  if (!read) return score;
  const double share = 100.0 / static_cast<double>(strokes.size());
  const double start_ms = ProcessCpuMs();
  for (const LabelledInk& written : strokes) {
    const auto characters = read(written.ink);
    const auto found = std::find(characters.begin(), characters.end(), written.label);
    if (found == characters.end()) continue;
    score.top_ten += share;
    if (found == characters.begin()) score.top_one += share;
  }
  score.ms = (ProcessCpuMs() - start_ms) / static_cast<double>(strokes.size());
  return score;
}

std::vector<LabelledInk> Strokes(const std::string& file) {
  std::vector<LabelledInk> strokes;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (auto written = recognize::ReadInkLine(line)) strokes.push_back(std::move(*written));
  }
  if (strokes.empty()) throw std::runtime_error("no strokes in " + file);
  return strokes;
}

void Print(const std::string& name, const char* unit, double ours, double peer, double goal,
           bool less_is_better) {
  Figure figure{.name = "recognize.handwriting." + name,
                .unit = unit,
                .ours = ours,
                .goal = goal,
                .goal_is = less_is_better ? GoalIs::kValueMax : GoalIs::kValueMin};
  if (peer > 0) figure.peer = peer, figure.peer_name = "zinnia";
  std::cout << ToJson(figure, less_is_better) << std::endl;
}

void Run(const std::string& sources) {
  const Read ours = Ours();
  const Read zinnia = Zinnia();
  for (const char* set : {"plain", "joined", "missing", "slanted", "disordered"}) {
    const auto strokes = Strokes(sources + "/tests/data/handwriting/" + set + ".txt");
    const Score here = ScoreOf(ours, strokes);
    const Score there = ScoreOf(zinnia, strokes);
    const std::string name = set;
    Print(name + ".top_1", "%", here.top_one, there.top_one, kTopOneGoal, false);
    Print(name + ".top_10", "%", here.top_ten, there.top_ten, kTopTenGoal, false);
    if (name == "plain") Print("time", "ms", here.ms, there.ms, kCharacterMsGoal, true);
  }
}

}  // namespace
}  // namespace chunhui::bench

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: bench-handwriting SOURCES\n";
    return 2;
  }
  chunhui::bench::Run(argv[1]);
  return 0;
}
