#include "kiosk/recognize/handwriting/ink.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace chunhui::recognize {
namespace {

// Takes words from the front of a line.
class Words {
 public:
  explicit Words(std::string_view text) : rest_(text) {}

  std::string_view Next() {
    SkipSpace();
    const size_t end = std::min(rest_.find_first_of(" \t\r"), rest_.size());
    const std::string_view word = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return word;
  }

  bool AtEnd() {
    SkipSpace();
    return rest_.empty();
  }

  template <typename Number>
  bool Read(Number& value) {
    const std::string_view word = Next();
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    return !word.empty() && error == std::errc() && end == word.data() + word.size();
  }

 private:
  void SkipSpace() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r"), rest_.size()));
  }

  std::string_view rest_;
};

bool ReadCoordinate(Words& words, float& value) {
  return words.Read(value) && std::isfinite(value) && std::fabs(value) <= kInkCoordinateMax;
}

std::optional<Stroke> ReadStroke(Words& words, int& points_left) {
  int count = 0;
  if (!words.Read(count) || count < 1 || count > points_left) return std::nullopt;
  points_left -= count;
  Stroke stroke(static_cast<size_t>(count));
  for (InkPoint& point : stroke) {
    if (!ReadCoordinate(words, point.x) || !ReadCoordinate(words, point.y)) return std::nullopt;
  }
  return stroke;
}

}  // namespace

std::optional<LabelledInk> ReadInkLine(std::string_view line) {
  Words words(line);
  LabelledInk labelled;
  labelled.label = words.Next();
  int strokes = 0;
  if (labelled.label.empty() || !words.Read(strokes)) return std::nullopt;
  if (strokes < 1 || strokes > kInkStrokesMax) return std::nullopt;
  int points_left = kInkPointsMax;
  for (int i = 0; i < strokes; ++i) {
    std::optional<Stroke> stroke = ReadStroke(words, points_left);
    if (!stroke) return std::nullopt;
    labelled.ink.push_back(std::move(*stroke));
  }
  if (!words.AtEnd()) return std::nullopt;
  return labelled;
}

std::string InkLine(const LabelledInk& labelled) {
  std::string line = labelled.label;
  const auto add = [&](long number) { line.append(1, ' ').append(std::to_string(number)); };
  add(static_cast<long>(labelled.ink.size()));
  for (const Stroke& stroke : labelled.ink) {
    add(static_cast<long>(stroke.size()));
    for (const InkPoint& point : stroke) {
      add(std::lround(point.x));
      add(std::lround(point.y));
    }
  }
  return line;
}

}  // namespace chunhui::recognize
