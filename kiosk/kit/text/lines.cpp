#include "kiosk/kit/text/lines.h"

#include <algorithm>
#include <limits>

#include "kiosk/kit/text/utf8.h"

namespace chunhui::kit {
namespace {

constexpr float kPerLine = 10;
constexpr float kLonely = 4;
constexpr float kCutWord = 3;
constexpr size_t kEvenLinesMax = 3;
constexpr float kImpossible = std::numeric_limits<float>::max();

bool IsBlank(char32_t point) { return point == U' ' || point == U'\n' || point == U'\r'; }

// One paragraph's way through its breaks, cheapest first.
class Chooser {
 public:
  Chooser(std::u32string_view text, const std::vector<float>& advances, float width_max)
      : text_(text), width_max_(width_max), sums_(1, 0.0F) {
    for (const float advance : advances) sums_.push_back(sums_.back() + advance);
  }

  // `ends` are the paragraph's possible line ends, the last one its own.
  std::vector<LineRange> Choose(size_t begin, const std::vector<Break>& ends) {
    even_ = true;
    std::vector<LineRange> lines = Cheapest(begin, ends);
    if (lines.size() <= kEvenLinesMax) return lines;
    even_ = false;
    return Cheapest(begin, ends);
  }

  float Width(LineRange line) const { return sums_[line.end] - sums_[line.begin]; }

  LineRange Trim(size_t begin, size_t end) const {
    while (end > begin && IsBlank(text_[end - 1])) --end;
    while (begin < end && IsBlank(text_[begin])) ++begin;
    return {begin, end};
  }

 private:
  std::vector<LineRange> Cheapest(size_t begin, const std::vector<Break>& ends) const {
    std::vector<float> cost(ends.size() + 1, kImpossible);
    std::vector<size_t> from(ends.size() + 1, 0);
    cost[0] = 0;
    for (size_t to = 1; to <= ends.size(); ++to) {
      for (size_t start = to; start-- > 0;) {
        const LineRange line = Trim(start == 0 ? begin : ends[start - 1].end, ends[to - 1].end);
        if (Width(line) > width_max_ && start + 1 < to) break;
        if (cost[start] == kImpossible) continue;
        const float total = cost[start] + Cost(line, ends[to - 1], to == ends.size(), start == 0);
        if (total < cost[to]) {
          cost[to] = total;
          from[to] = start;
        }
      }
    }
    std::vector<LineRange> lines;
    for (size_t to = ends.size(); to > 0; to = from[to]) {
      lines.push_back(Trim(from[to] == 0 ? begin : ends[from[to] - 1].end, ends[to - 1].end));
    }
    std::reverse(lines.begin(), lines.end());
    return lines;
  }

  float Cost(LineRange line, const Break& end, bool last, bool first) const {
    const float slack = std::max(0.0F, 1 - Width(line) / width_max_);
    float cost = kPerLine;
    if (!last) cost += end.penalty;
    if (!last || even_) cost += slack * slack;
    if (last && !first && IsLonely(line)) cost += kLonely;
    return cost;
  }

  // One character, or one with its full stop, alone on the last line.
  bool IsLonely(LineRange line) const {
    size_t letters = 0;
    for (size_t i = line.begin; i < line.end; ++i) letters += IsHan(text_[i]) ? 1 : 0;
    return letters <= 1 && line.end - line.begin <= 2;
  }

  std::u32string_view text_;
  float width_max_;
  bool even_ = true;
  std::vector<float> sums_;
};

// Breaks of one paragraph; pieces wider than a line may be cut between any two characters.
std::vector<Break> WithCuts(const std::vector<Break>& breaks, size_t begin, const Chooser& chooser,
                            std::u32string_view text, float width_max) {
  std::vector<Break> result;
  size_t piece = begin;
  for (const Break& end : breaks) {
    if (chooser.Width(chooser.Trim(piece, end.end)) > width_max) {
      for (size_t cut = piece + 1; cut < end.end; ++cut) {
        if (!IsBlank(text[cut]) && (IsHan(text[cut]) || !IsWide(text[cut]))) {
          result.push_back({cut, false, kCutWord});
        }
      }
    }
    result.push_back(end);
    piece = end.end;
  }
  return result;
}

}  // namespace

std::vector<LineRange> ChooseLines(std::u32string_view text, const std::vector<Break>& breaks,
                                   const std::vector<float>& advances, float width_max) {
  Chooser chooser(text, advances, width_max);
  std::vector<LineRange> lines;
  std::vector<Break> paragraph;
  size_t begin = 0;
  for (const Break& found : breaks) {
    paragraph.push_back(found);
    if (!found.forced) continue;
    const auto ends = WithCuts(paragraph, begin, chooser, text, width_max);
    const std::vector<LineRange> chosen = chooser.Choose(begin, ends);
    lines.insert(lines.end(), chosen.begin(), chosen.end());
    begin = found.end;
    paragraph.clear();
  }
  return lines;
}

}  // namespace chunhui::kit
