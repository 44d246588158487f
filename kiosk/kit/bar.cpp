#include "kiosk/kit/bar.h"

#include <algorithm>

#include "kiosk/kit/ui.h"
#include "kiosk/kit/words.h"

namespace chunhui::kit {
namespace {

constexpr float kNarrowPanelMm = 230;  // below this the keys need two rows
constexpr float kHelpShare = 1.25F;    // help is wider than the others
constexpr float kKeyPadding = 3.5F;    // above and below
constexpr float kKeySide = 2.5F;
constexpr float kBarHeightLying = 34;
constexpr float kIconMm = 10.5F;
constexpr float kIconGapMm = 1.5F;

struct KeySpec {
  BarKey key;
  const char* id;
  const char* words;
  const char* icon;
};

constexpr std::array<KeySpec, 9> kSpecs{{
    {BarKey::kBack, "bar.back", "bar.back", "arrow_back"},
    {BarKey::kHome, "bar.home", "bar.home", "home"},
    {BarKey::kDone, "bar.done", "bar.done", "exit_to_app"},
    {BarKey::kBigger, "bar.bigger", "bar.bigger", "=大"},
    {BarKey::kBigger, "bar.bigger", "bar.smaller", "=小"},
    {BarKey::kListen, "bar.listen", "bar.listen", "volume_up"},
    {BarKey::kHelp, "bar.help", "bar.help", "notifications_active"},
    {BarKey::kLanguage, "bar.language", "bar.language", "language"},
    {BarKey::kSettings, "bar.settings", "bar.settings", "visibility"},
}};

float IconSize(const UiFrame& frame) {
  return std::max(kIconMm, EmMm(Role::kBar, frame.look.text_step));
}

float WordsRoom(const UiFrame& frame, float key_mm, bool beside) {
  const float icon = beside ? IconSize(frame) + 2 * kIconGapMm : 0;
  return key_mm - 2 * kKeySide - icon;
}

// Which words may stand on the key of each slot.
constexpr std::array<std::array<const char*, 3>, kBarSlots> kSlotWords{
    {{"bar.back", "bar.done", "bar.language"},
     {"bar.home", "bar.settings", "bar.settings"},
     {"bar.bigger", "bar.smaller", "bar.smaller"},
     {"bar.listen", "bar.listen", "bar.listen"},
     {"bar.help", "bar.help", "bar.help"}}};

// The widths of back, home, bigger, listen and help in a row: equal but for help, unless a word of
// a longer language needs more than its share.
std::array<float, kBarSlots> Widths(UiFrame& frame, float row_mm, bool beside) {
  const float room = row_mm - 4 * kGapMin;
  const float unit = room / (4 + kHelpShare);
  std::array<float, kBarSlots> equal{unit, unit, unit, unit, unit * kHelpShare};
  std::array<float, kBarSlots> needed{};
  float spare = room;
  bool enough = true;
  for (size_t i = 0; i < kBarSlots; ++i) {
    const float around = equal[i] - WordsRoom(frame, equal[i], beside);
    for (const char* words : kSlotWords[i]) {
      needed[i] =
          std::max(needed[i], around + WidthOf(frame, frame.words.Text(words), {Role::kBar}));
    }
    needed[i] = std::max(needed[i], kTargetMin);
    enough = enough && needed[i] <= equal[i];
    spare -= needed[i];
  }
  if (enough || spare < 0) return equal;
  for (float& width : needed) width += spare / kBarSlots;
  return needed;
}

// Room for the longest label of any key from `first` to before `last`, so that no screen's bar is
// higher than another's.
float KeyHeight(UiFrame& frame, const std::array<float, kBarSlots>& widths, bool beside,
                size_t first = 0, size_t last = kBarSlots) {
  float words_mm = 0;
  for (size_t i = first; i < last; ++i) {
    const float width = WordsRoom(frame, widths[i], beside);
    for (const char* words : kSlotWords[i]) {
      const Block block = LayOut(frame, frame.words.Text(words), {Role::kBar}, width);
      words_mm = std::max(words_mm, block.height_mm());
    }
  }
  const float content =
      beside ? std::max(words_mm, IconSize(frame)) : words_mm + IconSize(frame) + kIconGapMm;
  return std::max(kTargetMin, content + 2 * kKeyPadding);
}

// Returns where the words stand.
Box DrawKey(UiFrame& frame, const Box& key, const KeySpec& spec, const Block& words, bool beside,
            const Ink& ink) {
  const float icon_mm = IconSize(frame);
  Box inner = key.Inset(kKeySide, kKeyPadding);
  Box icon;
  if (beside) {
    inner = inner.Centered(icon_mm + 2 * kIconGapMm + words.width_mm, inner.h);
    icon = inner.TakeLeft(icon_mm, 2 * kIconGapMm);
  } else {
    inner = inner.Centered(inner.w, icon_mm + kIconGapMm + words.height_mm());
    icon = inner.TakeTop(icon_mm, kIconGapMm);
  }
  const std::string_view name = spec.icon;
  const bool latin = name.front() == '=' && !frame.words.chinese();
  DrawIcon(frame, icon.Centered(icon_mm, icon_mm),
           latin ? spec.key == BarKey::kBigger && name == "=大" ? "=A" : "=a" : name, ink.color);
  return Draw(frame, words, inner, Align::kCenter, Upright::kMiddle, ink);
}

bool Key(UiFrame& frame, const Box& box, const KeySpec& spec, bool beside) {
  const Theme& theme = frame.theme();
  const bool help = spec.key == BarKey::kHelp;
  const Press press = Target(frame, spec.id, box, true);
  const PlateLook plate{help ? theme.amber : theme.card, theme.edge, theme.edge_mm, 5};
  const Surface surface = DrawPlate(frame, box, plate, press.held);
  const std::string text = frame.words.Text(spec.words);
  const Block words = LayOut(frame, text, {Role::kBar}, WordsRoom(frame, box.w, beside));
  const Ink ink{surface.ink, surface.fill};
  const size_t noted = Note(frame,
                            {.id = spec.id,
                             .role = ItemRole::kButton,
                             .words = text,
                             .voice = frame.words.Voice(spec.words),
                             .on_request = true},
                            box, words.em_mm, ink);
  NoteWritten(frame, noted, words, DrawKey(frame, box, spec, words, beside, ink), box);
  return press.acted;
}

const KeySpec& SpecOf(std::string_view words) {
  return *std::find_if(kSpecs.begin(), kSpecs.end(),
                       [words](const KeySpec& spec) { return words == spec.words; });
}

Box Joined(const Box& left, const Box& right) {
  return {left.x, left.y, right.right() - left.x, left.h};
}

}  // namespace

BarPlan PlanBar(UiFrame& frame) {
  BarPlan plan;
  const Panel& panel = frame.panel;
  const float row = panel.width_mm() - 2 * frame.space().margin;
  const bool two_rows = panel.width_mm() < kNarrowPanelMm;
  plan.icon_beside = panel.landscape() && !two_rows;
  const float quarter = (row - 3 * kGapMin) / 4;
  const std::array<float, kBarSlots> widths =
      two_rows ? std::array<float, kBarSlots>{quarter, quarter, quarter, quarter, row}
               : Widths(frame, row, plan.icon_beside);
  plan.help_beside = plan.icon_beside || two_rows;
  const size_t above = two_rows ? kBarSlots - 1 : kBarSlots;  // help may have a row of its own
  const float key_height = KeyHeight(frame, widths, plan.icon_beside, 0, above);
  const float help_height = two_rows ? KeyHeight(frame, widths, true, above) : 0;
  const float around = plan.icon_beside ? kGapMin : frame.space().in_bar;
  const float keys_height = two_rows ? key_height + kGapMin + help_height : key_height;
  const float usual = plan.icon_beside ? kBarHeightLying : kBarHeight;
  const float height = std::max(IsSmall(panel) ? 0 : usual, keys_height + 2 * around);
  plan.band = {0, panel.height_mm() - height, panel.width_mm(), height};
  Box keys = plan.band.Inset(frame.space().margin, around);
  if (two_rows) {
    const Box help = keys.TakeBottom(help_height, kGapMin);
    const std::vector<Box> row_above = keys.Columns(4, kGapMin);
    std::copy(row_above.begin(), row_above.end(), plan.keys.begin());
    plan.keys[4] = help;
    return plan;
  }
  for (size_t i = 0; i < kBarSlots; ++i) plan.keys[i] = keys.TakeLeft(widths[i], kGapMin);
  return plan;
}

BarKey Ui::Bar(const BarKeys& keys) {
  const BarPlan plan = PlanBar(frame_);
  const Rect band = frame_.panel.Snap(plan.band);
  frame_.canvas.Fill(band, theme().bar.fill);
  frame_.canvas.Fill({band.x, band.y, band.w, std::max(1, frame_.Px(theme().edge_mm / 1.5F))},
                     theme().edge);
  frame_.surfaces.push_back({plan.band, theme().bar});
  BarKey pressed = BarKey::kNone;
  const auto key = [&](std::string_view words, const Box& box) {
    const KeySpec& spec = SpecOf(words);
    const bool beside = spec.key == BarKey::kHelp ? plan.help_beside : plan.icon_beside;
    if (Key(frame_, box, spec, beside)) pressed = spec.key;
  };
  const bool left_free = !keys.back && !keys.home && !keys.done && !keys.language;
  const Box left = keys.settings ? plan.keys[0] : Joined(plan.keys[0], plan.keys[1]);
  if (keys.back) key("bar.back", plan.keys[0]);
  if (keys.home) key("bar.home", plan.keys[1]);
  if (keys.done) key("bar.done", left);
  if (keys.language) key("bar.language", left);
  if (keys.settings) key("bar.settings", plan.keys[1]);
  const Box bigger = left_free ? left : plan.keys[2];
  const Box listen = left_free ? Joined(plan.keys[2], plan.keys[3]) : plan.keys[3];
  const bool largest = frame_.look.text_step == kTextSteps - 1;
  if (keys.bigger) key(largest ? "bar.smaller" : "bar.bigger", bigger);
  if (keys.listen) key("bar.listen", listen);
  key("bar.help", plan.keys[4]);
  return pressed;
}

}  // namespace chunhui::kit
