#include "kiosk/staff_panel/head.h"

namespace chunhui::staff_panel {

kit::Box DrawHead(kit::Ui& ui, const std::string& title) {
  constexpr float kEdge = 2;
  const kit::Box area = ui.area();
  const float width = ui.page().w;
  const float height = ui.MeasureHeight(kit::Role::kTitle, title, width);
  const kit::Box band = ui.Band(height + 2 * kit::kHeaderTop);
  ui.Text("staff.title", band, title, {.role = kit::Role::kTitle});
  const kit::Box edge = ui.landscape() ? kit::Box{area.x, area.y, kEdge, area.h}
                                       : kit::Box{area.x, area.bottom() - kEdge, area.w, kEdge};
  ui.SheetOf(edge, ui.theme().header);
  return ui.page();
}

void DrawHint(kit::Ui& ui, kit::Box& page, const std::string& words) {
  if (words.empty()) return;
  const float height = ui.MeasureHeight(kit::Role::kBody, words, page.w);
  ui.Text("staff.hint", page.TakeTop(height, kit::kGap / 2), words, {.bold = true});
}

}  // namespace chunhui::staff_panel
