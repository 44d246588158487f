// Buttons and the keypad.
#include <algorithm>
#include <array>

#include "kiosk/kit/frame.h"
#include "kiosk/kit/ui.h"
#include "kiosk/kit/words.h"

namespace chunhui::kit {
namespace {

constexpr float kButtonPadding = 5;
constexpr float kButtonPaddingY = 4;
constexpr float kIconAboveMm = 17;
// Narrower keys have an arrow instead of the word.
constexpr float kDeleteWordsWidth = 60;
constexpr const char* kDeleteArrow = "←";

// --- buttons

Type TypeOf(const ButtonLook& look) {
  return {look.kind == ButtonKind::kMain ? Role::kMainButton : Role::kLabel};
}

PlateLook PlateOf(const Theme& theme, const ButtonLook& look) {
  if (!look.enabled) return {theme.sand, theme.edge, theme.edge_mm};
  if (look.in_theme) {
    const Theme& shown = ThemeOf(*look.in_theme);
    Surface surface = shown.paper;
    surface.ink = shown.paper.strong;
    return {surface, shown.edge, shown.edge_mm};
  }
  switch (look.kind) {
    case ButtonKind::kMain:
      return {theme.main, {}, 0};
    case ButtonKind::kPlain:
      return {theme.card, theme.edge_dark, theme.edge_mm};
    case ButtonKind::kAmber:
      return {theme.amber, theme.edge, theme.edge_mm};
    case ButtonKind::kSoft:
      break;
  }
  return {theme.card, theme.edge, theme.edge_mm};
}

struct ButtonPlan {
  float icon_mm = 0;
  float icon_gap_mm = 0;
  bool above = false;
  Block words;
  Stack second;

