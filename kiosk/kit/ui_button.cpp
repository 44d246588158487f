// Buttons, tiles and the keypad.
#include <algorithm>
#include <array>

#include "kiosk/kit/frame.h"
#include "kiosk/kit/ui.h"
#include "kiosk/kit/words.h"

namespace chunhui::kit {
namespace {

constexpr float kButtonPadding = 6;
constexpr float kTilePadding = 7.5F;
constexpr float kTileIconMm = 38;
constexpr float kTileIconMmMin = 20;
constexpr float kIconAboveMm = 17;

// --- buttons

Role RoleOf(const ButtonLook& look) {
  return look.kind == ButtonKind::kMain ? Role::kMainButton : Role::kLabel;
}

PlateLook PlateOf(const Theme& theme, const ButtonLook& look) {
  if (!look.enabled) return {theme.sand, theme.edge, theme.edge_mm};
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

ButtonPlan PlanButton(UiFrame& frame, std::string_view id, const ButtonLook& look, float width_mm) {
  ButtonPlan plan;
  const Role role = RoleOf(look);
  const float em = EmMm(role, frame.look.text_step);
  float room = width_mm - 2 * kButtonPadding;
  if (!look.icon.empty()) {
    plan.above = look.icon_above;
    plan.icon_mm = plan.above ? kIconAboveMm : em * 1.2F;
    plan.icon_gap_mm = plan.above ? 2.5F : em * 0.35F;
    if (!plan.above) room -= plan.icon_mm + plan.icon_gap_mm;
  }
  plan.words = LayOut(frame, look.words, {role}, room);
  const Part second{.id = std::string(id) + ".second",
                    .words = look.second,
                    .type = {Role::kSecond},
                    .muted = true,
                    .personal = look.personal};
  plan.second = LayOutStack(frame, {second}, room, 1e6F);
  return plan;
}

void DrawButton(UiFrame& frame, const Box& box, const ButtonPlan& plan, const ButtonLook& look,
                const Surface& surface, const Ink& ink) {
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
  Draw(frame, plan.words, inner.TakeTop(plan.words.height_mm()), Align::kCenter, Upright::kTop,
       ink);
  DrawStack(frame, plan.second, inner, Align::kCenter, Upright::kTop, surface);
}

// --- tiles

struct TilePlan {
  bool beside = false;
  float icon_mm = kTileIconMm;
  float gap_mm = 0;
  Stack words;

  float height() const {
    const float content =
        beside ? std::max(icon_mm, words.height_mm) : icon_mm + gap_mm + words.height_mm;
    return content + 2 * kTilePadding;
  }
};

TilePlan PlanTile(UiFrame& frame, std::string_view id, const TileLook& look, const Box& box,
                  bool beside, float icon_mm, bool with_second) {
  TilePlan plan{beside, icon_mm, beside ? 7.0F : 5.0F, {}};
  const float width = box.w - 2 * kTilePadding - (beside ? icon_mm + plan.gap_mm : 0);
  std::vector<Part> parts{{.words = look.words, .type = {Role::kTitle}}};
  if (with_second && !look.second.empty()) {
    parts.push_back({.id = std::string(id) + ".second",
                     .words = look.second,
                     .type = {Role::kSecond},
                     .muted = true,
                     .personal = look.personal});
  }
  plan.words = LayOutStack(frame, parts, width, 1e6F);
  return plan;
}

// The icon above the words where there is height for it, smaller before it moves beside them.
TilePlan BestTile(UiFrame& frame, std::string_view id, const TileLook& look, const Box& box) {
  constexpr std::array<float, 3> kIconSizes{kTileIconMm, 30, kTileIconMmMin};
  for (const bool with_second : {true, false}) {
    for (const bool beside : {false, true}) {
      for (const float icon_mm : kIconSizes) {
        TilePlan plan = PlanTile(frame, id, look, box, beside, icon_mm, with_second);
        if (plan.height() <= box.h) return plan;
      }
    }
  }
  return PlanTile(frame, id, look, box, true, kTileIconMmMin, false);
}

}  // namespace

bool Ui::Button(std::string_view id, const Box& box, const ButtonLook& look) {
  const Press press = Target(frame_, id, box, look.enabled);
  const Surface surface = DrawPlate(frame_, box, PlateOf(theme(), look), press.held);
  const ButtonPlan plan = PlanButton(frame_, id, look, box.w);
  const Ink ink{surface.ink, surface.fill, IsCovered(frame_, look.personal)};
  Note(frame_,
       {.id = id,
        .role = ItemRole::kButton,
        .words = look.words,
        .voice = look.voice,
        .personal = look.personal,
        .enabled = look.enabled,
        .main = look.kind == ButtonKind::kMain},
       box, plan.words.em_mm, ink);
  DrawButton(frame_, box, plan, look, surface, ink);
  return press.acted;
}

float Ui::ButtonHeight(const ButtonLook& look, float width_mm) const {
  const bool main = look.kind == ButtonKind::kMain;
  const float usual = main ? kMainButtonHeight : look.icon_above ? 52 : kSecondButtonHeight;
  return std::max(usual, PlanButton(frame_, "", look, width_mm).height() + kButtonPadding * 2);
}

bool Ui::Tile(std::string_view id, const Box& box, const TileLook& look) {
  const Press press = Target(frame_, id, box, look.enabled);
  const Surface& plain = look.enabled ? theme().card : theme().sand;
  const Surface surface =
      DrawPlate(frame_, box, {plain, theme().edge, theme().edge_mm}, press.held);
  const TilePlan plan = BestTile(frame_, id, look, box);
  Note(frame_,
       {.id = id,
        .role = ItemRole::kButton,
        .words = look.words,
        .voice = look.voice,
        .enabled = look.enabled},
       box, plan.words.blocks.front().em_mm, {surface.strong, surface.fill});
  Box inner = box.Inset(kTilePadding);
  if (plan.beside) {
    const Box icon = inner.TakeLeft(plan.icon_mm, plan.gap_mm);
    DrawIconTile(frame_, icon.Centered(plan.icon_mm, plan.icon_mm), look.icon, look.hue, 9);
    DrawStack(frame_, plan.words, inner, Align::kLeft, Upright::kMiddle, surface);
  } else {
    const Box row = inner.TakeTop(plan.icon_mm);
    DrawIconTile(frame_, {row.x, row.y, plan.icon_mm, plan.icon_mm}, look.icon, look.hue,
                 plan.icon_mm * 0.24F);
    DrawStack(frame_, plan.words, inner, Align::kLeft, Upright::kBottom, surface);
  }
  return press.acted;
}

float Ui::TileHeight(const TileLook& look, float width_mm) const {
  return PlanTile(frame_, "", look, {0, 0, width_mm, 0}, false, kTileIconMm, true).height();
}

char Ui::Keypad(std::string_view id, const Box& box, bool with_x) {
  constexpr std::array<char, 12> kKeys{'1', '2', '3', '4', '5', '6', '7', '8', '9', 'X', '0', '\b'};
  const std::vector<Box> cells = box.Grid(3, 4, kGapMin);
  char pressed = 0;
  for (size_t i = 0; i < kKeys.size(); ++i) {
    const char key = kKeys[i];
    if (key == 'X' && !with_x) continue;
    const bool erase = key == '\b';
    ButtonLook look{.words = erase ? words().Text("keypad.delete") : std::string(1, key),
                    .icon = erase ? "backspace" : "",
                    .kind = ButtonKind::kSoft};
    const std::string name = std::string(id) + (erase ? ".delete" : std::string(".") + key);
    if (Button(name, cells[i], look)) pressed = key;
  }
  return pressed;
}

}  // namespace chunhui::kit
