#include "kiosk/recognize/handwriting/shape.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace chunhui::recognize {
namespace {

constexpr float kStep = 0.025F;  // distance of points after resampling, in sides of the box
constexpr float kThin = 0.3F;    // a character thinner than this stays thin (一, 丨)
constexpr int kDensityBins = 32;
constexpr float kSlim = 0.4F;   // and thinner than this its ink says nothing of its size
constexpr float kReach = 2.2F;  // half the box, in standard deviations of the ink on that side
constexpr float kBlur = 0.7F;   // of the fields, standard deviation in fields

struct Range {
  float low;
  float high;
  float size() const { return high - low; }
  float middle() const { return (low + high) / 2; }
};

template <typename Coordinate>
Range RangeOf(const Ink& ink, Coordinate coordinate) {
  Range range{1e9F, -1e9F};
  for (const Stroke& stroke : ink) {
    for (const InkPoint& point : stroke) {
      range.low = std::min(range.low, coordinate(point));
      range.high = std::max(range.high, coordinate(point));
    }
  }
  return range;
}

// Points at even distances; a dot becomes a short line, so that it counts.
Stroke Resampled(const Stroke& stroke) {
  Stroke even{stroke.front()};
  for (size_t i = 1; i < stroke.size(); ++i) {
    const InkPoint from = even.back();
    const InkPoint to = stroke[i];
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    const int pieces = static_cast<int>(length / kStep);
    for (int k = 1; k <= pieces; ++k) {
      const float t = static_cast<float>(k) * kStep / length;
      even.push_back({from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t});
    }
  }
  if (even.size() == 1) even.push_back({even[0].x + kStep, even[0].y + kStep});
  return even;
}

Stroke Smoothed(const Stroke& stroke) {
  Stroke smooth = stroke;
  for (size_t i = 1; i + 1 < stroke.size(); ++i) {
    smooth[i].x = (stroke[i - 1].x + 2 * stroke[i].x + stroke[i + 1].x) / 4;
    smooth[i].y = (stroke[i - 1].y + 2 * stroke[i].y + stroke[i + 1].y) / 4;
  }
  return smooth;
}

// Into the unit square, both sides filled unless the character is thin.
Ink InUnitSquare(const Ink& ink) {
  const Range x = RangeOf(ink, [](const InkPoint& point) { return point.x; });
  const Range y = RangeOf(ink, [](const InkPoint& point) { return point.y; });
  const float side = std::max({x.size(), y.size(), 1e-6F});
  const float wide = x.size() < side * kThin ? side : x.size();
  const float high = y.size() < side * kThin ? side : y.size();
  Ink square;
  for (const Stroke& stroke : ink) {
    if (stroke.empty()) continue;
    Stroke moved = stroke;
    for (InkPoint& point : moved) {
      point = {0.5F + (point.x - x.middle()) / wide, 0.5F + (point.y - y.middle()) / high};
    }
    square.push_back(Smoothed(Resampled(moved)));
  }
  return square;
}

// How a view is sized. Shares tell how far it is done; the rest stays as it was.
struct View {
  float by_ink;   // from the box around the ink to where most of the ink lies
  float evening;  // crowded parts get more room
};
constexpr View kViews[] = {{1, 0}, {0.5F, 0.6F}};

// Where the middle of the ink lies along one side, and how far it reaches to both sides of it: one
// stroke that runs far out does not push all others together.
struct Spread {
  float middle = 0;
  float before = 0;
  float after = 0;

  float operator()(float at) const {
    const float off = at - middle;
    return 0.5F + 0.5F * off / (off < 0 ? before : after);
  }
};

template <typename Coordinate>
Spread SpreadOf(const Ink& ink, Coordinate coordinate) {
  Spread spread;
  float count = 0;
  for (const Stroke& stroke : ink) {
    for (const InkPoint& point : stroke) spread.middle += coordinate(point), ++count;
  }
  spread.middle /= std::max(count, 1.F);
  float counts[2] = {1e-6F, 1e-6F};
  float squares[2] = {0, 0};
  for (const Stroke& stroke : ink) {
    for (const InkPoint& point : stroke) {
      const float off = coordinate(point) - spread.middle;
      counts[off < 0 ? 0 : 1] += 1;
      squares[off < 0 ? 0 : 1] += off * off;
    }
  }
  spread.before = std::max(1e-3F, kReach * std::sqrt(squares[0] / counts[0]));
  spread.after = std::max(1e-3F, kReach * std::sqrt(squares[1] / counts[1]));
  return spread;
}

void SizeByInk(Ink& ink, float share) {
  const auto across = [](const InkPoint& point) { return point.x; };
  const auto down = [](const InkPoint& point) { return point.y; };
  if (RangeOf(ink, across).size() < kSlim || RangeOf(ink, down).size() < kSlim) return;
  const Spread x = SpreadOf(ink, across);
  const Spread y = SpreadOf(ink, down);
  for (Stroke& stroke : ink) {
    for (InkPoint& point : stroke) {
      point = {point.x + share * (x(point.x) - point.x), point.y + share * (y(point.y) - point.y)};
    }
  }
}

// A map of [0,1] onto itself that gives crowded parts more room.
class Evening {
 public:
  explicit Evening(float share) : share_(share) {}

