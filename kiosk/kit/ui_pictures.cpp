// Surfaces, pictures and what was typed.
#include <algorithm>

#include "kiosk/kit/frame.h"
#include "kiosk/kit/ui.h"

namespace chunhui::kit {
namespace {

constexpr float kInputPadding = 8;

}  // namespace

Box Ui::Sheet(const Box& box) { return SheetOf(box, theme().card); }

Box Ui::SheetOf(const Box& box, const Surface& surface) {
  const bool filled = surface == theme().main || surface == theme().header;
  const bool edged = !filled || surface.fill == theme().paper.fill;
  PlateLook look{surface, {}, theme().edge_mm};
  if (edged) look.edge = theme().edge;
  frame_.surfaces.push_back({box, DrawPlate(frame_, box, look, false)});
  return box.Inset(space().padding);
}

Box Ui::Band(float height_mm) {
  const Box& area = frame_.area;
  const Box band{area.x, area.y, area.w, std::min(height_mm, area.h)};
  frame_.canvas.Fill(frame_.panel.Snap(band), theme().header.fill);
  frame_.surfaces.push_back({band, theme().header});
  const float bottom = frame_.page.bottom();
  const float margin = space().margin;
  const float top = space().header_top;
  frame_.page.y = band.bottom() + margin;
  frame_.page.h = std::max(0.0F, bottom - frame_.page.y);
  return {band.x + margin, band.y + top, band.w - 2 * margin, band.h - 2 * top};
}

void Ui::Divider(const Box& box) {
  const Rect rect = frame_.panel.Snap(box);
  const int thickness = std::max(1, frame_.Px(theme().edge_mm / 1.5F));
  frame_.canvas.Fill({rect.x, rect.y + rect.h / 2, rect.w, thickness}, theme().edge);
}

void Ui::Image(std::string_view id, const Box& box, std::string_view emoji,
               std::string_view words) {
  DrawEmoji(frame_, box, emoji, false);
  if (words.empty()) return;
  const Surface surface = frame_.SurfaceUnder(box);
  Note(frame_, {.id = id, .role = ItemRole::kImage, .words = words}, box, 0,
       {surface.ink, surface.fill});
}

void Ui::Icon(const Box& box, std::string_view icon) {
  const Surface surface = frame_.SurfaceUnder(box);
  const bool plain = surface == theme().paper || surface == theme().card;
  DrawIcon(frame_, box, icon, plain ? theme().icon : surface.ink);
}

void Ui::IconTile(const Box& box, std::string_view icon, Hue hue) {
  DrawIconTile(frame_, box, icon, hue, std::min(box.w, box.h) * 0.24F);
}

void Ui::IconDisc(const Box& box, std::string_view icon, Hue hue) {
  DrawIconTile(frame_, box, icon, hue, std::min(box.w, box.h) / 2);
}

void Ui::Input(std::string_view id, const Box& box, std::string_view typed,
               std::string_view placeholder) {
  const Surface surface =
      DrawPlate(frame_, box, {theme().card, theme().edge_dark, theme().edge_mm}, false);
  const Box inner = box.Inset(kInputPadding, 3);
  if (typed.empty()) {
    const Block block = LayOut(frame_, placeholder, {Role::kBody}, inner.w);
    const Ink ink{surface.muted, surface.fill};
    const Box written = Draw(frame_, block, inner, Align::kLeft, Upright::kMiddle, ink);
    const size_t noted = Note(frame_, {.id = id, .role = ItemRole::kInput, .words = placeholder},
                              box, block.em_mm, ink);
    return NoteWritten(frame_, noted, block, written, box);
  }
  const Block block = LayOutToFit(frame_, typed, Role::kPrice, inner);
  const Ink ink{surface.ink, surface.fill, IsCovered(frame_, true)};
  const Box written = Draw(frame_, block, inner, Align::kLeft, Upright::kMiddle, ink);
  const size_t noted =
      Note(frame_, {.id = id, .role = ItemRole::kInput, .words = typed, .personal = true}, box,
           block.em_mm, ink);
  NoteWritten(frame_, noted, block, written, box);
}

}  // namespace chunhui::kit
