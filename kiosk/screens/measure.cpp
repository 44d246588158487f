#include "kiosk/screens/measure.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/screens/layout.h"
#include "kiosk/screens/phrases.h"

namespace chunhui::screens {
namespace {

using kit::Box;
using kit::Role;
using kit::Ui;
using kit::Words;

constexpr float kCardWidth = 85.60F;  // ISO/IEC 7810 ID-1
constexpr float kCardHeight = 53.98F;
constexpr float kLyingShare = 0.46F;  // of a lying page, for the outline
constexpr float kMuch = 1.05F;
constexpr float kIconLeast = 8;

}  // namespace

Place MeasureScreen::Draw(Ui& ui) {
  const Words& words = ui.words();
  if (px_per_mm_ == 0) px_per_mm_ = ui.panel().px_per_mm;
  ui.Title(words.Text("measure.title"));
  Box page = ui.page();
  Box keys = page;
  if (ui.landscape()) {
    page = keys.TakeLeft(keys.w * kLyingShare, 2 * ui.gap());
  } else {
    page = keys.TakeTop(keys.h - (2 * ui.space().pages + ui.space().main_button + 2 * ui.gap()),
                        ui.gap());
  }
  const std::string how = words.Text("measure.how");
  const float how_h = ui.MeasureHeight(Role::kBody, how, page.w);
  ui.Text("measure.how", page.TakeTop(how_h, ui.gap()), how);
  const kit::Panel measured = Measured(ui.panel());
  const std::string size = PanelWords(words, measured);
  const float size_h = ui.MeasureHeight(Role::kBody, size, page.w);
  const Box below = page.TakeBottom(size_h, ui.gap());
  const Box outline = DrawOutline(ui, page);
  // Where a true card leaves no room for it, it meets the keys: the page does not fit.
  const float y = std::max(below.y, outline.bottom() + ui.gap());
  ui.Text("measure.size", {below.x, y, below.w, size_h}, size, {.bold = true});
  const Box ok = keys.TakeBottom(ui.space().main_button, ui.gap());
  DrawKeys(ui, keys);
  const bool same = ui.Button(
      "measure.same", ok,
      {.words = words.Text("measure.same"), .icon = "check", .kind = kit::ButtonKind::kMain});
  return same ? Place::Measured(px_per_mm_) : Place::Here();
}

// Its upper left corner stays where it is, so that the card can lie still.
Box MeasureScreen::DrawOutline(Ui& ui, const Box& page) {
  const float here = ui.panel().px_per_mm;
  const float room = std::min(page.w / kCardWidth, page.h / kCardHeight);
  most_ = std::max(room, 1.0F) * here;
  const float scale = std::min(px_per_mm_, most_) / here;
  const Box outline{page.x, page.y, kCardWidth * scale, kCardHeight * scale};
  const Box inside = ui.Sheet(outline);
  const float side = std::min({inside.w, inside.h, 24.0F});
  if (side >= kIconLeast) ui.Icon(inside.Centered(side, side), "credit_card");
  return outline;
}

void MeasureScreen::DrawKeys(Ui& ui, Box page) {
  struct Key {
    const char* id;
    const char* icon;
    float factor;
  };
  const float one_px = 1 / (kCardWidth * px_per_mm_);
  const std::array<Key, 4> keys{{{"measure.much_smaller", "remove", 1 / kMuch},
                                 {"measure.much_larger", "add", kMuch},
                                 {"measure.smaller", "remove", 1 - one_px},
                                 {"measure.larger", "add", 1 + one_px}}};
  const std::vector<Box> boxes = page.Grid(2, 2, ui.gap());
  for (size_t i = 0; i < keys.size(); ++i) {
    if (ui.Button(keys[i].id, boxes[i],
                  {.words = ui.words().Text(keys[i].id),
                   .icon = keys[i].icon,
                   .kind = kit::ButtonKind::kSoft})) {
      Change(ui, keys[i].factor);
    }
  }
}

void MeasureScreen::Change(Ui& ui, float factor) {
  px_per_mm_ = std::clamp(px_per_mm_ * factor, kit::kPxPerMmMin,
                          std::clamp(most_, kit::kPxPerMmMin, kit::kPxPerMmMax));
  ui.WakeAt(ui.now_ms());
}

kit::Panel MeasureScreen::Measured(const kit::Panel& panel) const {
  return {panel.width_px, panel.height_px, px_per_mm_};
}

}  // namespace chunhui::screens
