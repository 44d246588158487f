// Where kit's drawing calls become an ImGui draw list, and where ImGui says what a touch hit: with
// paint/ the only place that sees imgui.h. Whole pixels only.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "kiosk/kit/color.h"
#include "kiosk/kit/paint/painter.h"
#include "kiosk/kit/panel.h"
#include "kiosk/kit/text/engine.h"
#include "kiosk/kit/touch.h"

namespace chunhui::kit {

struct HitState {
  bool held = false;      // a finger is on it: show the pressed look
  bool released = false;  // lifted inside it in this frame
};

class Canvas {
 public:
  Canvas(const Panel& panel, TextEngine& text);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  void Begin(const Pointer& pointer);
  void End();

  void Fill(const Rect& rect, Color color);
  void RoundFill(const Rect& rect, int radius_px, Color color);
  // A ring of this thickness inside the rectangle.
  void RoundEdge(const Rect& rect, int radius_px, int thickness_px, Color color);
  // One line of glyphs, its em box centred on `middle_y`.
  void Line(std::u32string_view text, Weight weight, int em_px, int x, int middle_y, Color color);
  void Picture(const Texture& picture, int x, int y);
  HitState Hit(std::string_view id, const Rect& rect);
  // Any target of this frame has been pressed and not let go.
  bool presses_something() const;

  // Of the last finished frame.
  std::vector<Rect> Paint(Painter& painter, const Canvas32& pixels) const;
  std::vector<uint32_t> PaintWhole() const;

 private:
  struct Inside;
  void Place(const Glyph& glyph, int x, int y, Color color);
  void Corners(const Rect& rect, int radius_px, int thickness_px, Color color);

  Panel panel_;
  TextEngine& text_;
  std::unique_ptr<Inside> inside_;
};

}  // namespace chunhui::kit
