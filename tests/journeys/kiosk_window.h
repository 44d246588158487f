// A real chunhui-kiosk in a window on a display of its own, read through the record it writes.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/programs.h"
#include "tests/support/screen_probe.h"

namespace chunhui::tests {

// An X display of the kiosk's panel size without a screen, on the first free number.
class VirtualDisplay {
 public:
  // Throws std::runtime_error when it does not come up.
  VirtualDisplay();
  const std::string& name() const { return name_; }  // ":5"

 private:
  Process process_;
  std::string name_;
};

// Where to touch an item: a point on its background, beside its words; pixels.
struct Spot {
  std::string id;
  int x = 0, y = 0;
  uint32_t background = 0;  // 0xRRGGBB as the record says
};

// The kiosk "hall-1" of the demo town.
class KioskWindow {
 public:
  KioskWindow(const VirtualDisplay& display, const RunningOffice& office,
              std::filesystem::path record);

  Process& process() { return process_; }
  ScreenProbe& eyes() { return eyes_; }
  // True once this screen is what is shown, with these words on it; false after 60 s.
  bool Shows(const std::string& screen, const std::string& words = "") const;
  // What was recorded last; empty before the first picture.
  std::string screen() const;
  // Every line recorded so far.
  std::string Everything() const;
  // The file with every touch so far.
  std::filesystem::path trace() const;
  // On the screen that is shown now. Throws std::runtime_error when it is not there.
  Spot Find(const std::string& id) const;
  std::vector<Spot> Buttons() const;
  // Puts a finger on it until it looks pressed; LetGo lifts the finger.
  void Press(const Spot& spot);
  void LetGo();
  void Tap(const std::string& id);

 private:
  nlohmann::json Shown() const;

  std::filesystem::path record_;
  ScreenProbe eyes_;
  Process process_;
};

}  // namespace chunhui::tests
