#include "kiosk/recognize/handwriting/training/sloppy.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace chunhui::recognize {
namespace {

constexpr float kSide = 1000;  // characters are written in a square of about this side

class Chance {
 public:
  explicit Chance(std::mt19937& random) : random_(random) {}
  float Spread(float deviation) { return normal_(random_) * deviation; }
  float Factor(float deviation) { return std::exp(Spread(deviation)); }
  bool Happens(float chance) { return even_(random_) < chance; }
  float Between(float low, float high) { return low + (high - low) * even_(random_); }
  size_t Below(size_t count) { return random_() % count; }

 private:
  std::mt19937& random_;
  std::normal_distribution<float> normal_{0, 1};
  std::uniform_real_distribution<float> even_{0, 1};
};

struct Turn {
  float xx = 1, xy = 0, yx = 0, yy = 1;
  InkPoint centre;
  InkPoint shift;

  InkPoint operator()(const InkPoint& p) const {
    const float x = p.x - centre.x;
    const float y = p.y - centre.y;
    return {centre.x + shift.x + xx * x + xy * y, centre.y + shift.y + yx * x + yy * y};
  }
};

InkPoint Middle(const Ink& ink, size_t first, size_t last) {
  float x0 = 1e9F, x1 = -1e9F, y0 = 1e9F, y1 = -1e9F;
  for (size_t i = first; i < last; ++i) {
    for (const InkPoint& p : ink[i]) {
      x0 = std::min(x0, p.x), x1 = std::max(x1, p.x);
      y0 = std::min(y0, p.y), y1 = std::max(y1, p.y);
    }
  }
  return {(x0 + x1) / 2, (y0 + y1) / 2};
}

Turn Turned(float degrees, float wide, float high, InkPoint centre, InkPoint shift) {
  const float angle = degrees * std::numbers::pi_v<float> / 180;
  return {std::cos(angle) * wide,
          -std::sin(angle) * high,
          std::sin(angle) * wide,
          std::cos(angle) * high,
          centre,
          shift};
}

void Apply(Ink& ink, size_t first, size_t last, const Turn& turn) {
  for (size_t i = first; i < last; ++i) {
    for (InkPoint& p : ink[i]) p = turn(p);
  }
}

// A hook at the end of a stroke is the first thing a quick hand drops.
void DropHook(Stroke& stroke) {
  if (stroke.size() < 3) return;
  const InkPoint a = stroke[stroke.size() - 3], b = stroke[stroke.size() - 2], c = stroke.back();
  const float before = std::hypot(b.x - a.x, b.y - a.y), after = std::hypot(c.x - b.x, c.y - b.y);
  const float cosine =
      ((b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y)) / (before * after + 1e-3F);
  if (cosine < 0.4F && after < 0.2F * kSide) stroke.pop_back();
}

// Only the corners stay: where the line leaves its chord by more than `off`.
Stroke Straightened(const Stroke& stroke, float off) {
  if (stroke.size() < 3) return stroke;
  const InkPoint a = stroke.front(), b = stroke.back();
  const float length = std::hypot(b.x - a.x, b.y - a.y) + 1e-3F;
  size_t farthest = 0;
  float distance = off;
  for (size_t i = 1; i + 1 < stroke.size(); ++i) {
    const float d =
        std::fabs((b.x - a.x) * (stroke[i].y - a.y) - (b.y - a.y) * (stroke[i].x - a.x)) / length;
    if (d > distance) distance = d, farthest = i;
  }
  if (farthest == 0) return {a, b};
  const auto corner = stroke.begin() + static_cast<std::ptrdiff_t>(farthest);
  Stroke first = Straightened(Stroke(stroke.begin(), corner + 1), off);
  const Stroke second = Straightened(Stroke(corner, stroke.end()), off);
  first.insert(first.end(), second.begin() + 1, second.end());
  return first;
}

void MoveParts(Ink& ink, const Sloppiness& how, Chance& chance) {
  const int cuts = 1 + static_cast<int>(chance.Below(2));
  for (int k = 0; k < cuts && ink.size() > 1; ++k) {
    const size_t first = chance.Below(ink.size());
    const size_t last = first + 1 + chance.Below(ink.size() - first);
    const float part = how.parts;
    Apply(ink, first, last,
          Turned(chance.Spread(4 * part), chance.Factor(0.11F * part), chance.Factor(0.11F * part),
                 Middle(ink, first, last),
                 {chance.Spread(0.03F * part * kSide), chance.Spread(0.03F * part * kSide)}));
  }
}

void MoveStrokes(Ink& ink, const Sloppiness& how, Chance& chance) {
  const bool straight = chance.Happens(0.5F);
  const float off = chance.Between(0.015F, 0.06F) * kSide;
  const float hooks = chance.Happens(0.6F) ? 0.9F : 0.1F;
  for (size_t i = 0; i < ink.size(); ++i) {
    if (chance.Happens(hooks)) DropHook(ink[i]);
    if (straight) ink[i] = Straightened(ink[i], off);
    const float much = how.strokes;
    const float stretch = chance.Factor(0.12F * much);
    Apply(ink, i, i + 1,
          Turned(chance.Spread(5 * much), stretch, stretch, Middle(ink, i, i + 1),
                 {chance.Spread(0.02F * much * kSide), chance.Spread(0.02F * much * kSide)}));
  }
}

// The sheet as a whole: slanted, turned, stretched, horizontals rising to the right, bent.
void MoveSheet(Ink& ink, const Sloppiness& how, Chance& chance) {
  const InkPoint centre{kSide / 2, kSide / 2};
  Turn turn = Turned(chance.Spread(how.slant_degrees * 0.6F), chance.Factor(0.12F),
                     chance.Factor(0.12F), centre, {0, 0});
  const float slant = std::tan(chance.Spread(how.slant_degrees) * std::numbers::pi_v<float> / 180);
  const float rise = -0.05F + chance.Spread(0.08F);
  turn.xy -= slant * turn.xx;
  turn.yx += rise * turn.yy;
  Apply(ink, 0, ink.size(), turn);
  const float bx = chance.Spread(0.12F * how.bend), by = chance.Spread(0.12F * how.bend);
  const float cx = chance.Spread(0.10F * how.bend), cy = chance.Spread(0.10F * how.bend);
  for (Stroke& stroke : ink) {
    for (InkPoint& p : stroke) {
      const float x = (p.x - centre.x) / kSide, y = (p.y - centre.y) / kSide;
      p.x += kSide * (bx * x * x + cx * x * y + by * 0.5F * y * y);
      p.y += kSide * (by * y * y + cy * x * y + bx * 0.5F * x * x);
    }
  }
}

void Tremble(Ink& ink, const Sloppiness& how, Chance& chance) {
  const float strength = how.tremor * chance.Between(0, 0.008F) * kSide;
  for (Stroke& stroke : ink) {
    Stroke shaken;
    InkPoint sway{chance.Spread(strength), chance.Spread(strength)};
    for (size_t i = 0; i < stroke.size(); ++i) {
      const InkPoint from = i == 0 ? stroke[0] : stroke[i - 1];
      const float length = std::hypot(stroke[i].x - from.x, stroke[i].y - from.y);
      const int pieces = std::max(1, static_cast<int>(length / 40));
      for (int k = 1; k <= pieces; ++k) {
        const float t = static_cast<float>(k) / static_cast<float>(pieces);
        sway.x = 0.8F * sway.x + 0.6F * chance.Spread(strength);
        sway.y = 0.8F * sway.y + 0.6F * chance.Spread(strength);
        shaken.push_back({from.x + (stroke[i].x - from.x) * t + sway.x,
                          from.y + (stroke[i].y - from.y) * t + sway.y});
      }
    }
    stroke = std::move(shaken);
  }
}

void JoinStrokes(Ink& ink, Chance& chance) {
  const size_t joins = 1 + chance.Below(1 + ink.size() / 3);
  for (size_t k = 0; k < joins && ink.size() > 1; ++k) {
    const size_t at = chance.Below(ink.size() - 1);
    ink[at].insert(ink[at].end(), ink[at + 1].begin(), ink[at + 1].end());
    ink.erase(ink.begin() + static_cast<std::ptrdiff_t>(at) + 1);
  }
}

}  // namespace

Ink WrittenSloppily(const Ink& ink, const Sloppiness& how, std::mt19937& random) {
  Chance chance(random);
  Ink written = ink;
  MoveStrokes(written, how, chance);
  MoveParts(written, how, chance);
  MoveSheet(written, how, chance);
  if (written.size() > 2 && chance.Happens(how.missing_chance)) {
    written.erase(written.begin() + static_cast<std::ptrdiff_t>(chance.Below(written.size())));
  }
  if (chance.Happens(how.backwards_chance)) {
    Stroke& stroke = written[chance.Below(written.size())];
    std::reverse(stroke.begin(), stroke.end());
  }
  if (written.size() > 1 && chance.Happens(how.join_chance)) JoinStrokes(written, chance);
  Tremble(written, how, chance);
  return written;
}

}  // namespace chunhui::recognize
