#include "kiosk/kit/panel.h"

#include <algorithm>
#include <cmath>

namespace chunhui::kit {

namespace {

constexpr float kMmPerInch = 25.4F;
constexpr float kInchesMin = 15.4F;
constexpr float kInchesMax = 32.6F;
constexpr float kShorterSideMm = 190;  // of 15.6 inches; below it no 20 mm targets side by side
constexpr float kPpiMin = 85;

}  // namespace

float DiagonalInches(const Panel& panel) {
  return std::hypot(panel.width_mm(), panel.height_mm()) / kMmPerInch;
}

float PixelsPerInch(const Panel& panel) { return panel.px_per_mm * kMmPerInch; }

float GuessedPxPerMm(const Panel& panel) {
  const float shorter = static_cast<float>(std::min(panel.width_px, panel.height_px));
  return std::clamp(shorter / kPortraitPanel.width_mm(), kPxPerMmMin, kPxPerMmMax);
}

PanelFit FitOf(const Panel& panel) {
  const float inches = DiagonalInches(panel);
  const float shorter = std::min(panel.width_mm(), panel.height_mm());
  if (inches < kInchesMin || shorter < kShorterSideMm) return PanelFit::kTooSmall;
  if (inches > kInchesMax) return PanelFit::kTooLarge;
  return PixelsPerInch(panel) < kPpiMin ? PanelFit::kCoarse : PanelFit::kGood;
}

Rect Panel::Snap(const Box& box) const {
  const auto pixel = [this](float mm) { return static_cast<int>(std::lround(mm * px_per_mm)); };
  const int left = pixel(box.x);
  const int top = pixel(box.y);
  return {left, top, pixel(box.right()) - left, pixel(box.bottom()) - top};
}

Box Panel::ToBox(const Rect& rect) const {
  const auto mm = [this](int px) { return static_cast<float>(px) / px_per_mm; };
  return {mm(rect.x), mm(rect.y), mm(rect.w), mm(rect.h)};
}

std::optional<Panel> PanelOfInches(std::string_view inches) {
  if (inches == "15.6") return Panel{1080, 1920, 5.56F};
  if (inches == "21.5") return kPortraitPanel;
  if (inches == "27") return Panel{1440, 2560, 4.28F};
  if (inches == "32") return Panel{1440, 2560, 3.61F};
  return {};
}

Panel Turned(const Panel& panel) { return {panel.height_px, panel.width_px, panel.px_per_mm}; }

}  // namespace chunhui::kit