  void Add(float at, float weight) {
    const int bin = std::clamp(static_cast<int>(at * kDensityBins), 0, kDensityBins - 1);
    density_[static_cast<size_t>(bin)] += weight;
  }

  void Finish() {
    float total = 1e-6F;
    for (const float weight : density_) total += weight;
    for (size_t i = 0; i < kDensityBins; ++i) {
      sums_[i + 1] =
          sums_[i] + share_ * density_[i] / total + (1 - share_) / static_cast<float>(kDensityBins);
    }
  }

  float operator()(float at) const {
    const float place = std::clamp(at, 0.F, 1.F) * kDensityBins;
    const size_t bin = std::min(static_cast<size_t>(place), static_cast<size_t>(kDensityBins - 1));
    return sums_[bin] + (sums_[bin + 1] - sums_[bin]) * (place - static_cast<float>(bin));
  }

 private:
  float share_;
  std::array<float, kDensityBins> density_{};
  std::array<float, kDensityBins + 1> sums_{};
};

void EvenOut(Ink& ink, float share) {
  Evening across(share);
  Evening down(share);
  for (const Stroke& stroke : ink) {
    for (size_t i = 1; i < stroke.size(); ++i) {
      across.Add(stroke[i].x, std::fabs(stroke[i].y - stroke[i - 1].y));
      down.Add(stroke[i].y, std::fabs(stroke[i].x - stroke[i - 1].x));
    }
  }
  across.Finish();
  down.Finish();
  for (Stroke& stroke : ink) {
    for (InkPoint& point : stroke) point = {across(point.x), down(point.y)};
  }
}

// What a point at `at` (in sides) gives to each field along one side.
std::array<float, kShapeFields> FieldWeights(float at) {
  std::array<float, kShapeFields> weights{};
  for (int i = 0; i < kShapeFields; ++i) {
    const float off = at * kShapeFields - 0.5F - static_cast<float>(i);
    weights[static_cast<size_t>(i)] =
        std::fabs(off) < 3 * kBlur ? std::exp(-off * off / (2 * kBlur * kBlur)) : 0;
  }
  return weights;
}

void AddLine(float* fields, const InkPoint& from, const InkPoint& to) {
  const float length = std::hypot(to.x - from.x, to.y - from.y);
  if (length < 1e-6F) return;
  float turn = std::atan2(to.y - from.y, to.x - from.x) / (2 * std::numbers::pi_v<float>);
  if (turn < 0) turn += 1;
  const float sector = turn * kShapeDirections;
  const int first = static_cast<int>(sector) % kShapeDirections;
  const int second = (first + 1) % kShapeDirections;
  const float share = sector - std::floor(sector);
  const auto columns = FieldWeights((from.x + to.x) / 2);
  const auto rows = FieldWeights((from.y + to.y) / 2);
  for (int row = 0; row < kShapeFields; ++row) {
    if (rows[static_cast<size_t>(row)] == 0) continue;
    for (int column = 0; column < kShapeFields; ++column) {
      const float weight =
          rows[static_cast<size_t>(row)] * columns[static_cast<size_t>(column)] * length;
      float* field = fields + (row * kShapeFields + column) * kShapeDirections;
      field[first] += weight * (1 - share);
      field[second] += weight * share;
    }
  }
}

void MakeUnitLength(float* fields) {
  float squares = 0;
  for (int i = 0; i < kShapeViewSize; ++i) {
    squares += fields[i];
    fields[i] = std::sqrt(fields[i]);  // a long line in one field shall not outshout the others
  }
  if (squares <= 0) return;
  for (int i = 0; i < kShapeViewSize; ++i) fields[i] /= std::sqrt(squares);
}

void AddView(float* fields, Ink ink, const View& view) {
  SizeByInk(ink, view.by_ink);
  if (view.evening > 0) EvenOut(ink, view.evening);
  for (const Stroke& stroke : ink) {
    for (size_t i = 1; i < stroke.size(); ++i) AddLine(fields, stroke[i - 1], stroke[i]);
  }
  MakeUnitLength(fields);
}

}  // namespace

Shape ShapeOf(const Ink& ink) {
  const Ink square = InUnitSquare(ink);
  Shape shape{};
  float* fields = shape.data();
  for (const View& view : kViews) {
    AddView(fields, square, view);
    fields += kShapeViewSize;
  }
  return shape;
}

}  // namespace chunhui::recognize
