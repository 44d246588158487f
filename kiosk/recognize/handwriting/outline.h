// A character as few points evenly along its lines, each with the way the line runs there; and how
// badly two of them fit when the one may be stretched, turned and slanted onto the other. Slower
// and finer than a shape: for the last choice among few.
#pragma once

#include <array>
#include <cstdint>

#include "kiosk/recognize/handwriting/ink.h"

namespace chunhui::recognize {

inline constexpr int kOutlinePoints = 48;

// Middle at 0, spread 1 each way (less for thin characters). (run_x, run_y) has length 1; a line
// runs both ways alike.
struct Outline {
  std::array<float, kOutlinePoints> x;
  std::array<float, kOutlinePoints> y;
  std::array<float, kOutlinePoints> run_x;
  std::array<float, kOutlinePoints> run_y;
  std::array<uint8_t, kOutlinePoints> stroke;  // which stroke of the ink, the first is 0
};

// The ink must have a point.
Outline OutlineOf(const Ink& ink);

// The same with one stroke left out; as it is when that stroke is all of it.
Outline Without(const Outline& outline, int stroke);

// 0 for the same; about 0.1 for a neat hand. Lines that only one of them has count up to a limit,
// so that a joined or missing stroke does not spoil all. `rounds` of fitting, 0 for as it lies.
float Misfit(const Outline& written, const Outline& clean, int rounds);

// How an outline lies in the model: x, y in 1/40, the run in 1/254 of a turn, the stroke.
using PackedOutline = std::array<int8_t, 4 * kOutlinePoints>;
PackedOutline Pack(const Outline& outline);
Outline Unpack(const PackedOutline& packed);

}  // namespace chunhui::recognize
