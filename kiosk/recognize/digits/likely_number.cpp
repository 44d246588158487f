#include "kiosk/recognize/digits/likely_number.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <queue>
#include <vector>

namespace chunhui::recognize {
namespace {

constexpr double kCostMax = 14;        // nats; how far is searched
constexpr size_t kLookedAtMax = 4000;  // lines; more are possible only where little is seen
constexpr double kSureCost = 5;
constexpr double kSureLead = 7;
constexpr double kClearLead = 6;  // of a character over the second best

struct Choice {
  double cost;
  char character;
};
using Choices = std::vector<std::vector<Choice>>;  // of each place, the best first

Choices ChoicesOf(const DigitLine& line) {
  Choices choices(line.characters.size());
  for (size_t place = 0; place < choices.size(); ++place) {
    const CharacterScores& scores = line.characters[place];
    const double top = *std::max_element(scores.begin(), scores.end());
    for (size_t k = 0; k < scores.size(); ++k) {
      const double cost = top - scores[k];
      if (cost <= kCostMax) choices[place].push_back({cost, "0123456789X"[k]});
    }
    std::sort(choices[place].begin(), choices[place].end(),
              [](const Choice& one, const Choice& other) { return one.cost < other.cost; });
  }
  choices.back().resize(1);
  return choices;
}

// One line: which choice at each place. Its followers take one more step at `turned` or behind it,
// so that every line is made once.
struct Line {
  double cost = 0;
  size_t turned = 0;
  std::vector<uint8_t> chosen;

  bool operator>(const Line& other) const { return cost > other.cost; }
};

// The lines in the order of their cost.
class CheapestFirst {
 public:
  explicit CheapestFirst(Choices choices) : choices_(std::move(choices)) {
    waiting_.push({0, 0, std::vector<uint8_t>(choices_.size(), 0)});
  }

  bool empty() const { return waiting_.empty(); }

  Line Next() {
    Line line = waiting_.top();
    waiting_.pop();
    for (size_t place = line.turned; place < choices_.size(); ++place) {
      const auto& here = choices_[place];
      const size_t next = line.chosen[place] + size_t{1};
      if (next >= here.size()) continue;
      Line follower = line;
      follower.turned = place;
      follower.chosen[place] = static_cast<uint8_t>(next);
      follower.cost += here[next].cost - here[next - 1].cost;
      if (follower.cost <= kCostMax) waiting_.push(std::move(follower));
    }
    return line;
  }

  std::string TextOf(const Line& line) const {
    std::string text;
    for (size_t place = 0; place < choices_.size(); ++place) {
      text += choices_[place][line.chosen[place]].character;
    }
    return text;
  }

 private:
  Choices choices_;
  std::priority_queue<Line, std::vector<Line>, std::greater<>> waiting_;
};

}  // namespace

std::optional<LikelyNumber> FindLikelyNumber(const DigitLine& line, const NumberCheck& check) {
  CheapestFirst lines(ChoicesOf(line));
  std::optional<LikelyNumber> likely;
  for (size_t looked_at = 0; looked_at < kLookedAtMax && !lines.empty(); ++looked_at) {
    const Line next = lines.Next();
    const auto number = check(lines.TextOf(next));
    if (likely) {
      likely->lead = next.cost - likely->cost;  // at least: the next one costs this or more
      if (number) return likely;
    } else if (number) {
      likely = {*number, next.cost, 0};
    }
  }
  if (likely && lines.empty()) likely->lead = kCostMax - likely->cost;
  return likely;
}

bool IsSure(const LikelyNumber& likely, const DigitLine& line) {
  if (likely.cost > kSureCost || likely.lead < kSureLead) return false;
  std::vector<double> leads;
  for (CharacterScores scores : line.characters) {
    std::partial_sort(scores.begin(), scores.begin() + 2, scores.end(), std::greater<>());
    leads.push_back(scores[0] - scores[1]);
  }
  const auto doubtful = [](double lead) { return lead < kClearLead; };
  return !doubtful(leads.back()) && std::count_if(leads.begin(), leads.end(), doubtful) <= 1;
}

}  // namespace chunhui::recognize
