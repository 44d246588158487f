// How large is this panel? A bank card is laid on the glass, and an outline is made as large as it.
// For whoever installs or looks after the kiosk, not for visitors.
#pragma once

#include <string>

#include "kiosk/screens/screen.h"

namespace chunhui::screens {

class MeasureScreen : public Screen {
 public:
  // `place.subject` is "first" where nobody can go back to a kiosk that was measured before.
  explicit MeasureScreen(const Place& place)
      : first_(place.subject == "first"), px_per_mm_(place.px_per_mm) {}

  Place Draw(kit::Ui& ui) override;
  std::string_view State() const override { return first_ ? "first" : "again"; }
  kit::BarKeys Keys() const override { return {.back = !first_}; }
  // Nobody walks away in the middle of it: the card may be looked for.
  bool long_page() const override { return true; }

 private:
  // Answers where it stands, never smaller than a card on a panel that was measured right.
  kit::Box DrawOutline(kit::Ui& ui, const kit::Box& page);
  void DrawKeys(kit::Ui& ui, kit::Box page);
  void Change(kit::Ui& ui, float factor);
  kit::Panel Measured(const kit::Panel& panel) const;

  bool first_;
  float px_per_mm_;                // of the outline; 0 before the first frame
  float most_ = kit::kPxPerMmMax;  // that the page has room for
};

}  // namespace chunhui::screens
