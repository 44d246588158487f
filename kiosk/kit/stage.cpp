#include "kiosk/kit/stage.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "kiosk/kit/fade.h"
#include "kiosk/kit/fit.h"
#include "kiosk/kit/frame.h"
#include "kiosk/kit/paint/png.h"
#include "kiosk/kit/ui.h"
#include "kiosk/kit/words.h"

namespace chunhui::kit {

struct Stage::Inside {
  explicit Inside(const Panel& given)
      : panel(given),
        text(DebianFonts()),
        canvas(given, text),
        painter(given.width_px, given.height_px),
        fade(given.width_px, given.height_px),
        touch(given.px_per_mm) {}

  void BeginFade(int64_t at_ms) {
    fade_until_ms = at_ms + kFadeMs;
    fade_due = true;
  }

  // Whether anybody paints or not, the change is over in time.
  void GoOnFading() {
    if (!fade_until_ms) return;
    if (now_ms >= *fade_until_ms) {
      fade_until_ms.reset();
      return;
    }
    const int64_t next_ms = std::min(now_ms + kFadeStepMs, *fade_until_ms);
    wake_at_ms = std::min(wake_at_ms.value_or(next_ms), next_ms);
  }

  // True when the page is to be drawn again, its letters a step smaller.
  bool Fit(const std::string& language, int smaller, float reach_top_mm) {
    const bool may_shrink = look.text_step - smaller > kDefaultTextStep;
    const bool shrinks = may_shrink && !Fits(record, reach_top_mm);
    fitting = {record.screen, record.state, language, look, smaller + (shrinks ? 1 : 0)};
    return shrinks;
  }

  std::vector<Rect> Paint(const Canvas32& shown) {
    if (std::exchange(fade_due, false) && fade_until_ms) fade.Begin(now_ms, shown);
    if (!fade.running()) return canvas.Paint(painter, shown);
    return fade.Show(now_ms, canvas.Paint(painter, fade.target()), shown);
  }

  Panel panel;
  Look look;
  TextEngine text;
  Canvas canvas;
  Painter painter;
  Fade fade;
  std::optional<int64_t> fade_until_ms;  // pages are changing
  bool fade_due = false;                 // the change has not been painted yet
  Touch touch;
  Walk walk;
  Fitting fitting;
  bool black = false;  // what was painted last
  Record record;
  std::optional<int64_t> wake_at_ms;
  int64_t now_ms = 0;  // of the last frame
  bool drawn = false;  // the canvas holds a frame whose glyphs still exist
};

Stage::Stage(const Panel& panel) : inside_(std::make_unique<Inside>(panel)) {}
Stage::~Stage() = default;

void Stage::SetLook(const Look& look) { inside_->look = look; }
const Look& Stage::look() const { return inside_->look; }
void Stage::SetPxPerMm(float px_per_mm) {
  inside_->panel.px_per_mm = px_per_mm;
  inside_->touch.SetPxPerMm(px_per_mm);
}
const Panel& Stage::panel() const { return inside_->panel; }
const Record& Stage::record() const { return inside_->record; }
std::optional<int64_t> Stage::wake_at_ms() const { return inside_->wake_at_ms; }

void Stage::HandleTouch(const TouchEvent& event) {
  inside_->walk.End();
  inside_->touch.Handle(event, inside_->look.veiled || inside_->look.dark);
}

const Walk& Stage::walk() const { return inside_->walk; }

bool Stage::BeginWalk() {
  if (inside_->walk.active()) return false;
  inside_->walk.Begin(inside_->record);
  return true;
}

void Stage::WalkOn(int step) { inside_->walk.Move(inside_->record, step); }

void Stage::ChooseWalked(int64_t now_ms) { inside_->touch.Choose(inside_->walk.at(), now_ms); }

bool Stage::Frame(const Words& words, int64_t now_ms, const std::function<void(Ui&)>& draw) {
  Inside& in = *inside_;
  const Pointer pointer = in.touch.Next();
  in.canvas.Begin(pointer);
  UiFrame frame{in.panel, in.look,          words,     now_ms, in.text, in.canvas,
                in.touch, in.walk.active(), in.fitting};
  frame.record.language = words.language();
  frame.record.theme = in.look.theme;
  frame.record.text_step = in.look.text_step;
  frame.record.panel = in.panel;
  Ui ui(frame);
  try {
    draw(ui);
  } catch (...) {
    in.canvas.End();
    throw;
  }
  in.walk.Follow(frame.record);
  if (in.walk.active()) DrawRing(frame, in.walk.at());
  if (pointer.down && !in.canvas.presses_something()) in.touch.PressedNothing();
  in.canvas.End();
  in.drawn = true;
  const bool new_page =
      frame.record.screen != in.record.screen || frame.record.state != in.record.state;
  if (new_page && !in.record.screen.empty()) {
    in.touch.PageChanged(now_ms);
    if (in.look.motion == Motion::kPages) in.BeginFade(now_ms);
  }
  in.touch.SetSheet(frame.sheet);
  in.now_ms = now_ms;
  frame.record.smaller = frame.smaller;
  in.record = std::move(frame.record);
  in.wake_at_ms = frame.wake_at_ms;
  in.GoOnFading();
  const bool smaller = in.Fit(words.language(), frame.smaller, ui.reach_top());
  return in.touch.pending() || smaller;
}

std::vector<Rect> Stage::Paint(const Pixels& pixels) {
  if (!inside_->drawn) return {};
  if (inside_->look.dark) return PaintBlack(pixels);
  if (std::exchange(inside_->black, false)) inside_->painter.RepaintAll();
  std::vector<Rect> rects = inside_->Paint({pixels.data, pixels.pitch_bytes});
  inside_->text.glyphs().Rest();
  return rects;
}

std::vector<Rect> Stage::PaintBlack(const Pixels& pixels) {
  if (std::exchange(inside_->black, true)) return {};
  const Panel& panel = inside_->panel;
  auto* row = reinterpret_cast<std::byte*>(pixels.data);
  for (int y = 0; y < panel.height_px; ++y, row += pixels.pitch_bytes) {
    std::memset(row, 0, static_cast<size_t>(panel.width_px) * sizeof(uint32_t));
  }
  return {{0, 0, panel.width_px, panel.height_px}};
}

void Stage::RepaintAll() {
  inside_->black = false;
  inside_->painter.RepaintAll();
}

void Stage::WritePng(const std::filesystem::path& path) {
  if (!inside_->drawn) throw std::logic_error("nothing is drawn yet");
  WritePngFile(path, inside_->canvas.PaintWhole(), inside_->panel.width_px,
               inside_->panel.height_px);
}

void Stage::Forget() {
  inside_->touch.Forget();
  inside_->fade.Stop();
  inside_->fade_until_ms.reset();
  inside_->walk.End();
  inside_->fitting = {};
  inside_->text.Forget();
  inside_->record = {};
  inside_->drawn = false;
}

}  // namespace chunhui::kit
