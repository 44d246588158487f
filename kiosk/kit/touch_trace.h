// What a panel sent, event by event, as SDL handed it over: written down at a kiosk and played back
// later, so that a hand that had trouble can be looked at again. A file of lines:
//
//   chunhui-touch-trace 1 1080 1920 4.03 1      version, panel in px, px/mm, window px per panel px
//   1234 FINGERDOWN 3 17 0.51234 0.90112        ms, event, device, finger, x and y as SDL says them
//
// x and y of a finger are shares of the panel, of a mouse pixels of the window. Positions say which
// key of a keypad was pressed: traces belong to the demo town and are never written elsewhere.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/kit/panel.h"
#include "kiosk/kit/touch.h"

namespace chunhui::kit {

struct RawTouch {
  int64_t time_ms = 0;  // from the trace's begin, never going back
  TouchKind kind = TouchKind::kDown;
  bool mouse = false;
  int64_t device = 0;
  int64_t finger = 0;  // of a mouse its button
  float x = 0;
  float y = 0;
};

struct TraceHead {
  Panel panel;
  float window_scale = 1;  // window pixels per panel pixel
};

struct TouchTrace {
  TraceHead head;
  std::vector<RawTouch> touches;
};

// The one way from SDL's numbers to ours, for the window and for a replay.
TouchEvent ToTouchEvent(const RawTouch& raw, const TraceHead& head);

class TouchTraceWriter {
 public:
  // Throws std::runtime_error when the file cannot be written.
  TouchTraceWriter(const std::filesystem::path& file, const TraceHead& head);
  void Write(const RawTouch& raw);

 private:
  std::ofstream file_;
  std::optional<int64_t> begun_ms_;
};

struct TraceRead {
  std::optional<TouchTrace> trace;
  std::string problem;  // what is wrong in which line; empty when there is a trace
};

constexpr size_t kTraceTouchesMax = 200'000;
constexpr int64_t kTraceMsMax = 24LL * 3600 * 1000;

// Whatever the bytes are: a trace or what is wrong with it, never anything else.
TraceRead ReadTouchTrace(std::istream& in);
TraceRead ReadTouchTrace(const std::filesystem::path& file);

}  // namespace chunhui::kit
