// What the staff's panel wants of the app.
#pragma once

namespace chunhui::staff_panel {

enum class Wish {
  kNone,
  kClose,
  kAside,
  kPractise,
  kListenOnly,  // a dark screen for somebody who cannot see it; a finger makes it light
  kMeasure,
  kTakeOut,
  kBringBack
};

}  // namespace chunhui::staff_panel
