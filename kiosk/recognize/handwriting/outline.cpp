#include "kiosk/recognize/handwriting/outline.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace chunhui::recognize {
namespace {

constexpr size_t kPoints = kOutlinePoints;
constexpr float kThin = 0.35F;       // one spread is never taken for less than this of the other
constexpr float kRunWeight = 0.18F;  // of lines running across each other, in squared spreads
constexpr float kFarthest = 1.4F;    // more than this, squared, is a line the other does not have
constexpr float kBackShare = 0.6F;   // of what the writing lacks, against what it has too much
constexpr float kStiffness = 0.08F;  // against being stretched and turned; 0 is none

constexpr float kUnit = 40;
constexpr float kByteMax = 127;
constexpr size_t kStrokesTold = 127;  // all beyond are one to an outline

float LengthOf(const Ink& ink) {
  float length = 0;
  for (const Stroke& stroke : ink) {
    for (size_t i = 1; i < stroke.size(); ++i) {
      length += std::hypot(stroke[i].x - stroke[i - 1].x, stroke[i].y - stroke[i - 1].y);
    }
  }
  return length;
}

// One coordinate: middle to 0; answers the spread.
float Centre(std::array<float, kPoints>& values) {
  float middle = 0;
  for (const float value : values) middle += value / kPoints;
  float squares = 0;
  for (float& value : values) {
    value -= middle;
    squares += value * value;
  }
  return std::sqrt(squares / kPoints);
}

void EvenSpreads(Outline& outline) {
  const float across = Centre(outline.x);
  const float down = Centre(outline.y);
  const float least = std::max(kThin * std::max(across, down), 1e-6F);
  for (size_t i = 0; i < kPoints; ++i) {
    outline.x[i] /= std::max(across, least);
    outline.y[i] /= std::max(down, least);
  }
}

// An affine map: x' = a x + b y + c, y' = d x + e y + f.
struct Map {
  double a = 1, b = 0, c = 0, d = 0, e = 1, f = 0;
};

Outline Mapped(const Outline& outline, const Map& map) {
  Outline mapped;
  const auto a = static_cast<float>(map.a), b = static_cast<float>(map.b);
  const auto c = static_cast<float>(map.c), d = static_cast<float>(map.d);
  const auto e = static_cast<float>(map.e), f = static_cast<float>(map.f);
  for (size_t i = 0; i < kPoints; ++i) {
    mapped.x[i] = a * outline.x[i] + b * outline.y[i] + c;
    mapped.y[i] = d * outline.x[i] + e * outline.y[i] + f;
    const float run_x = a * outline.run_x[i] + b * outline.run_y[i];
    const float run_y = d * outline.run_x[i] + e * outline.run_y[i];
    const float length = std::max(std::sqrt(run_x * run_x + run_y * run_y), 1e-6F);
    mapped.run_x[i] = run_x / length;
    mapped.run_y[i] = run_y / length;
  }
  return mapped;
}

struct Pairs {
  std::array<size_t, kPoints> nearest;  // of the clean outline, for each written point
  std::array<float, kPoints> off;       // how far it is, squared
  float misfit = 0;
};

Pairs PairUp(const Outline& written, const Outline& clean) {
  Pairs pairs;
  std::array<float, kPoints> back;
  back.fill(kFarthest);
  std::array<float, kPoints> off;
  float too_much = 0;
  for (size_t i = 0; i < kPoints; ++i) {
    for (size_t j = 0; j < kPoints; ++j) {
      const float x = written.x[i] - clean.x[j];
      const float y = written.y[i] - clean.y[j];
      const float across = written.run_x[i] * clean.run_y[j] - written.run_y[i] * clean.run_x[j];
      off[j] = x * x + y * y + 4 * kRunWeight * across * across;
    }
    for (size_t j = 0; j < kPoints; ++j) back[j] = std::min(back[j], off[j]);
    float least = off[0];
    for (size_t j = 1; j < kPoints; ++j) least = std::min(least, off[j]);
    // By finding the least first, the compiler can look at several at once.
    size_t nearest = 0;
    while (nearest + 1 < kPoints && off[nearest] > least) ++nearest;
    pairs.nearest[i] = nearest;
    pairs.off[i] = least;
    too_much += std::min(pairs.off[i], kFarthest);
  }
  float lacking = 0;
  for (const float one : back) lacking += one;
  pairs.misfit = (too_much + kBackShare * lacking) / (kPoints * (1 + kBackShare));
  return pairs;
}

// Sums of a least-squares fit: three unknowns, symmetric.
struct Sums {
  double xx = 0, xy = 0, x = 0, yy = 0, y = 0, one = 0;

