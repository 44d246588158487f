#include "kiosk/staff_panel/device_menu.h"

#include <algorithm>
#include <array>

#include "kiosk/kit/words.h"
#include "kiosk/screens/phrases.h"
#include "kiosk/staff_panel/head.h"

namespace chunhui::staff_panel {
namespace {

using kit::Box;
using kit::Role;
using kit::Ui;
using kit::Words;

constexpr float kChoicesShare = 0.64F;  // beside what is told

struct Choice {
  const char* id;  // and word
  const char* icon;
  Wish wish;
  bool enabled;
};

std::array<Choice, 4> ChoicesFor(const DeviceState& device) {
  const bool free = !device.visit_open;
  const Choice power =
      device.taken_out ? Choice{"staff.device.reopen", "power_settings_new", Wish::kBringBack, free}
                       : Choice{"staff.device.close", "power_settings_new", Wish::kTakeOut, free};
  return {{{"staff.device.measure", "credit_card", Wish::kMeasure, free},
           power,
           {"staff.practice", "school", Wish::kPractise, true},
           {"staff.device.dark", "hearing", Wish::kListenOnly, true}}};
}

Wish DrawChoices(Ui& ui, const Box& area, const std::array<Choice, 4>& choices) {
  const std::vector<Box> boxes = area.Grid(2, 2, kit::kGapMin);
  Wish wish = Wish::kNone;
  for (size_t i = 0; i < choices.size(); ++i) {
    const Choice& choice = choices[i];
    if (ui.Button(choice.id, boxes[i],
                  {.words = ui.words().Text(choice.id),
                   .icon = choice.icon,
                   .enabled = choice.enabled})) {
      wish = choice.wish;
    }
  }
  return wish;
}

std::string Told(const Words& words, const DeviceState& device) {
  return screens::Joined(
      {screens::PanelWords(words, device.panel),
       device.fault.empty() ? "" : words.Text("broken.code", {{"code", device.fault}}),
       device.visit_open ? words.Text("staff.device.visit") : ""},
      "\n");
}

}  // namespace

Wish DrawDeviceMenu(Ui& ui, const DeviceState& device, bool& stays) {
  const Words& words = ui.words();
  Box page = DrawHead(ui, words.Text("staff.device.title"));
  const Box back = TakeKeys(ui, page);
  Box choices = InColumns(ui) ? page.TakeRight(page.w * kChoicesShare, ui.gap()) : Box{};
  const std::string told = Told(words, device);
  const float height = ui.MeasureHeight(Role::kBody, told, page.w);
  ui.Text("staff.device.told", page.TakeTop(height, ui.gap()), told);
  if (!InColumns(ui)) choices = page;
  const float rows = 2 * ui.space().second_button + kit::kGapMin;
  const Wish wish = DrawChoices(ui, choices.TakeTop(std::min(choices.h, rows)), ChoicesFor(device));
  if (ui.Button("staff.device.back", back,
                {.words = words.Text("staff.queue"), .icon = "arrow_back"})) {
    stays = false;
  }
  return wish;
}

}  // namespace chunhui::staff_panel
