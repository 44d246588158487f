#include "kiosk/staff_panel/head.h"

#include <algorithm>

namespace chunhui::staff_panel {

kit::Box DrawHead(kit::Ui& ui, const std::string& title) {
  constexpr float kEdge = 2;
  ui.StandAnywhere();
  const kit::Box area = ui.area();
  const float width = ui.page().w;
  const float height = ui.MeasureHeight(kit::Role::kTitle, title, width);
  const float air = InColumns(ui) ? ui.space().header_top / 2 : ui.space().header_top;
  kit::Box band = ui.Band(height + 2 * air);
  band.y = area.y + air;
  band.h = height;
  ui.Text("staff.title", band, title, {.role = kit::Role::kTitle, .title = true});
  const bool beside = area.w < ui.panel().width_mm() || area.h < ui.panel().height_mm();
  if (!beside) return ui.page();
  const kit::Box edge = ui.landscape() ? kit::Box{area.x, area.y, kEdge, area.h}
                                       : kit::Box{area.x, area.bottom() - kEdge, area.w, kEdge};
  ui.SheetOf(edge, ui.theme().header);
  return ui.page();
}

bool InColumns(const kit::Ui& ui) { return ui.landscape() && ui.area().w == ui.panel().width_mm(); }

kit::Box TakeKeys(const kit::Ui& ui, kit::Box& page) {
  constexpr float kColumn = 90;
  return InColumns(ui) ? page.TakeRight(kColumn, ui.gap()) : page.TakeBottom(kKeyHeight, ui.gap());
}

std::vector<kit::Box> TakeFourChoices(kit::Box& page) {
  const float two_rows = 2 * kChoiceHeight + kit::kGapMin;
  const kit::Box choices = page.TakeTop(std::min(page.h, two_rows));
  const bool low = choices.h < 2 * kit::kTargetMin + kit::kGapMin;
  return low ? choices.Grid(4, 1, kit::kGapMin) : choices.Grid(2, 2, kit::kGapMin);
}

void DrawHint(kit::Ui& ui, kit::Box& page, const std::string& words) {
  if (words.empty()) return;
  const float height = ui.MeasureHeight(kit::Role::kBody, words, page.w);
  ui.Text("staff.hint", page.TakeTop(height, ui.gap() / 2), words, {.bold = true});
}

}  // namespace chunhui::staff_panel
