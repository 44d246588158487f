#include "kiosk/recognize/digits/digit_line.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace chunhui::recognize {
namespace {

constexpr double kPresenceMax = 6;    // nats one column may speak for or against a character
constexpr double kStrayPresence = 4;  // another character beside the line spoils it
constexpr double kPresenceMin = -7;   // weaker than this is no character
constexpr int kSpacingMin = 3;        // columns between neighbours
constexpr int kSpacingMax = 7;
constexpr int kGapMax = 16;  // columns between groups
constexpr double kNever = -1e9;

struct Spacing {
  int least, most;
};

Spacing SpacingBefore(const LineForm& form, int character) {
  if (character % form.group == 0) return {kSpacingMin + 3, kGapMax};
  return {kSpacingMin, kSpacingMax};
}

// A character fills two columns: how much they speak for one standing there.
std::vector<double> Presence(const ColumnScores& scores) {
  std::vector<double> single;
  for (const auto& column : scores) {
    const double blank = std::min<double>(column[kBlank], -1e-6);
    const double there = std::log1p(-std::exp(blank));
    single.push_back(std::clamp(there - blank, -kPresenceMax, kPresenceMax));
  }
  std::vector<double> presence(single.size() - 1);
  for (size_t i = 0; i < presence.size(); ++i) presence[i] = single[i] + single[i + 1];
  return presence;
}

// The left columns of the characters: those that speak loudest, spaced as the form allows.
std::vector<int> Place(const std::vector<double>& presence, const LineForm& form) {
  const int columns = static_cast<int>(presence.size());
  const auto size = static_cast<size_t>(columns);
  std::vector<std::vector<double>> best(static_cast<size_t>(form.characters),
                                        std::vector<double>(size, kNever));
  std::vector<std::vector<int>> before(best.size(), std::vector<int>(size, -1));
  best[0] = presence;
  for (int k = 1; k < form.characters; ++k) {
    const Spacing spacing = SpacingBefore(form, k);
    auto& row = best[static_cast<size_t>(k)];
    const auto& earlier = best[static_cast<size_t>(k - 1)];
    for (int column = 0; column < columns; ++column) {
      for (int step = spacing.least; step <= spacing.most && step <= column; ++step) {
        const double sum =
            earlier[static_cast<size_t>(column - step)] + presence[static_cast<size_t>(column)];
        if (sum <= row[static_cast<size_t>(column)]) continue;
        row[static_cast<size_t>(column)] = sum;
        before[static_cast<size_t>(k)][static_cast<size_t>(column)] = column - step;
      }
    }
  }
  const auto last = std::max_element(best.back().begin(), best.back().end());
  if (*last <= kNever / 2) return {};
  std::vector<int> places(best.size());
  places.back() = static_cast<int>(last - best.back().begin());
  for (size_t k = best.size() - 1; k > 0; --k) {
    places[k - 1] = before[k][static_cast<size_t>(places[k])];
  }
  return places;
}

// A digit just outside the line: then this is a longer number, or a wrong place.
bool HasStray(const std::vector<double>& presence, const std::vector<int>& places) {
  const int columns = static_cast<int>(presence.size());
  for (int step = kSpacingMin; step <= kSpacingMax; ++step) {
    for (const int column : {places.front() - step, places.back() + step}) {
      if (column < 0 || column >= columns) continue;
      if (presence[static_cast<size_t>(column)] > kStrayPresence) return true;
    }
  }
  return false;
}

void Normalise(CharacterScores& scores) {
  const double top = *std::max_element(scores.begin(), scores.end());
  double sum = 0;
  for (const double score : scores) sum += std::exp(score - top);
  for (double& score : scores) score -= top + std::log(sum);
}

CharacterScores ScoresAt(const ColumnScores& scores, int column, bool may_be_x) {
  CharacterScores sums{};
  for (size_t k = 0; k < sums.size(); ++k) {
    sums[k] = scores[static_cast<size_t>(column)][k] + scores[static_cast<size_t>(column) + 1][k];
  }
  if (!may_be_x) sums[kBlank - 1] = kNever;
  Normalise(sums);
  return sums;
}

}  // namespace

std::string DigitLine::text() const {
  std::string read;
  for (const CharacterScores& scores : characters) {
    const auto best = std::max_element(scores.begin(), scores.end()) - scores.begin();
    read += "0123456789X"[best];
  }
  return read;
}

double DigitLine::margin() const {
  double least = std::numeric_limits<double>::max();
  for (CharacterScores scores : characters) {
    std::partial_sort(scores.begin(), scores.begin() + 2, scores.end(), std::greater<>());
    least = std::min(least, scores[0] - scores[1]);
  }
  return least;
}

std::optional<DigitLine> FindLine(const ColumnScores& scores, const LineForm& form) {
  const std::vector<double> presence = Presence(scores);
  const std::vector<int> places = Place(presence, form);
  if (places.empty() || HasStray(presence, places)) return std::nullopt;
  DigitLine line;
  line.presence = std::numeric_limits<double>::max();
  for (size_t i = 0; i < places.size(); ++i) {
    const bool last = i + 1 == places.size();
    line.characters.push_back(ScoresAt(scores, places[i], form.ends_with_x && last));
    line.presence = std::min(line.presence, presence[static_cast<size_t>(places[i])]);
  }
  if (line.presence < kPresenceMin) return std::nullopt;
  line.first_column = places.front() + 0.5;
  line.last_column = places.back() + 0.5;
  return line;
}

DigitLine Fused(const std::vector<DigitLine>& looks) {
  DigitLine fused = looks.front();
  const double weight = 1 / std::sqrt(static_cast<double>(looks.size()));
  for (size_t i = 0; i < fused.characters.size(); ++i) {
    CharacterScores& sums = fused.characters[i];
    sums.fill(0);
    for (const DigitLine& look : looks) {
      for (size_t k = 0; k < sums.size(); ++k) sums[k] += weight * look.characters[i][k];
    }
    Normalise(sums);
  }
  return fused;
}

}  // namespace chunhui::recognize
