// The part of Ui that shows words.
#include <algorithm>

#include "kiosk/kit/frame.h"
#include "kiosk/kit/ui.h"

namespace chunhui::kit {
namespace {

constexpr int64_t kDotMs = 600;

Ink InkOn(UiFrame& frame, const Box& box, const TextLook& look) {
  const Surface surface = frame.SurfaceUnder(box);
  const bool strong = look.bold || IsBold(look.role);
  const Color color = look.tone == Tone::kMuted ? surface.muted
                      : strong                  ? surface.strong
                                                : surface.ink;
  return {color, surface.fill, IsCovered(frame, look.personal)};
}

bool IsFitted(Role role) { return role == Role::kClock || role == Role::kNumber; }

// An icon before a sentence; returns the sentence's block on the page.
Box DrawIconAndWords(UiFrame& frame, const Box& box, const Block& block, float icon_mm,
                     std::string_view icon, const Ink& ink) {
  Box words = box;
  const Box place = words.TakeLeft(icon_mm, icon_mm * 0.4F);
  const float height = std::max(block.height_mm(), icon_mm);
  DrawIcon(frame, {place.x, place.y + (height - icon_mm) / 2, icon_mm, icon_mm}, icon,
           frame.SurfaceUnder(box) == frame.theme().paper ? frame.theme().icon : ink.color);
  return Draw(frame, block, {words.x, words.y, words.w, height}, Align::kLeft, Upright::kMiddle,
              ink);
}

}  // namespace

void Ui::Title(std::string_view title, std::string_view second, std::string_view aside,
               bool personal, std::string_view voice) {
  Box& page = frame_.page;
  const float above = landscape() ? 0 : space().title_above;
  const float below = landscape() ? space().title_below_lying : space().title_below;
  float width = page.w;
  Block beside;
  if (!aside.empty()) {
    beside = LayOut(frame_, aside, {Role::kSecond, true}, page.w / 2);
    width -= beside.width_mm + gap();
  }
  const Block block = LayOut(frame_, title, {Role::kTitle}, width);
  float height = above + block.height_mm() + below;
  if (!second.empty()) height += MeasureHeight(Role::kSecond, second, page.w);
  if (frame_.stands_low) page.TakeTop(std::max(0.0F, reach_top() - height - page.y));
  page.TakeTop(above);
  if (!aside.empty()) {
    const Box first_line{page.x, page.y, page.w, line(Role::kTitle)};
    const Ink quiet{theme().paper.muted, theme().paper.fill};
    const Box drawn = Draw(frame_, beside, first_line, Align::kRight, Upright::kMiddle, quiet);
    const size_t noted =
        Note(frame_, {.id = frame_.title_id + ".aside", .words = aside, .on_request = true}, drawn,
             beside.em_mm, quiet);
    NoteWritten(frame_, noted, beside, drawn);
  }
  const Ink ink{theme().paper.strong, theme().paper.fill, IsCovered(frame_, personal)};
  const Box drawn =
      Draw(frame_, block, page.TakeTop(block.height_mm()), Align::kLeft, Upright::kTop, ink);
  const size_t noted = Note(frame_,
                            {.id = frame_.title_id,
                             .role = ItemRole::kTitle,
                             .words = title,
                             .voice = voice,
                             .personal = personal},
                            drawn, block.em_mm, ink);
  NoteWritten(frame_, noted, block, drawn);
  if (!second.empty()) {
    page.TakeTop(Text(frame_.title_id + ".second", page, second,
                      {.role = Role::kSecond, .tone = Tone::kMuted}));
  }
  page.TakeTop(below);
}

float Ui::Text(std::string_view id, const Box& box, std::string_view words, const TextLook& look) {
  if (words.empty()) return 0;
  const Block block = IsFitted(look.role) ? LayOutToFit(frame_, words, look.role, box)
                                          : LayOut(frame_, words, {look.role, look.bold}, box.w);
  const float top = UprightY(box, block.height_mm(), look.upright);
  const Ink ink = InkOn(frame_, {box.x, top, box.w, block.line_mm}, look);
  const Box drawn = Draw(frame_, block, box, look.align, look.upright, ink);
  const size_t noted = Note(frame_,
                            {.id = id,
                             .role = look.title ? ItemRole::kTitle : ItemRole::kText,
                             .words = words,
                             .voice = look.voice,
                             .personal = look.personal,
                             .on_request = look.on_request},
                            drawn, block.em_mm, ink);
  NoteWritten(frame_, noted, block, drawn);
  return block.height_mm();
}

float Ui::Line(std::string_view id, const Box& box, std::string_view label, std::string_view value,
               const TextLook& look) {
  const Type type{look.role, look.bold};
  const bool together =
      WidthOf(frame_, label, type) + WidthOf(frame_, value, type) + em(look.role) <= box.w;
  TextLook left = look;
  left.align = Align::kLeft;
  left.upright = Upright::kTop;
  left.personal = false;
  const float label_height = Text(id, box, label, left);
  TextLook right = look;
  right.align = Align::kRight;
  right.upright = Upright::kTop;
  const Box below{box.x, box.y + (together ? 0 : label_height), box.w, box.h};
  const float value_height = Text(std::string(id) + ".value", below, value, right);
  return together ? std::max(label_height, value_height) : label_height + value_height;
}

float Ui::Status(std::string_view id, const Box& box, std::string_view words,
                 std::string_view icon) {
  const float icon_mm = icon.empty() ? 0 : em(Role::kLabel) * 1.5F;
  const Block block = LayOut(frame_, words, {Role::kBody, true}, box.w - icon_mm * 1.4F);
  const Ink ink = InkOn(frame_, box, {.bold = true});
  const Box drawn = DrawIconAndWords(frame_, box, block, icon_mm, icon, ink);
  const size_t noted =
      Note(frame_, {.id = id, .role = ItemRole::kStatus, .words = words}, drawn, block.em_mm, ink);
  NoteWritten(frame_, noted, block, drawn);
  return std::max(block.height_mm(), icon_mm);
}

float Ui::WaitingDots(std::string_view id, const Box& box, std::string_view words) {
  const Block block = LayOut(frame_, words, {Role::kLabel}, box.w);
  const Ink ink = InkOn(frame_, box, {.role = Role::kLabel});
  const Box drawn = Draw(frame_, block, box, Align::kCenter, Upright::kTop, ink);
  const size_t noted =
      Note(frame_, {.id = id, .role = ItemRole::kStatus, .words = words}, drawn, block.em_mm, ink);
  NoteWritten(frame_, noted, block, drawn);
  const float dot = em(Role::kLabel) * 0.42F;
  const float row = dot * 3;
  const bool still = frame_.look.motion == Motion::kStill;
  const auto turn = static_cast<int>(now_ms() / kDotMs % 3);
  const Color calm = Mix(ink.background, ink.color, 0.25F);
  for (int i = 0; i < 3; ++i) {
    const float x = box.center_x() + (static_cast<float>(i) - 1) * dot * 2.4F - dot / 2;
    const Box at{x, drawn.bottom() + dot, dot, dot};
    const Rect rect = frame_.panel.Snap(at);
    frame_.canvas.RoundFill(rect, rect.w / 2, i == turn || still ? ink.color : calm);
  }
  if (!still) WakeAt((now_ms() / kDotMs + 1) * kDotMs);
  return block.height_mm() + row;
}

float Ui::MeasureHeight(Role role, std::string_view words, float width_mm) const {
  return LayOut(frame_, words, {role}, width_mm).height_mm();
}

float Ui::MeasureWidth(Role role, std::string_view words) const {
  return WidthOf(frame_, words, {role});
}

}  // namespace chunhui::kit
