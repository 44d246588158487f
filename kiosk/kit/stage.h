// The kit as one object: touches in, screens drawn and recorded, pixels out. Needs no window; the
// same stage paints into a window's surface, a test's memory and a preview. UI thread only.
//
//   stage.HandleTouch(event);
//   do { again = stage.Frame(words, now_ms, [&](Ui& ui) { screen.Draw(ui); }); } while (again);
//   for (Rect rect : stage.Paint({pixels, pitch})) ...
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/kit/panel.h"
#include "kiosk/kit/record.h"
#include "kiosk/kit/theme.h"
#include "kiosk/kit/touch.h"
#include "kiosk/kit/walk.h"

namespace chunhui::kit {

class Ui;
class Words;

// What moves by itself.
enum class Motion {
  kStill,    // nothing
  kWaiting,  // the dots of something that is under way
  kPages,    // and one page turns calmly into the next
};

// How everything looks for this visitor; falls back after each visit.
struct Look {
  ThemeName theme = ThemeName::kWarm;
  int text_step = kDefaultTextStep;
  bool veiled = false;     // personal words are covered
  bool dark = false;       // nothing is painted: the screen is black, all else goes on
  bool low_mode = false;   // every target in the lower 60 % of an upright panel
  bool left_hand = false;  // what is side by side stands the other way round
  Motion motion = Motion::kWaiting;
  bool operator==(const Look&) const = default;
};

// 32-bit XRGB pixels of the panel's size, given from outside, kept by the caller between frames.
struct Pixels {
  uint32_t* data = nullptr;
  size_t pitch_bytes = 0;  // from row to row
};

class Stage {
 public:
  // Fonts are opened when a glyph needs them. Throws std::runtime_error when the main font is
  // missing at that moment.
  explicit Stage(const Panel& panel);
  ~Stage();
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  void SetLook(const Look& look);
  const Look& look() const;
  const Panel& panel() const;
  // The glass was measured: all is laid out anew from the next frame on.
  void SetPxPerMm(float px_per_mm);

  // While the look is veiled a touch acts on nothing: show the words again (SetLook) after it.
  void HandleTouch(const TouchEvent& event);
  // One frame; `now_ms` is of the clock the touches carry. True: call again at once, an edge of a
  // press is still to be shown or acted on, or the page is to be set in smaller letters. `draw`
  // begins with ui.Begin.
  bool Frame(const Words& words, int64_t now_ms, const std::function<void(Ui&)>& draw);
  // When the last frame wants to be drawn again by itself.
  std::optional<int64_t> wake_at_ms() const;
  // What the last frame showed.
  const Record& record() const;

  // Tactile keys. The first begins a walk at the title (true) and does no more; a finger ends it.
  bool BeginWalk();
  void WalkOn(int step);  // 1 or -1
  // Acts on the control the walk stands on, under the same pauses as a tap.
  void ChooseWalked(int64_t now_ms);
  const Walk& walk() const;

  // Brings the pixels to the last frame: repaints what changed since the last Paint and returns it.
  // A new page comes within kFadeMs of its first frame, through mixtures with the one before; then
  // wake_at_ms asks for the next. Other than with kPages at once.
  std::vector<Rect> Paint(const Pixels& pixels);
  // The next Paint repaints everything (a new or exposed window).
  void RepaintAll();
  // Writes the last frame as a picture, whatever was painted. Throws std::runtime_error.
  void WritePng(const std::filesystem::path& path);

  // The visitor has gone: no finger, no pressed control, no glyph of a name stays in memory. Draw
  // a frame before painting again.
  void Forget();

 private:
  struct Inside;
  std::vector<Rect> PaintBlack(const Pixels& pixels);

  std::unique_ptr<Inside> inside_;
};

}  // namespace chunhui::kit
