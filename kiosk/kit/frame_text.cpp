// Laying words out and drawing them.
#include <algorithm>
#include <cmath>

#include "kiosk/kit/frame.h"
#include "kiosk/kit/text/utf8.h"

namespace chunhui::kit {
namespace {

// The widest piece that may not be broken: a Latin word or a number; a Han character breaks
// anywhere.
float WidestWordPx(UiFrame& frame, const std::u32string& text, Weight weight, int em_px) {
  float widest = 0;
  std::u32string word;
  const auto close = [&] {
    widest = std::max(widest, frame.text.Width(word, weight, em_px));
    word.clear();
  };
  for (const char32_t point : text) {
    if (point == U' ' || point == U'\n' || IsWide(point)) {
      close();
    } else {
      word.push_back(point);
    }
  }
  close();
  return widest;
}

// The step at which the longest word fits, the visitor's own where that is possible.
float FittingEmMm(UiFrame& frame, std::string_view words, Role role, Weight weight,
                  float width_mm) {
  const int step = frame.StepOf(role);
  const std::u32string text = Decode(words);
  for (int smaller = step; smaller >= 0; --smaller) {
    const float em_mm = EmMm(role, smaller);
    const float widest = WidestWordPx(frame, text, weight, frame.Px(em_mm));
    if (widest <= width_mm * frame.panel.px_per_mm) return em_mm;
  }
  return EmMm(role, step);  // then the word is cut between lines
}

void FinishBlock(UiFrame& frame, Block& block, Role role) {
  block.line_mm = block.em_mm * LineHeight(role);
  for (const TextLine& line : block.lines) {
    block.width_mm = std::max(block.width_mm, line.width_px / frame.panel.px_per_mm);
  }
}

float AlignedX(const Box& box, float width, Align align) {
  if (align == Align::kCenter) return box.x + (box.w - width) / 2;
  return align == Align::kRight ? box.right() - width : box.x;
}

// Three squares whatever the words are: neither a name nor its length is seen.
Box DrawCover(UiFrame& frame, const Block& block, const Box& box, Align align, float top,
              Color color) {
  const float side = block.em_mm * 0.5F;
  const float step = side * 1.5F;
  const float width = 2 * step + side;
  const Box all{AlignedX(box, width, align), top, width, block.height_mm()};
  for (int i = 0; i < 3; ++i) {
    const Box square{all.x + static_cast<float>(i) * step, all.center_y() - side / 2, side, side};
    frame.canvas.RoundFill(frame.panel.Snap(square), frame.Px(side / 4), color);
  }
  return all;
}

}  // namespace

float UprightY(const Box& box, float height, Upright upright) {
  if (upright == Upright::kMiddle) return box.y + (box.h - height) / 2;
  return upright == Upright::kBottom ? box.bottom() - height : box.y;
}

Block LayOut(UiFrame& frame, std::string_view words, const Type& type, float width_mm) {
  Block block;
  const bool bold = type.bold || IsBold(type.role);
  block.weight = bold ? Weight::kBold : Weight::kMedium;
  block.em_mm = FittingEmMm(frame, words, type.role, block.weight, width_mm);
  block.em_px = frame.Px(block.em_mm);
  const int width_px = static_cast<int>(std::floor(width_mm * frame.panel.px_per_mm + 0.5F));
  block.lines = frame.text.Wrap(words, block.weight, block.em_px, width_px);
  FinishBlock(frame, block, type.role);
  return block;
}

Block LayOutToFit(UiFrame& frame, std::string_view words, Role role, const Box& box) {
  Block block;
  block.weight = IsBold(role) ? Weight::kBold : Weight::kMedium;
  const std::u32string text = Decode(words);
  const float wanted_mm = EmMm(role, frame.StepOf(role));
  const float wanted_px = wanted_mm * frame.panel.px_per_mm;
  const float width_px = frame.text.Width(text, block.weight, static_cast<int>(wanted_px));
  const float room_px = box.w * frame.panel.px_per_mm;
  const float by_width = width_px > room_px ? room_px / width_px : 1;
  const float by_height = std::min(1.0F, box.h / (wanted_mm * LineHeight(role)));
  block.em_px = std::max(1, static_cast<int>(wanted_px * std::min(by_width, by_height)));
  block.em_mm = static_cast<float>(block.em_px) / frame.panel.px_per_mm;
  block.lines = {{text, frame.text.Width(text, block.weight, block.em_px)}};
  FinishBlock(frame, block, role);
  return block;
}

float WidthOf(UiFrame& frame, std::string_view words, const Type& type) {
  const Weight weight = type.bold || IsBold(type.role) ? Weight::kBold : Weight::kMedium;
  const int em_px = frame.Px(EmMm(type.role, frame.StepOf(type.role)));
  return frame.text.Width(Decode(words), weight, em_px) / frame.panel.px_per_mm;
}

Box Draw(UiFrame& frame, const Block& block, const Box& box, Align align, Upright upright,
         const Ink& ink) {
  const float top = UprightY(box, block.height_mm(), upright);
  if (ink.covered) return DrawCover(frame, block, box, align, top, ink.color);
  float middle = top + block.line_mm / 2;
  for (const TextLine& line : block.lines) {
    const float width = line.width_px / frame.panel.px_per_mm;
    frame.canvas.Line(line.text, block.weight, block.em_px, frame.Px(AlignedX(box, width, align)),
                      frame.Px(middle), ink.color);
    middle += block.line_mm;
  }
  return {AlignedX(box, block.width_mm, align), top, block.width_mm, block.height_mm()};
}

Stack LayOutStack(UiFrame& frame, const std::vector<Part>& parts, float width_mm,
                  float height_max_mm) {
  Stack stack;
  for (const Part& part : parts) {
    if (part.words.empty()) continue;
    stack.blocks.push_back(LayOut(frame, part.words, part.type, width_mm));
    stack.parts.push_back(part);
    stack.height_mm += stack.blocks.back().height_mm() + part.gap_before_mm;
  }
  for (size_t i = stack.parts.size(); i-- > 0 && stack.height_mm > height_max_mm;) {
    if (!stack.parts[i].may_go) continue;
    stack.height_mm -= stack.blocks[i].height_mm() + stack.parts[i].gap_before_mm;
    stack.parts.erase(stack.parts.begin() + static_cast<ptrdiff_t>(i));
    stack.blocks.erase(stack.blocks.begin() + static_cast<ptrdiff_t>(i));
  }
  return stack;
}

void DrawStack(UiFrame& frame, const Stack& stack, const Box& box, Align align, Upright upright,
               const Surface& surface, size_t owner, const Box& ground) {
  float y = UprightY(box, stack.height_mm, upright);
  for (size_t i = 0; i < stack.parts.size(); ++i) {
    const Part& part = stack.parts[i];
    const Block& block = stack.blocks[i];
    y += part.gap_before_mm;
    const bool strong = part.type.bold || IsBold(part.type.role);
    const bool covered = IsCovered(frame, part.personal);
    const Ink ink{part.muted ? surface.muted
                  : strong   ? surface.strong
                             : surface.ink,
                  surface.fill, covered};
    const Box line{box.x, y, box.w, block.height_mm()};
    const Box drawn = Draw(frame, block, line, align, Upright::kTop, ink);
    y += block.height_mm();
    if (part.id.empty()) {
      NoteWritten(frame, owner, block, drawn, ground);
      continue;
    }
    const size_t noted =
        Note(frame, {.id = part.id, .words = part.words, .personal = part.personal}, drawn,
             block.em_mm, ink);
    NoteWritten(frame, noted, block, drawn, ground);
  }
}

}  // namespace chunhui::kit
