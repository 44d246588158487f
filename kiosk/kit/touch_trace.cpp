#include "kiosk/kit/touch_trace.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace chunhui::kit {
namespace {

constexpr std::string_view kMagic = "chunhui-touch-trace";
constexpr int kVersion = 1;
constexpr int64_t kMouse = -1;  // no finger of a panel has this number
constexpr size_t kLineMax = 200;
constexpr int kPanelPxMax = 16'384;
constexpr float kPxPerMmMax = 40;
constexpr float kScaleMax = 16;
// A little beyond the glass: frames of panels differ.
constexpr float kShareLeast = -1;
constexpr float kShareMost = 2;

struct EventName {
  std::string_view name;
  TouchKind kind;
  bool mouse;
};
constexpr std::array<EventName, 6> kNames{{{"FINGERDOWN", TouchKind::kDown, false},
                                           {"FINGERMOTION", TouchKind::kMove, false},
                                           {"FINGERUP", TouchKind::kUp, false},
                                           {"MOUSEBUTTONDOWN", TouchKind::kDown, true},
                                           {"MOUSEMOTION", TouchKind::kMove, true},
                                           {"MOUSEBUTTONUP", TouchKind::kUp, true}}};

bool Within(float value, float least, float most) {
  return std::isfinite(value) && value >= least && value <= most;
}

// False at the end. A line without an end is cut off, so that no file fills the memory.
bool NextLine(std::istream& in, std::string& line) {
  line.clear();
  for (char c = 0; in.get(c);) {
    if (c == '\n') return true;
    if (line.size() <= kLineMax) line += c;
  }
  return !line.empty();
}

bool AtEnd(std::istringstream& words) {
  std::string more;
  return !(words >> more);
}

bool ReadHead(const std::string& line, TraceHead& head) {
  std::istringstream words(line);
  words.imbue(std::locale::classic());
  std::string magic;
  int version = 0;
  Panel& panel = head.panel;
  if (!(words >> magic >> version >> panel.width_px >> panel.height_px >> panel.px_per_mm >>
        head.window_scale)) {
    return false;
  }
  return magic == kMagic && version == kVersion && AtEnd(words) && panel.width_px > 0 &&
         panel.width_px <= kPanelPxMax && panel.height_px > 0 && panel.height_px <= kPanelPxMax &&
         Within(panel.px_per_mm, 0.1F, kPxPerMmMax) && Within(head.window_scale, 0.01F, kScaleMax);
}

bool ReadTouch(const std::string& line, const TraceHead& head, RawTouch& touch) {
  std::istringstream words(line);
  words.imbue(std::locale::classic());
  std::string name;
  if (!(words >> touch.time_ms >> name >> touch.device >> touch.finger >> touch.x >> touch.y)) {
    return false;
  }
  const EventName* event = nullptr;
  for (const EventName& known : kNames) event = known.name == name ? &known : event;
  if (event == nullptr || !AtEnd(words)) return false;
  touch.kind = event->kind;
  touch.mouse = event->mouse;
  const float wide =
      touch.mouse ? static_cast<float>(head.panel.width_px) * head.window_scale : 1.0F;
  const float high =
      touch.mouse ? static_cast<float>(head.panel.height_px) * head.window_scale : 1.0F;
  return touch.time_ms >= 0 && touch.time_ms <= kTraceMsMax &&
         Within(touch.x, kShareLeast * wide, kShareMost * wide) &&
         Within(touch.y, kShareLeast * high, kShareMost * high);
}

TraceRead Problem(size_t line, const char* what) {
  return {{}, "line " + std::to_string(line) + ": " + what};
}

}  // namespace

TouchEvent ToTouchEvent(const RawTouch& raw, const TraceHead& head) {
  if (raw.mouse) {
    return {kMouse, raw.kind, raw.x / head.window_scale, raw.y / head.window_scale, raw.time_ms};
  }
  return {raw.finger, raw.kind, raw.x * static_cast<float>(head.panel.width_px),
          raw.y * static_cast<float>(head.panel.height_px), raw.time_ms};
}

TouchTraceWriter::TouchTraceWriter(const std::filesystem::path& file, const TraceHead& head)
    : file_(file) {
  file_.imbue(std::locale::classic());
  file_ << kMagic << ' ' << kVersion << ' ' << head.panel.width_px << ' ' << head.panel.height_px
        << ' ' << head.panel.px_per_mm << ' ' << head.window_scale << std::endl;
  if (!file_) throw std::runtime_error(file.string() + ": cannot be written");
}

void TouchTraceWriter::Write(const RawTouch& raw) {
  if (!begun_ms_) begun_ms_ = raw.time_ms;
  for (const EventName& known : kNames) {
    if (known.kind != raw.kind || known.mouse != raw.mouse) continue;
    char line[kLineMax];
    std::snprintf(line, sizeof line, "%lld %s %lld %lld %.6g %.6g",
                  static_cast<long long>(raw.time_ms - *begun_ms_), known.name.data(),
                  static_cast<long long>(raw.device), static_cast<long long>(raw.finger),
                  static_cast<double>(raw.x), static_cast<double>(raw.y));
    file_ << line << std::endl;
  }
}

TraceRead ReadTouchTrace(std::istream& in) {
  TouchTrace trace;
  std::string line;
  if (!NextLine(in, line) || !ReadHead(line, trace.head)) {
    return Problem(1, "not a touch trace of version 1");
  }
  for (size_t number = 2; NextLine(in, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    RawTouch touch;
    if (line.size() > kLineMax || !ReadTouch(line, trace.head, touch)) {
      return Problem(number, "no event of a touch");
    }
    if (!trace.touches.empty() && touch.time_ms < trace.touches.back().time_ms) {
      return Problem(number, "time goes back");
    }
    if (trace.touches.size() == kTraceTouchesMax) return Problem(number, "too many events");
    trace.touches.push_back(touch);
  }
  return {std::move(trace), {}};
}

TraceRead ReadTouchTrace(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return {{}, file.string() + ": cannot be read"};
  TraceRead read = ReadTouchTrace(in);
  if (!read.trace) read.problem = file.string() + ": " + read.problem;
  return read;
}

}  // namespace chunhui::kit
