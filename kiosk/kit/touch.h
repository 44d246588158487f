// Fingers to one calm pointer. One finger counts; a tap acts when the finger lifts inside its
// target, may drift 12 mm, and may last as long as it likes. A palm (several contacts at once) is
// ignored, and one that rests where nothing is does not keep a finger from tapping. Time comes with
// the events.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/kit/panel.h"

namespace chunhui::kit {

enum class TouchKind { kDown, kMove, kUp };

struct TouchEvent {
  int64_t finger = 0;  // a mouse is a finger too
  TouchKind kind = TouchKind::kDown;
  float x_px = 0;
  float y_px = 0;
  int64_t time_ms = 0;  // a monotonic clock, never going back
};

constexpr float kDriftMmMax = 12;
constexpr int64_t kContactMsMin = 40;
constexpr int64_t kPalmRestsMs = 1000;        // on nothing, until it no longer counts as a finger
constexpr int64_t kSameControlPauseMs = 500;  // from acting to the next press of the same control
constexpr int64_t kPageChangePauseMs = 300;   // from the new page to the first press that counts
// Somebody who presses the same spot again and again means the page on which the first press fell.
constexpr int64_t kBurstPressesApartMs = 600;  // from one press to the next
constexpr float kBurstMmMax = 20;              // of a hand that trembles; less than a target away
constexpr int64_t kBurstMsMax = 2500;          // from the new page; then a press counts again
constexpr float kLineMmMin = 1.5F;       // a shorter line that is also a short contact is none
constexpr size_t kLinePointsMax = 2000;  // more is somebody who plays

// What one frame sees.
struct Pointer {
  bool over = false;  // false: nobody touches, the position means nothing
  bool down = false;
  float x_px = 0;
  float y_px = 0;
  int64_t press_ms = 0;  // when this contact began
  int64_t time_ms = 0;   // of the event that led here
  bool operator==(const Pointer&) const = default;
};

struct PixelSpot {
  float x = 0;
  float y = 0;
};
using PixelLine = std::vector<PixelSpot>;

class Touch {
 public:
  explicit Touch(float px_per_mm) : px_per_mm_(px_per_mm) {}

  void SetPxPerMm(float px_per_mm) { px_per_mm_ = px_per_mm; }

  // A contact that begins with `unveils` only shows covered words again and acts on nothing.
  void Handle(const TouchEvent& event, bool unveils = false);
  // The pointer of the next frame. A press takes two frames (position first, then down); the
  // position stays one frame after the release.
  Pointer Next();
  bool pending() const;  // Next() would answer something new
  // The press that the last frame showed found no target under it.
  void PressedNothing();

  // A tactile key chose this control: it looks pressed for one frame and acts in the next, under
  // the same pauses as a finger's tap.
  void Choose(std::string_view control, int64_t time_ms);
  bool holds(std::string_view control) const { return IsChosen(Choice::kHeld, control); }
  bool lets_go(std::string_view control) const { return IsChosen(Choice::kActs, control); }

  // A control asks whether it may act on the release it just saw. No to a second tap, and to one of
  // a burst that began on another page.
  bool MayAct(std::string_view control);
  void PageChanged(int64_t now_ms);
  // Where fingers write: a contact that begins there draws a line, wherever it goes, and taps
  // nothing. Holds until set anew.
  void SetSheet(const std::optional<Rect>& sheet) { sheet_ = sheet; }
  // The lines finished since the last call, in pixels of the panel; and the one being drawn.
  std::vector<PixelLine> TakeLines() { return std::exchange(lines_, {}); }
  const PixelLine& line() const { return line_; }
  // Lets go of everything: the visitor has gone.
  void Forget();

 private:
  enum class Contact { kNone, kCounting, kWriting, kIgnored };
  enum class Choice { kNone, kNew, kHeld, kActs };
  struct Waiting {
    TouchEvent event;
    bool unveils = false;
  };
  void Begin(const TouchEvent& event, bool unveils);
  void Drift(const TouchEvent& event);
  void End(const TouchEvent& event);
  void Cancel();
  bool OnSheet(const TouchEvent& event) const;
  void Write(const TouchEvent& event);
  void FinishLine(const TouchEvent& event);
  void DropLine();
  float MmFromPress(const TouchEvent& event) const;
  bool ContinuesBurst(const TouchEvent& event) const;
  bool BeganOnOtherPage() const;
  Pointer At(const TouchEvent& event, bool down) const;
  bool IsChosen(Choice choice, std::string_view control) const {
    return choice_ == choice && chosen_ == control;
  }

  float px_per_mm_;
  std::deque<Waiting> events_;
  std::deque<Pointer> frames_;
  Pointer pointer_;
  std::set<int64_t> fingers_;  // on the glass now
  Contact contact_ = Contact::kNone;
  TouchEvent press_;
  int64_t burst_began_ms_ = 0;  // the first of the quick presses at the place of press_
  bool on_nothing_ = false;     // press_ found no target
  std::optional<int64_t> page_changed_ms_;
  std::optional<Rect> sheet_;
  PixelLine line_;
  std::vector<PixelLine> lines_;
  Choice choice_ = Choice::kNone;
  std::string chosen_;
  int64_t chosen_ms_ = 0;
  std::string acted_control_;
  int64_t acted_ms_ = 0;
};

}  // namespace chunhui::kit
