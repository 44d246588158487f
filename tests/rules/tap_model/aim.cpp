#include "tests/rules/tap_model/aim.h"

#include <random>

namespace chunhui::kit {
namespace {

const Item* ButtonAt(const std::vector<const Item*>& buttons, float x, float y) {
  for (const Item* button : buttons) {
    if (button->box.Contains(x, y)) return button;
  }
  return nullptr;
}

}  // namespace

TapShares AimAt(const Record& record, const Item& target, double sigma_mm, int taps,
                uint32_t seed) {
  std::vector<const Item*> buttons;
  for (const Item& item : record.items) {
    if (item.role == ItemRole::kButton) buttons.push_back(&item);
  }
  std::mt19937 random(seed);
  std::normal_distribution<double> off(0, sigma_mm);
  int hits = 0;
  int neighbours = 0;
  for (int i = 0; i < taps; ++i) {
    const auto x = static_cast<float>(target.box.center_x() + off(random));
    const auto y = static_cast<float>(target.box.center_y() + off(random));
    const Item* const hit = ButtonAt(buttons, x, y);
    hits += hit == &target ? 1 : 0;
    neighbours += hit != nullptr && hit != &target ? 1 : 0;
  }
  return {static_cast<double>(hits) / taps, static_cast<double>(neighbours) / taps};
}

}  // namespace chunhui::kit
