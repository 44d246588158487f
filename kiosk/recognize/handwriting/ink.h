// What a finger wrote: strokes of points, x to the right, y down, in any unit. And the text form in
// which strokes are kept in files (docs/stroke-files.md).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chunhui::recognize {

struct InkPoint {
  float x = 0;
  float y = 0;
};

using Stroke = std::vector<InkPoint>;
using Ink = std::vector<Stroke>;

// More than this nobody writes in one character; what exceeds it is refused, not shortened.
inline constexpr int kInkStrokesMax = 200;
inline constexpr int kInkPointsMax = 20000;
inline constexpr float kInkCoordinateMax = 1e6F;

struct LabelledInk {
  std::string label;  // what the writer meant; never looked at by the recogniser
  Ink ink;
};

// One line of a stroke file. Nothing when the counts do not fit, a number is none or beyond the
// limits above, or something follows the last point.
std::optional<LabelledInk> ReadInkLine(std::string_view line);

// The same line again, coordinates rounded to whole numbers.
std::string InkLine(const LabelledInk& labelled);

}  // namespace chunhui::recognize
