#include "kiosk/kit/frame.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "kiosk/kit/text/icons.h"
#include "kiosk/kit/text/utf8.h"

namespace chunhui::kit {
namespace {

constexpr float kHeldEdgeMm = 1.8F;
constexpr double kFilledContrast = 3;  // to the page

Box IconSquare(const Box& box) {
  const float side = std::min(box.w, box.h);
  return box.Centered(side, side);
}

}  // namespace

bool Meet(const Box& one, const Box& other) {
  return one.x < other.right() && other.x < one.right() && one.y < other.bottom() &&
         other.y < one.bottom();
}

int UiFrame::Px(float mm) const { return static_cast<int>(std::lround(mm * panel.px_per_mm)); }

PlacedSurface UiFrame::PlacedUnder(const Box& box) const {
  for (auto placed = surfaces.rbegin(); placed != surfaces.rend(); ++placed) {
    if (placed->box.Contains(box.center_x(), box.center_y())) return *placed;
  }
  return {{0, 0, panel.width_mm(), panel.height_mm()}, theme().paper};
}

void UiFrame::Add(Item item) {
  if (!ids.insert(item.id).second) {
    throw std::logic_error("two things on screen " + record.screen + " have the id " + item.id);
  }
  record.items.push_back(std::move(item));
}

bool IsCovered(const UiFrame& frame, bool personal) { return personal && frame.look.veiled; }

size_t Note(UiFrame& frame, const Said& said, const Box& box, float em_mm, const Ink& ink) {
  Item item;
  item.id = said.id;
  item.role = said.role;
  const bool covered = IsCovered(frame, said.personal);
  item.words = covered ? kCovered : said.words;
  item.voice = covered ? std::string() : std::string(said.voice);
  item.box = box;
  item.em_mm = em_mm;
  item.text = ink.color;
  item.background = ink.background;
  item.enabled = said.enabled && frame.listening;
  item.main = said.main;
  item.personal = said.personal;
  item.on_request = said.on_request;
  frame.Add(std::move(item));
  return frame.record.items.size() - 1;
}

void NoteWritten(UiFrame& frame, size_t item, const Block& block, const Box& written) {
  const Box first_line{written.x, written.y, written.w, block.line_mm};
  NoteWritten(frame, item, block, written, frame.PlacedUnder(first_line).box);
}

void NoteWritten(UiFrame& frame, size_t item, const Block& block, const Box& written,
                 const Box& ground) {
  Item& noted = frame.record.items[item];
  noted.written = written;
  noted.ground = ground;
  if (noted.words == kCovered) return;
  for (const TextLine& line : block.lines) noted.lines.push_back(Encode(line.text));
}

Press Target(UiFrame& frame, std::string_view id, const Box& box, bool enabled) {
  if (!enabled || !frame.listening) return {};
  if (frame.covered && Meet(box, *frame.covered)) return {};
  const HitState hit = frame.canvas.Hit(id, frame.panel.Snap(box));
  const bool lifted = hit.released || frame.touch.lets_go(id);
  return {hit.held || frame.touch.holds(id), lifted && frame.touch.MayAct(id)};
}

Surface DrawPlate(UiFrame& frame, const Box& box, const PlateLook& look, bool held) {
  Surface surface = look.surface;
  float edge_mm = look.edge ? look.edge_mm : 0;
  Color edge = look.edge.value_or(surface.fill);
  if (held) {
    // On black, 4 % would not be seen.
    const bool dark = Contrast(surface.fill, Rgb(0x000000)) < 3;
    surface.fill = Mix(surface.fill, surface.ink, dark ? 0.12F : 0.04F);
    surface.muted = surface.ink;
    edge = surface.ink;
    edge_mm = std::max(kHeldEdgeMm, 2 * edge_mm);
  }
  const Rect whole = frame.panel.Snap(box);
  // A filled plate's ink may be the page's colour: its edge is seen only with fill around it.
  const bool filled =
      held && Contrast(look.surface.fill, frame.theme().paper.fill) >= kFilledContrast;
  if (filled) frame.canvas.RoundFill(whole, frame.Px(look.radius_mm), look.surface.fill);
  const Rect rect = filled ? frame.panel.Snap(box.Inset(kHeldEdgeMm)) : whole;
  const int radius = frame.Px(look.radius_mm - (filled ? kHeldEdgeMm : 0));
  const int thickness = edge_mm > 0 ? std::max(1, frame.Px(edge_mm)) : 0;
  if (thickness > 0) {
    const Rect inside{rect.x + thickness, rect.y + thickness, rect.w - 2 * thickness,
                      rect.h - 2 * thickness};
    frame.canvas.RoundFill(rect, radius, edge);
    frame.canvas.RoundFill(inside, std::max(0, radius - thickness), surface.fill);
  } else {
    frame.canvas.RoundFill(rect, radius, surface.fill);
  }
  return surface;
}

void DrawIcon(UiFrame& frame, const Box& box, std::string_view icon, Color color) {
  if (icon.empty()) return;
  frame.record.marks.push_back({IconSquare(box), true});
  const Rect square = frame.panel.Snap(IconSquare(box));
  const int middle = square.y + square.h / 2;
  if (icon.front() == '=') {
    const std::u32string text = Decode(icon.substr(1));
    const float width = frame.text.Width(text, Weight::kBold, square.h);
    const int x = square.x + static_cast<int>(std::lround((square.w - width) / 2));
    return frame.canvas.Line(text, Weight::kBold, square.h, x, middle, color);
  }
  // The icons' em box stands on the baseline's own height: its middle lies half an em above.
  const int shift =
      static_cast<int>(std::lround((0.5F - kBaselineBelowMiddle) * static_cast<float>(square.h)));
  const std::u32string point(1, IconPoint(icon));
  frame.canvas.Line(point, Weight::kIcon, square.h, square.x, middle + shift, color);
}

void DrawIconTile(UiFrame& frame, const Box& box, std::string_view icon, Hue hue, float radius_mm) {
  const Box square = IconSquare(box);
  const Theme& theme = frame.theme();
  frame.canvas.RoundFill(frame.panel.Snap(square), frame.Px(radius_mm),
                         theme.tiles[static_cast<size_t>(hue)]);
  const Color color = hue == Hue::kAmber ? theme.amber.ink : theme.on_tile;
  DrawIcon(frame, square.Centered(square.w * 0.66F, square.h * 0.66F), icon, color);
}

void DrawEmoji(UiFrame& frame, const Box& box, std::string_view emoji, bool muted) {
  const float side = std::min({box.w, box.h, kPictureMax});
  const Texture* const picture = frame.text.emoji().Get(emoji, frame.Px(side), muted);
  if (picture == nullptr) return;
  frame.record.marks.push_back({box.Centered(side, side), false});
  const Rect rect = frame.panel.Snap(box);
  frame.canvas.Picture(*picture, rect.x + (rect.w - picture->width) / 2,
                       rect.y + (rect.h - picture->height) / 2);
}

}  // namespace chunhui::kit
