#include "kiosk/kit/panel.h"

#include <cmath>

namespace chunhui::kit {

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
