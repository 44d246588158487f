// The sheet on which a finger writes.
#include <algorithm>
#include <cmath>

#include "kiosk/kit/frame.h"
#include "kiosk/kit/ui.h"

namespace chunhui::kit {
namespace {

constexpr float kPenMm = 4.5F;
constexpr float kDotsApartMm = 1;
constexpr int kDotsMax = 2500;  // of all lines: who scribbles more sees it no finer
constexpr float kGuideMm = 0.5F;
constexpr float kGuideShare = 0.18F;  // of the ink in a guide line

// The cross of the squared paper on which everybody learnt to write.
void DrawGuides(UiFrame& frame, const Box& box, const Surface& surface) {
  const Color color = Mix(surface.fill, surface.ink, kGuideShare);
  const Box upright{box.center_x() - kGuideMm / 2, box.y + kPenMm, kGuideMm, box.h - 2 * kPenMm};
  const Box lying{box.x + kPenMm, box.center_y() - kGuideMm / 2, box.w - 2 * kPenMm, kGuideMm};
  frame.canvas.Fill(frame.panel.Snap(upright), color);
  frame.canvas.Fill(frame.panel.Snap(lying), color);
}

class Pen {
 public:
  Pen(UiFrame& frame, const Box& box, Color color) : frame_(frame), box_(box), color_(color) {}

  void Draw(const WrittenLine& line) {
    for (size_t i = 0; i < line.size(); ++i) {
      const Spot from = line[i == 0 ? 0 : i - 1];
      const float length = std::hypot(line[i].x - from.x, line[i].y - from.y);
      const int pieces = std::max(1, static_cast<int>(length / kDotsApartMm));
      for (int k = 1; k <= pieces; ++k) {
        const float t = static_cast<float>(k) / static_cast<float>(pieces);
        Dot({from.x + (line[i].x - from.x) * t, from.y + (line[i].y - from.y) * t});
      }
    }
  }

 private:
  void Dot(const Spot& spot) {
    const float moved = std::hypot(spot.x - last_.x, spot.y - last_.y);
    if ((dots_ > 0 && moved < kDotsApartMm / 2) || dots_ >= kDotsMax) return;
    last_ = spot;
    ++dots_;
    // A line may leave the sheet, its picture may not.
    const float x = std::clamp(box_.x + spot.x - kPenMm / 2, box_.x, box_.right() - kPenMm);
    const float y = std::clamp(box_.y + spot.y - kPenMm / 2, box_.y, box_.bottom() - kPenMm);
    const Rect rect = frame_.panel.Snap({x, y, kPenMm, kPenMm});
    frame_.canvas.RoundFill(rect, std::min(rect.w, rect.h) / 2, color_);
  }

  UiFrame& frame_;
  const Box box_;
  const Color color_;
  Spot last_;
  int dots_ = 0;
};

WrittenLine InMm(const UiFrame& frame, const Box& box, const PixelLine& line) {
  WrittenLine spots;
  for (const PixelSpot& spot : line) {
    spots.push_back(
        {spot.x / frame.panel.px_per_mm - box.x, spot.y / frame.panel.px_per_mm - box.y});
  }
  return spots;
}

}  // namespace

bool Ui::WritingSheet(std::string_view id, const Box& box, std::string_view words,
                      std::vector<WrittenLine>& lines) {
  if (frame_.listening) frame_.sheet = frame_.panel.Snap(box);
  bool finished = false;
  for (const PixelLine& line : frame_.touch.TakeLines()) {
    lines.push_back(InMm(frame_, box, line));
    finished = true;
  }
  const Surface surface =
      DrawPlate(frame_, box, {theme().card, theme().edge_dark, theme().edge_mm}, false);
  DrawGuides(frame_, box, surface);
  const Ink ink{surface.muted, surface.fill};
  const bool empty = lines.empty() && frame_.touch.line().empty();
  const Block block = LayOut(frame_, words, {Role::kBody}, box.w - 20);
  // Under strokes the words are not to be seen any more, but still said: without an em size.
  const size_t noted = Note(frame_, {.id = id, .role = ItemRole::kInput, .words = words}, box,
                            empty ? block.em_mm : 0, ink);
  if (empty) {
    const Box corner = box.Inset(10, 8);
    NoteWritten(frame_, noted, block, Draw(frame_, block, corner, Align::kLeft, Upright::kTop, ink),
                box);
  }
  if (IsCovered(frame_, true)) return finished;
  Pen pen(frame_, box, surface.ink);
  for (const WrittenLine& line : lines) pen.Draw(line);
  pen.Draw(InMm(frame_, box, frame_.touch.line()));
  return finished;
}

}  // namespace chunhui::kit
