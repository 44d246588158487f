#include "kiosk/recognize/handwriting/reader.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "kiosk/recognize/handwriting/shape.h"

namespace chunhui::recognize {
namespace {

// Likeness is measured in the axes' own spreads; this makes differences of it logarithms of odds
// (fitted on the strokes of tests/data/handwriting).
constexpr float kOdds = 0.35F;

// A sheet held askew: the character is also read turned back by so much, at a price.
constexpr float kTurnsDegrees[] = {-10, 10};
constexpr float kTurnMalus = 6;

Ink Turned(const Ink& ink, float degrees) {
  const float angle = degrees * std::numbers::pi_v<float> / 180;
  const float sine = std::sin(angle), cosine = std::cos(angle);
  Ink turned = ink;
  for (Stroke& stroke : turned) {
    for (InkPoint& p : stroke) p = {cosine * p.x - sine * p.y, sine * p.x + cosine * p.y};
  }
  return turned;
}

bool IsEmpty(const Ink& ink) {
  return std::all_of(ink.begin(), ink.end(), [](const Stroke& stroke) { return stroke.empty(); });
}

}  // namespace

HandwritingReader::HandwritingReader(HandwritingModel model) : model_(std::move(model)) {
  const size_t axes = static_cast<size_t>(model_.axes);
  for (size_t i = 0; i < model_.characters.size(); ++i) {
    float squares = 0;
    for (size_t axis = 0; axis < axes; ++axis) {
      const float at = model_.steps[axis] * static_cast<float>(model_.places[i * axes + axis]);
      squares += at * at;
    }
    lengths_.push_back(squares / 2);
  }
}

// For each character the better of what `scores` holds and this: the product of both places less
// half the character's squared length, which orders as nearness does.
void HandwritingReader::Score(const Ink& ink, float malus, std::vector<float>& scores) const {
  const Shape shape = ShapeOf(ink);
  const size_t axes = static_cast<size_t>(model_.axes);
  std::vector<float> place(axes);
  float most = 1e-9F;
  float squares = 0;
  for (size_t axis = 0; axis < axes; ++axis) {
    const float at = std::inner_product(
        shape.begin(), shape.end(),
        model_.projection.begin() + static_cast<std::ptrdiff_t>(axis * kShapeSize), 0.F);
    squares += at * at;
    place[axis] = at * model_.steps[axis];
    most = std::max(most, std::fabs(place[axis]));
  }
  // 16-bit products of at most 127 * 8000 each, up to 1,000 of them, fit into 32 bits.
  const float step = most / 2000;
  std::vector<int16_t> fine(axes);
  for (size_t axis = 0; axis < axes; ++axis) {
    fine[axis] = static_cast<int16_t>(std::lround(place[axis] / step));
  }
  for (size_t i = 0; i < scores.size(); ++i) {
    const int16_t* other = &model_.places[i * axes];
    int32_t product = 0;
    for (size_t axis = 0; axis < axes; ++axis) product += int32_t{fine[axis]} * other[axis];
    scores[i] = std::max(scores[i], step * static_cast<float>(product) - lengths_[i] - squares / 2 +
                                        model_.favours[i] - malus);
  }
}

std::vector<ReadCharacter> HandwritingReader::Read(const Ink& ink, size_t count) const {
  if (IsEmpty(ink)) return {};
  std::vector<float> scores(model_.characters.size(), -1e30F);
  Score(ink, 0, scores);
  for (const float degrees : kTurnsDegrees) Score(Turned(ink, degrees), kTurnMalus, scores);
  std::vector<size_t> order(scores.size());
  std::iota(order.begin(), order.end(), size_t{0});
  count = std::min(count, order.size());
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), order.end(),
                    [&](size_t a, size_t b) { return scores[a] > scores[b]; });
  std::vector<ReadCharacter> best;
  for (size_t i = 0; i < count; ++i) {
    best.push_back({model_.characters[order[i]], kOdds * scores[order[i]]});
  }
  return best;
}

}  // namespace chunhui::recognize