  float block_height() const { return words.height_mm() + second.height_mm; }
  float height() const {
    return above ? icon_mm + icon_gap_mm + block_height() : std::max(icon_mm, block_height());
  }
  float words_width() const {
    return std::max(words.width_mm, second.blocks.empty() ? 0 : second.blocks[0].width_mm);
  }
};

ButtonPlan PlanButton(UiFrame& frame, std::string_view id, const ButtonLook& look, float width_mm,
                      const Type& type) {
  ButtonPlan plan;
  const float em = EmMm(type.role, frame.StepOf(type.role));
  float room = width_mm - 2 * kButtonPadding;
  if (!look.icon.empty()) {
    plan.above = look.icon_above;
    plan.icon_mm = plan.above ? std::max(kIconAboveMm, em * 1.2F) : em * 1.25F;
    plan.icon_gap_mm = plan.above ? 2.5F : em * 0.35F;
    if (!plan.above) room -= plan.icon_mm + plan.icon_gap_mm;
  }
  plan.words = LayOut(frame, look.words, type, room);
  const Part second{.id = std::string(id) + ".second",
                    .words = look.second,
                    .type = {Role::kSecond},
                    .muted = true,
                    .personal = look.personal};
  plan.second = LayOutStack(frame, {second}, room, 1e6F);
  return plan;
}

// Words that would leave a small box are sizes smaller.
ButtonPlan FittingButton(UiFrame& frame, std::string_view id, const ButtonLook& look,
                         const Box& box, const Type& wanted) {
  ButtonPlan plan = PlanButton(frame, id, look, box.w, wanted);
  for (const Type& type :
       {Type{Role::kLabel}, Type{Role::kBody, true}, Type{Role::kSecond, true}}) {
    if (plan.height() <= box.h - 2) return plan;
    plan = PlanButton(frame, id, look, box.w, type);
  }
  return plan;
}

void DrawButton(UiFrame& frame, const Box& box, const ButtonPlan& plan, const ButtonLook& look,
                const Surface& surface, const Ink& ink, size_t noted) {
  Box inner = box.Inset(kButtonPadding, 0);
  Box icon;
  if (plan.above) {
    inner = inner.Centered(inner.w, plan.height());
    icon = inner.TakeTop(plan.icon_mm, plan.icon_gap_mm);
  } else {
    const float width = plan.words_width() + plan.icon_mm + plan.icon_gap_mm;
    inner = inner.Centered(width, inner.h);
    icon = inner.TakeLeft(plan.icon_mm, plan.icon_gap_mm);
    inner = inner.Centered(inner.w, plan.block_height());
  }
  const bool soft = look.enabled && look.kind == ButtonKind::kSoft && plan.above;
  DrawIcon(frame, icon, look.icon, soft ? frame.theme().icon : ink.color);
  const Box written = Draw(frame, plan.words, inner.TakeTop(plan.words.height_mm()), Align::kCenter,
                           Upright::kTop, ink);
  NoteWritten(frame, noted, plan.words, written, box);
  DrawStack(frame, plan.second, inner, Align::kCenter, Upright::kTop, surface, noted, box);
}

bool PressButton(UiFrame& frame, std::string_view id, const Box& box, const ButtonLook& look,
                 const Type& type) {
  const Press press = Target(frame, id, box, look.enabled);
  const Surface surface = DrawPlate(frame, box, PlateOf(frame.theme(), look), press.held);
  const ButtonPlan plan = FittingButton(frame, id, look, box, type);
  const Ink ink{surface.ink, surface.fill, IsCovered(frame, look.personal)};
  const size_t noted = Note(frame,
                            {.id = id,
                             .role = ItemRole::kButton,
                             .words = look.words,
                             .voice = look.voice,
                             .personal = look.personal,
                             .enabled = look.enabled,
                             .main = look.kind == ButtonKind::kMain},
                            box, plan.words.em_mm, ink);
  DrawButton(frame, box, plan, look, surface, ink, noted);
  return press.acted;
}

}  // namespace

bool Ui::Button(std::string_view id, const Box& box, const ButtonLook& look) {
  return PressButton(frame_, id, box, look, TypeOf(look));
}

float Ui::ButtonHeight(const ButtonLook& look, float width_mm) const {
  const float least = look.kind == ButtonKind::kMain ? frame_.space().main_target : kTargetMin;
  const ButtonPlan plan = PlanButton(frame_, {}, look, width_mm, TypeOf(look));
  return std::max(least, plan.height() + 2 * kButtonPaddingY);
}

char Ui::Keypad(std::string_view id, const Box& box, bool with_x) {
  constexpr std::array<char, 12> kKeys{'1', '2', '3', '4', '5', '6', '7', '8', '9', 'X', '0', '\b'};
  const std::vector<Box> cells = box.Grid(3, 4, kGapMin);
  const std::string name = std::string(id) + ".";
  char pressed = 0;
  for (size_t i = 0; i < kKeys.size(); ++i) {
    const char key = kKeys[i];
    if (key == 'X' && !with_x) continue;
    const bool erase = key == '\b';
    ButtonLook look{.words = std::string(1, key), .kind = ButtonKind::kSoft};
    if (erase && cells[i].w < kDeleteWordsWidth) {
      look.words = kDeleteArrow;
      look.voice = words().Text("keypad.delete");
    } else if (erase) {
      look.words = words().Text("keypad.delete");
      look.icon = "backspace";
    }
    const Type type{erase ? Role::kBar : Role::kPrice};
    const std::string key_id = name + (erase ? "delete" : std::string(1, key));
    if (PressButton(frame_, key_id, cells[i], look, type)) pressed = key;
    frame_.record.items.back().digit = true;
    frame_.record.items.back().on_request = true;
  }
  return pressed;
}

int Ui::Characters(std::string_view id, const Box& box, const std::vector<std::string>& characters,
                   int columns, int rows) {
  const std::vector<Box> cells = box.Grid(columns, rows, kGapMin);
  int pressed = -1;
  for (size_t i = 0; i < std::min(characters.size(), cells.size()); ++i) {
    const std::string key_id = std::string(id) + "." + std::to_string(i + 1);
    const ButtonLook look{
        .words = characters[i], .kind = ButtonKind::kSoft, .personal = true, .voice = {}};
    if (PressButton(frame_, key_id, cells[i], look, {Role::kPrice})) pressed = static_cast<int>(i);
    frame_.record.items.back().digit = true;
    frame_.record.items.back().on_request = true;
  }
  return pressed;
}

char Ui::Letters(std::string_view id, const Box& box) {
  // No syllable begins with I, U or V.
  constexpr std::string_view kKeys = "ABCDEFGHJKLMNOPQRSTWXYZ\b";
  constexpr float kWide = 1.5F;
  const bool wide = box.w > kWide * box.h;
  const int columns = wide ? 6 : 5;
  const int rows = wide ? 4 : 5;
  const std::vector<Box> cells = box.Grid(columns, rows, kGapMin);
  char pressed = 0;
  for (size_t i = 0; i < kKeys.size(); ++i) {
    const char key = kKeys[i];
    const bool erase = key == '\b';
    const ButtonLook look{.words = erase ? kDeleteArrow : std::string(1, key),
                          .kind = ButtonKind::kSoft,
                          .voice = erase ? words().Text("keypad.delete") : ""};
    const std::string key_id = std::string(id) + "." + (erase ? "delete" : std::string(1, key));
    if (PressButton(frame_, key_id, cells[i], look, {Role::kPrice})) pressed = key;
    frame_.record.items.back().digit = true;
    frame_.record.items.back().on_request = true;
  }
  return pressed;
}

}  // namespace chunhui::kit
