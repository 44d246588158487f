// Home's tiles: an icon on its colour, a name, a second line.
#include <algorithm>
#include <array>

#include "kiosk/kit/frame.h"
#include "kiosk/kit/text/utf8.h"
#include "kiosk/kit/ui.h"

namespace chunhui::kit {
namespace {

constexpr float kPadding = 7.5F;
constexpr float kPaddingSmall = 5.5F;
constexpr float kIconMm = 38;
constexpr float kIconMmMin = 20;
constexpr float kUnlimited = 1e6F;

struct TilePlan {
  TileArrangement as;
  Stack words;
  float padding_mm = kPadding;

  float gap_mm() const { return as.icon_mm <= 0 ? 0 : as.beside ? 7 : 5; }
  float height() const {
    const float content =
        as.beside ? std::max(as.icon_mm, words.height_mm) : as.icon_mm + gap_mm() + words.height_mm;
    return content + 2 * padding_mm;
  }
};

float PaddingOf(const UiFrame& frame) { return IsSmall(frame.panel) ? kPaddingSmall : kPadding; }

TilePlan PlanTile(UiFrame& frame, std::string_view id, const TileLook& look, float width_mm,
                  const TileArrangement& as) {
  TilePlan plan{as, {}, PaddingOf(frame)};
  const float room = width_mm - 2 * plan.padding_mm - (as.beside ? as.icon_mm + plan.gap_mm() : 0);
  std::vector<Part> parts{{.words = look.words, .type = {as.name_role, true}}};
  if (as.with_second) {
    parts.push_back({.id = std::string(id) + ".second",
                     .words = look.second,
                     .type = {Role::kSecond},
                     .muted = true,
                     .personal = look.personal});
  }
  plan.words = LayOutStack(frame, parts, room, kUnlimited);
  return plan;
}

void AddWithIcon(std::vector<TileArrangement>& all, Role role) {
  for (const bool with_second : {true, false}) {
    for (const bool beside : {false, true}) {
      for (const float icon_mm : {kIconMm, 30.0F, kIconMmMin}) {
        all.push_back({beside, icon_mm, with_second, role});
      }
    }
  }
}

// From the one we like best: the icon above, large; all words; then what small tiles need. Rather
// a name a size smaller than no icon, rather no icon than a small name.
std::vector<TileArrangement> Arrangements() {
  std::vector<TileArrangement> all;
  AddWithIcon(all, Role::kTitle);
  AddWithIcon(all, Role::kLabel);
  all.push_back({false, 0, false, Role::kTitle});
  all.push_back({false, 0, false, Role::kLabel});
  AddWithIcon(all, Role::kBody);
  all.push_back({false, 0, false, Role::kBody});
  return all;
}

bool IsLatin(char32_t point) { return point < 0x80 && point != U' '; }

// A name on two lines at most, no character alone on one, no Latin word cut in two.
bool ReadsAtAGlance(const Block& name, std::string_view words) {
  constexpr size_t kLinesMost = 2;
  if (name.lines.size() > kLinesMost) return false;
  for (size_t i = 1; i < name.lines.size(); ++i) {
    const std::u32string& before = name.lines[i - 1].text;
    const std::u32string& after = name.lines[i].text;
    if (before.size() < 2 || after.size() < 2) return false;
    const std::u32string joined = before.substr(before.size() - 1) + after.substr(0, 1);
    const bool latin = IsLatin(joined[0]) && IsLatin(joined[1]);
    if (latin && words.find(Encode(joined)) != std::string_view::npos) return false;
  }
  return true;
}

bool Suits(UiFrame& frame, const TileLook& look, const Box& cell, const TileArrangement& as,
           bool nicely) {
  const TilePlan plan = PlanTile(frame, {}, look, cell.w, as);
  const Block& name = plan.words.blocks.front();
  if (nicely && !ReadsAtAGlance(name, look.words)) return false;
  const bool full_size = name.em_mm == EmMm(as.name_role, frame.StepOf(as.name_role));
  return full_size && plan.height() <= cell.h;
}

TileArrangement Choose(UiFrame& frame, const std::vector<TileLook>& looks, const Box& cell) {
  for (const bool nicely : {true, false}) {
    for (const TileArrangement& as : Arrangements()) {
      const bool suits = std::all_of(looks.begin(), looks.end(), [&](const TileLook& look) {
        return Suits(frame, look, cell, as, nicely);
      });
      if (suits) return as;
    }
  }
  return {false, 0, false, Role::kSecond};
}

}  // namespace

void Ui::AlignTiles(const std::vector<TileLook>& looks, const Box& cell) {
  frame_.tiles.reset();
  if (!looks.empty()) frame_.tiles = Choose(frame_, looks, cell);
}

bool Ui::Tile(std::string_view id, const Box& box, const TileLook& look) {
  const Press press = Target(frame_, id, box, look.enabled);
  const Surface& plain = look.enabled ? theme().card : theme().sand;
  const Surface surface =
      DrawPlate(frame_, box, {plain, theme().edge, theme().edge_mm}, press.held);
  const TileArrangement as = frame_.tiles ? *frame_.tiles : Choose(frame_, {look}, box);
  const TilePlan plan = PlanTile(frame_, id, look, box.w, as);
  const size_t noted = Note(frame_,
                            {.id = id,
                             .role = ItemRole::kButton,
                             .words = look.words,
                             .voice = look.voice,
                             .enabled = look.enabled},
                            box, plan.words.blocks.front().em_mm, {surface.strong, surface.fill});
  Box inner = box.Inset(plan.padding_mm);
  Box icon = as.beside ? inner.TakeLeft(as.icon_mm, plan.gap_mm()).Centered(as.icon_mm, as.icon_mm)
                       : inner.TakeTop(as.icon_mm);
  icon.w = as.icon_mm;
  if (as.icon_mm > 0) DrawIconTile(frame_, icon, look.icon, look.hue, as.icon_mm * 0.24F);
  DrawStack(frame_, plan.words, inner, Align::kLeft,
            as.beside || as.icon_mm <= 0 ? Upright::kMiddle : Upright::kBottom, surface, noted,
            box);
  return press.acted;
}

float Ui::TileHeight(const TileLook& look, float width_mm) const {
  return PlanTile(frame_, {}, look, width_mm, {false, kIconMm, true}).height();
}

}  // namespace chunhui::kit
