// How many numbers chunhui-recognize reads in a folder of photos with a truth.json
// (tests/data/cards or any other), and what they cost; raw Tesseract on the same photos beside it.
//   bench-recognize BIN_FOLDER CARDS_FOLDER
#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/bench/figure.h"

namespace chunhui::bench {
namespace {

using Cards = std::vector<nlohmann::json>;

std::string Quoted(const std::string& path) {
  std::string quoted = "'";
  quoted += path;
  quoted += "'";
  return quoted;
}

std::vector<std::string> LinesOf(const std::string& command) {
  const std::unique_ptr<FILE, decltype(&pclose)> pipe(popen(command.c_str(), "r"), &pclose);
  if (!pipe) throw std::runtime_error("cannot run " + command);
  std::string output;
  std::array<char, 4096> part;
  for (size_t count = 0; (count = fread(part.data(), 1, part.size(), pipe.get())) > 0;) {
    output.append(part.data(), count);
  }
  std::vector<std::string> lines;
  std::istringstream stream(output);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

struct Score {
  double right = 0, wrong = 0;  // per cent
  double median_ms = 0, p90_ms = 0;
};

double At(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values.empty() ? 0 : values[static_cast<size_t>(share * (values.size() - 1) + 0.5)];
}

Score ScoreOf(const Cards& cards, const char* key, const std::string& program,
              const std::string& folder) {
  std::string command = program + " --times --invented";
  for (const auto& card : cards) {
    command += ' ';
    command += Quoted(folder + "/" + card["file"].get<std::string>());
  }
  const std::vector<std::string> lines = LinesOf(command);
  if (lines.size() != cards.size()) throw std::runtime_error("not one line per photo: " + program);
  Score score;
  std::vector<double> times_ms;
  for (size_t i = 0; i < lines.size(); ++i) {
    const size_t tab = lines[i].find('\t');
    const std::string read = lines[i].substr(0, tab);
    times_ms.push_back(std::stod(lines[i].substr(tab + 1)));
    const double share = 100.0 / static_cast<double>(cards.size());
    if (read == cards[i][key].get<std::string>()) {
      score.right += share;
    } else if (!read.empty()) {
      score.wrong += share;
    }
  }
  score.median_ms = At(times_ms, 0.5);
  score.p90_ms = At(times_ms, 0.9);
  return score;
}

// What `tesseract PHOTO -` finds by itself: right when the number stands in its text.
double RawTesseract(const Cards& cards, const char* key, const std::string& folder) {
  double right = 0;
  for (const auto& card : cards) {
    std::string text;
    const std::string file = Quoted(folder + "/" + card["file"].get<std::string>());
    for (const std::string& line : LinesOf("OMP_THREAD_LIMIT=1 tesseract " + file + " - 2>&1")) {
      text += line + "\n";
    }
    std::erase(text, ' ');
    if (text.find(card[key].get<std::string>()) != std::string::npos) right += 1;
  }
  return 100 * right / static_cast<double>(cards.size());
}

void Print(const Cards& cards, const char* name, const char* key, const std::string& program,
           const std::string& folder, double goal) {
  const std::string base = std::string("recognize.") + name;
  const Score score = ScoreOf(cards, key, program + "/chunhui-recognize " + name, folder);
  const bool has_peer = std::string(name) != "qr";
  const double raw = has_peer ? RawTesseract(cards, key, folder) : 0;
  const char* peer = has_peer ? "raw tesseract" : "";
  std::cout << ToJson({base, "%", score.right, raw, peer, goal, GoalIs::kValueMin}, false) << "\n"
            << ToJson({base + "_wrong", "%", score.wrong, 0, "", 0, GoalIs::kValueMax}, true)
            << "\n"
            << ToJson({base + "_cpu", "ms", score.median_ms, 0, "", 120, GoalIs::kValueMax}, true)
            << "\n"
            << ToJson({base + "_p90_cpu", "ms", score.p90_ms, 0, "", 220, GoalIs::kValueMax}, true)
            << std::endl;
}

int Run(const std::string& bin, const std::string& folder) {
  Cards id_cards, service_cards;
  for (const auto& card : nlohmann::json::parse(std::ifstream(folder + "/truth.json"))) {
    (card["kind"] == "id" ? id_cards : service_cards).push_back(card);
  }
  Print(id_cards, "id-card", "id", bin, folder, 99);
  Print(service_cards, "service-card", "card_no", bin, folder, 98.5);
  Print(service_cards, "qr", "qr", bin, folder, 98);
  return 0;
}

}  // namespace
}  // namespace chunhui::bench

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: bench-recognize BIN_FOLDER CARDS_FOLDER\n";
    return 2;
  }
  try {
    return chunhui::bench::Run(argv[1], argv[2]);
  } catch (const std::exception& error) {
    std::cerr << "bench-recognize: " << error.what() << "\n";
    return 1;
  }
}
