// The ring around the stop where the tactile keys stand: two bands, one dark and one light, so that
// one of them can be told from whatever lies beside it.
#include <algorithm>

#include "kiosk/kit/frame.h"

namespace chunhui::kit {
namespace {

constexpr float kBandMm = 1.7F;
constexpr float kGapBandMm = 0.9F;
constexpr float kAroundWordsMm = 1.5F;  // words have no edge of their own
constexpr float kScreenRadius = 2;

Box Grown(const Box& box, float by) {
  return {box.x - by, box.y - by, box.w + 2 * by, box.h + 2 * by};
}

Box Within(const Box& box, const Box& limits) {
  const float x = std::max(box.x, limits.x);
  const float y = std::max(box.y, limits.y);
  return {x, y, std::min(box.right(), limits.right()) - x,
          std::min(box.bottom(), limits.bottom()) - y};
}

Box Around(const Box& one, const Box& other) {
  const float x = std::min(one.x, other.x);
  const float y = std::min(one.y, other.y);
  return {x, y, std::max(one.right(), other.right()) - x,
          std::max(one.bottom(), other.bottom()) - y};
}

}  // namespace

Box RingBox(const UiFrame& frame, std::string_view stop_id) {
  constexpr float kBands = kBandMm + kGapBandMm;
  const Box panel{0, 0, frame.panel.width_mm(), frame.panel.height_mm()};
  for (const Stop& stop : StopsOf(frame.record)) {
    const Item& first = *stop.front();
    if (first.id != stop_id) continue;
    if (first.role == ItemRole::kButton) return Within(Grown(first.box, kBands), panel);
    Box words = first.box;
    for (const Item* item : stop) words = Around(words, item->box);
    return Within(Grown(words, kBands + kAroundWordsMm), panel);
  }
  return panel;
}

void DrawRing(UiFrame& frame, std::string_view stop_id) {
  const Box outer = RingBox(frame, stop_id);
  const bool screen = stop_id == kScreenStop;
  const float radius = screen ? kScreenRadius : kCardRadius + kBandMm;
  frame.canvas.RoundEdge(frame.panel.Snap(outer), frame.Px(radius), frame.Px(kBandMm),
                         frame.theme().focus);
  const Box inner = outer.Inset(kBandMm);
  frame.canvas.RoundEdge(frame.panel.Snap(inner), frame.Px(radius - kBandMm), frame.Px(kGapBandMm),
                         frame.theme().focus_gap);
}

}  // namespace chunhui::kit
