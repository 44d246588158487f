#include "kiosk/kit/fit.h"

#include <algorithm>

#include "kiosk/kit/spacing.h"

namespace chunhui::kit {
namespace {

constexpr float kSlack = 0.2F;      // of pixels
constexpr float kAirShare = 0.08F;  // inside a picture's own box
constexpr float kEmMin = 7;
constexpr float kRimX = 1;  // of a key, which no word may touch
constexpr float kRimY = 0.5F;

bool IsTarget(const Item& item) { return item.role == ItemRole::kButton; }

bool IsInBar(const Item& item) { return item.id.starts_with("bar."); }

float Between(const Box& one, const Box& other) {
  const float across = std::max(other.x - one.right(), one.x - other.right());
  const float down = std::max(other.y - one.bottom(), one.y - other.bottom());
  return std::max(across, down);
}

bool IsPartOf(const Item& part, const Item& whole) {
  return IsTarget(whole) && part.id.size() > whole.id.size() && part.id.starts_with(whole.id) &&
         part.id[whole.id.size()] == '.';
}

bool WordsStayInside(const Item& item) {
  if (item.written.h <= 0) return true;
  const bool key = IsTarget(item) || item.role == ItemRole::kInput;
  const Box room = (key ? item.ground.Inset(kRimX, kRimY) : item.ground).Inset(-kSlack);
  return room.Contains(item.written) && item.em_mm >= kEmMin - kSlack;
}

bool PairFits(const Item& one, const Item& other) {
  if (IsPartOf(one, other) || IsPartOf(other, one)) {
    const bool both = one.written.h > 0 && other.written.h > 0;
    return !both || Between(one.written, other.written) >= -kSlack;
  }
  const float least = IsTarget(one) && IsTarget(other) ? kGapMin : 0;
  return Between(one.box, other.box) >= least - kSlack;
}

}  // namespace

bool Fits(const Record& record, float reach_top_mm) {
  const std::vector<Item>& items = record.items;
  float bar_top = record.panel.height_mm();
  for (const Item& item : items) {
    if (IsInBar(item)) bar_top = std::min(bar_top, item.box.y);
  }
  const auto alone = [&](const Item& item) {
    if (!WordsStayInside(item)) return false;
    if (!IsInBar(item) && item.box.bottom() > bar_top - kGapMin + kSlack) return false;
    if (!IsTarget(item)) return true;
    const float least = item.main ? SpacingOf(record.panel).main_target : kTargetMin;
    return std::min(item.box.w, item.box.h) >= least - kSlack &&
           item.box.y >= reach_top_mm - kSlack;
  };
  if (!std::all_of(items.begin(), items.end(), alone)) return false;
  for (size_t i = 0; i < items.size(); ++i) {
    for (size_t j = i + 1; j < items.size(); ++j) {
      if (!PairFits(items[i], items[j])) return false;
    }
  }
  return std::all_of(record.marks.begin(), record.marks.end(), [&](const Mark& mark) {
    const float air = kSlack + kAirShare * mark.box.w;
    return std::none_of(items.begin(), items.end(), [&](const Item& item) {
      return item.written.h > 0 && Between(mark.box, item.written) < -air;
    });
  });
}

}  // namespace chunhui::kit