  // The unknowns for these right sides, by Cramer's rule.
  std::array<double, 3> Solve(double rx, double ry, double r) const {
    const double cxx = yy * one - y * y, cxy = x * y - xy * one, cx = xy * y - yy * x;
    const double cyy = xx * one - x * x, cy = xy * x - xx * y, cone = xx * yy - xy * xy;
    const double whole = xx * cxx + xy * cxy + x * cx;
    return {(cxx * rx + cxy * ry + cx * r) / whole, (cxy * rx + cyy * ry + cy * r) / whole,
            (cx * rx + cy * ry + cone * r) / whole};
  }
};

// The map that brings each written point to its nearest, held back towards leaving all as it is.
Map Fit(const Outline& written, const Outline& clean, const Pairs& pairs) {
  const double stiff = kStiffness * kPoints;
  Sums sums{.xx = stiff, .yy = stiff, .one = stiff};
  std::array<double, 3> to_x{stiff, 0, 0};
  std::array<double, 3> to_y{0, stiff, 0};
  for (size_t i = 0; i < kPoints; ++i) {
    if (pairs.off[i] > kFarthest) continue;
    const double x = written.x[i], y = written.y[i];
    const double nx = clean.x[pairs.nearest[i]], ny = clean.y[pairs.nearest[i]];
    sums.xx += x * x, sums.xy += x * y, sums.x += x;
    sums.yy += y * y, sums.y += y, sums.one += 1;
    to_x[0] += x * nx, to_x[1] += y * nx, to_x[2] += nx;
    to_y[0] += x * ny, to_y[1] += y * ny, to_y[2] += ny;
  }
  const auto row_x = sums.Solve(to_x[0], to_x[1], to_x[2]);
  const auto row_y = sums.Solve(to_y[0], to_y[1], to_y[2]);
  return {row_x[0], row_x[1], row_x[2], row_y[0], row_y[1], row_y[2]};
}

int8_t Byte(float value) {
  return static_cast<int8_t>(std::lround(std::clamp(value, -kByteMax, kByteMax)));
}

}  // namespace

Outline OutlineOf(const Ink& ink) {
  Outline outline{};
  const float step = LengthOf(ink) / kPoints;
  size_t count = 0;
  float next = step / 2;  // along the piece at hand
  for (size_t s = 0; s < ink.size(); ++s) {
    const Stroke& stroke = ink[s];
    for (size_t i = 1; i < stroke.size() && step > 0; ++i) {
      const float dx = stroke[i].x - stroke[i - 1].x, dy = stroke[i].y - stroke[i - 1].y;
      const float length = std::hypot(dx, dy);
      for (; next <= length && count < kPoints; next += step, ++count) {
        outline.x[count] = stroke[i - 1].x + dx * next / length;
        outline.y[count] = stroke[i - 1].y + dy * next / length;
        outline.run_x[count] = dx / length;
        outline.run_y[count] = dy / length;
        outline.stroke[count] = static_cast<uint8_t>(std::min(s, kStrokesTold));
      }
      next -= length;
    }
  }
  for (; count < kPoints; ++count) {  // rounding, or a single dot
    outline.x[count] = count == 0 ? 0 : outline.x[count - 1];
    outline.y[count] = count == 0 ? 0 : outline.y[count - 1];
    outline.run_x[count] = 1;
    outline.stroke[count] = count == 0 ? 0 : outline.stroke[count - 1];
  }
  EvenSpreads(outline);
  return outline;
}

Outline Without(const Outline& outline, int stroke) {
  std::array<size_t, kPoints> left;
  size_t count = 0;
  for (size_t i = 0; i < kPoints; ++i) {
    if (outline.stroke[i] != stroke) left[count++] = i;
  }
  if (count == 0) return outline;
  Outline rest;
  for (size_t i = 0; i < kPoints; ++i) {
    const size_t from = left[i * count / kPoints];  // some count twice, evenly along all
    rest.x[i] = outline.x[from];
    rest.y[i] = outline.y[from];
    rest.run_x[i] = outline.run_x[from];
    rest.run_y[i] = outline.run_y[from];
    rest.stroke[i] = outline.stroke[from];
  }
  EvenSpreads(rest);
  return rest;
}

float Misfit(const Outline& written, const Outline& clean, int rounds) {
  Pairs pairs = PairUp(written, clean);
  for (int round = 0; round < rounds; ++round) {
    pairs = PairUp(Mapped(written, Fit(written, clean, pairs)), clean);
  }
  return pairs.misfit;
}

PackedOutline Pack(const Outline& outline) {
  PackedOutline packed;
  for (size_t i = 0; i < kPoints; ++i) {
    const float half_turns =
        std::atan2(outline.run_y[i], outline.run_x[i]) / std::numbers::pi_v<float>;
    packed[4 * i] = Byte(outline.x[i] * kUnit);
    packed[4 * i + 1] = Byte(outline.y[i] * kUnit);
    packed[4 * i + 2] = Byte(half_turns * kByteMax);
    packed[4 * i + 3] = static_cast<int8_t>(outline.stroke[i]);
  }
  return packed;
}

Outline Unpack(const PackedOutline& packed) {
  Outline outline;
  for (size_t i = 0; i < kPoints; ++i) {
    const float angle =
        static_cast<float>(packed[4 * i + 2]) * std::numbers::pi_v<float> / kByteMax;
    outline.x[i] = static_cast<float>(packed[4 * i]) / kUnit;
    outline.y[i] = static_cast<float>(packed[4 * i + 1]) / kUnit;
    outline.run_x[i] = std::cos(angle);
    outline.run_y[i] = std::sin(angle);
    outline.stroke[i] = static_cast<uint8_t>(packed[4 * i + 3]);
  }
  return outline;
}

}  // namespace chunhui::recognize
