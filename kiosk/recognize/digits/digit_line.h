// From the scores of a strip's columns to the characters that stand in it, and how sure each is.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/recognize/digits/digit_net.h"

namespace chunhui::recognize {

// How a number is printed.
struct LineForm {
  int characters;    // 18 or 12
  int group;         // characters between gaps; as many as there are when there is no gap
  bool ends_with_x;  // the last may be X
};

inline constexpr LineForm kIdLine{18, 18, true};
inline constexpr LineForm kServiceLine{12, 4, false};

// The log-probabilities of 0-9 and X for one character; they sum to 1.
using CharacterScores = std::array<double, kBlank>;

struct DigitLine {
  std::vector<CharacterScores> characters;
  double first_column = 0, last_column = 0;  // middles of the outermost characters
  double presence = 0;                       // how clearly the weakest character is there at all

  std::string text() const;
  // The smallest lead of the best over the second best, in nats: 4.6 is a hundred to one.
  double margin() const;
};

// The best line of this form; nothing when there are fewer characters, or more than the form has.
std::optional<DigitLine> FindLine(const ColumnScores& scores, const LineForm& form);

// Several looks at the same line, at least one, as one. They share the photo's faults, so together
// they are less sure than independent ones would be.
DigitLine Fused(const std::vector<DigitLine>& looks);

}  // namespace chunhui::recognize
