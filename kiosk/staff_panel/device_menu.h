// The kiosk itself, in the staff's panel: how it is, and what staff may do with it.
#pragma once

#include <string>

#include "kiosk/kit/ui.h"
#include "kiosk/staff_panel/wish.h"

namespace chunhui::staff_panel {

// What the panel is told about the kiosk it is on.
struct DeviceState {
  kit::Panel panel;
  std::string fault;        // code; empty when it works
  bool taken_out = false;   // by staff
  bool visit_open = false;  // then the device is left alone
  bool visit_real = false;  // and it is no play: the office knows who stands here
};

// Into the area that was begun. `stays` becomes false: back to the queue.
Wish DrawDeviceMenu(kit::Ui& ui, const DeviceState& device, bool& stays);

}  // namespace chunhui::staff_panel
