// The glass a kiosk draws on: its pixels and how many of them make a millimetre.
#pragma once

#include <optional>
#include <string_view>

#include "kiosk/kit/box.h"

namespace chunhui::kit {

struct Rect {  // whole pixels
  int x = 0;
  int y = 0;
  int w = 0;
  int h = 0;
  bool operator==(const Rect&) const = default;
};

// px_per_mm is set at installation by laying a bank card (85.60 mm) on the glass.
struct Panel {
  int width_px = 1080;
  int height_px = 1920;
  float px_per_mm = 4.03F;

  float width_mm() const { return static_cast<float>(width_px) / px_per_mm; }
  float height_mm() const { return static_cast<float>(height_px) / px_per_mm; }
  bool portrait() const { return height_px >= width_px; }
  bool landscape() const { return !portrait(); }
  // Edges snap to the nearest whole pixel, so boxes that touch in millimetres touch in pixels.
  Rect Snap(const Box& box) const;
  Box ToBox(const Rect& rect) const;

  bool operator==(const Panel&) const = default;
};

constexpr float kPxPerMmMin = 2;
constexpr float kPxPerMmMax = 20;

// 15.6 to 32 inches, with what a measuring hand may err; a coarse panel (under 85 pixels an inch)
// may be used, the others are not for the public.
enum class PanelFit { kGood, kCoarse, kTooSmall, kTooLarge };
PanelFit FitOf(const Panel& panel);
float DiagonalInches(const Panel& panel);
float PixelsPerInch(const Panel& panel);
// As if it were 21.5 inches large: good enough to lay out the page on which it is measured.
float GuessedPxPerMm(const Panel& panel);

constexpr Panel kPortraitPanel{1080, 1920, 4.03F};   // 21.5 inch, upright
constexpr Panel kLandscapePanel{1920, 1080, 4.03F};  // the same panel lying

// The panels the kit is proven on, upright: "15.6", "21.5", "27" or "32" inches from corner to
// corner. None for another number.
std::optional<Panel> PanelOfInches(std::string_view inches);
Panel Turned(const Panel& panel);  // upright to lying and back

}  // namespace chunhui::kit
