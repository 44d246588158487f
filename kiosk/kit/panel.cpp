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

}  // namespace chunhui::kit
