// The frame being drawn and what all controls share: laying words out, covering them, plates that
// sink when pressed, recording. Kit's own; screens see only ui.h.
#pragma once

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/kit/canvas.h"
#include "kiosk/kit/record.h"
#include "kiosk/kit/spacing.h"
#include "kiosk/kit/stage.h"
#include "kiosk/kit/text/engine.h"
#include "kiosk/kit/theme.h"
#include "kiosk/kit/touch.h"
#include "kiosk/kit/ui.h"
#include "kiosk/kit/walk.h"

namespace chunhui::kit {

bool Meet(const Box& one, const Box& other);

struct PlacedSurface {
  Box box;
  Surface surface;
};

struct TileArrangement {
  bool beside = false;  // the icon beside the words, not above
  float icon_mm = 0;    // 0: no icon
  bool with_second = true;
  Role name_role = Role::kTitle;
};

struct CardArrangement {
  float picture_mm = 0;
  bool price_below = false;
  Role title_role = Role::kLabel;
};

// How far the letters of a page had to shrink, and of which page that is.
struct Fitting {
  std::string screen;
  std::string state;
  std::string language;
  Look look;
  int smaller = 0;

  bool IsOf(const Fitting& other) const {
    return screen == other.screen && state == other.state && language == other.language &&
           look == other.look;
  }
};

struct UiFrame {
  const Panel& panel;
  const Look& look;
  const Words& words;
  int64_t now_ms;
  TextEngine& text;
  Canvas& canvas;
  Touch& touch;
  bool by_keys;

  const Fitting& fitting;  // of the frame before

  Record record;
  int smaller = 0;  // steps below the visitor's, because this page does not hold their letters
  Box area;
  Box page;
  std::string title_id = "title";  // a second area's title has its own
  bool listening = true;
  bool stands_low = false;       // in low mode the title stands right above the targets
  bool stands_anywhere = false;  // low mode asks nothing any more
  std::optional<Box> covered;    // what lies here will be painted over: it answers no tap
  std::optional<int64_t> wake_at_ms;
  std::optional<Rect> sheet;            // to write on
  std::vector<PlacedSurface> surfaces;  // the later one lies above
  std::set<std::string, std::less<>> ids;
  std::optional<TileArrangement> tiles;  // that AlignTiles chose
  std::optional<CardArrangement> cards;

  const Theme& theme() const { return ThemeOf(look.theme); }
  const Spacing& space() const { return SpacingOf(panel); }
  int step() const { return std::max(0, look.text_step - smaller); }
  // The fixed keys look the same on every page.
  int StepOf(Role role) const { return role == Role::kBar ? look.text_step : step(); }
  int Px(float mm) const;
  // What lies under the middle of this box.
  Surface SurfaceUnder(const Box& box) const { return PlacedUnder(box).surface; }
  PlacedSurface PlacedUnder(const Box& box) const;
  // Throws std::logic_error for an id that is on the screen already.
  void Add(Item item);
};

// Words in lines at a size, not yet anywhere.
struct Block {
  std::vector<TextLine> lines;
  Weight weight = Weight::kMedium;
  float em_mm = 0;
  int em_px = 0;
  float line_mm = 0;
  float width_mm = 0;  // of the widest line
  float height_mm() const { return line_mm * static_cast<float>(lines.size()); }
};

struct Type {
  Role role = Role::kBody;
  bool bold = false;  // more than the role is by itself
};

// At the visitor's text step; only where a single long word would not fit a line, a step smaller.
Block LayOut(UiFrame& frame, std::string_view words, const Type& type, float width_mm);
// On one line, as large as the role allows and the box has room.
Block LayOutToFit(UiFrame& frame, std::string_view words, Role role, const Box& box);
float WidthOf(UiFrame& frame, std::string_view words, const Type& type);

struct Ink {
  Color color;
  Color background;
  bool covered = false;
};

// Where a block of this height begins in its box.
float UprightY(const Box& box, float height, Upright upright);
// Returns where the lines stand, which is what the record keeps.
Box Draw(UiFrame& frame, const Block& block, const Box& box, Align align, Upright upright,
         const Ink& ink);
// An icon by name, or a character ("=大"), centred in the box at its smaller side.
void DrawIcon(UiFrame& frame, const Box& box, std::string_view icon, Color color);
void DrawIconTile(UiFrame& frame, const Box& box, std::string_view icon, Hue hue, float radius_mm);
// At most 34 mm, centred; nothing when the font does not have it.
void DrawEmoji(UiFrame& frame, const Box& box, std::string_view emoji, bool muted);

// Words as they may be shown: covered ones become blocks.
struct Said {
  std::string_view id;
  ItemRole role = ItemRole::kText;
  std::string_view words;
  std::string_view voice = {};
  bool personal = false;
  bool enabled = true;
  bool main = false;
  bool on_request = false;
};
bool IsCovered(const UiFrame& frame, bool personal);
// Returns where in the record it stands.
size_t Note(UiFrame& frame, const Said& said, const Box& box, float em_mm, const Ink& ink);
// How the words of a noted item were written, where and on what (by default what lies under them).
void NoteWritten(UiFrame& frame, size_t item, const Block& block, const Box& written);
void NoteWritten(UiFrame& frame, size_t item, const Block& block, const Box& written,
                 const Box& ground);

// Around the stop of the walk that has this id, over all that was drawn; the whole panel for
// kScreenStop.
void DrawRing(UiFrame& frame, std::string_view stop_id);
Box RingBox(const UiFrame& frame, std::string_view stop_id);

struct Press {
  bool held = false;
  bool acted = false;
};
Press Target(UiFrame& frame, std::string_view id, const Box& box, bool enabled);

struct PlateLook {
  Surface surface;
  std::optional<Color> edge;  // none: a filled plate
  float edge_mm = 0;
  float radius_mm = kCardRadius;
};
// Draws the plate and returns its surface as painted: a held one is 4 % nearer to its ink, its edge
// thick and dark, and nothing on it is muted.
Surface DrawPlate(UiFrame& frame, const Box& box, const PlateLook& look, bool held);

// Words that follow each other downwards, the last ones giving way first.
struct Part {
  std::string id;
  std::string words;
  Type type;
  bool muted = false;
  bool may_go = false;
  bool personal = false;
  float gap_before_mm = 0;
};
struct Stack {
  std::vector<Part> parts;
  std::vector<Block> blocks;
  float height_mm = 0;
};
Stack LayOutStack(UiFrame& frame, const std::vector<Part>& parts, float width_mm,
                  float height_max_mm);
// Records every part that has an id; a part without one is what the item `owner` says. All of it is
// written on `ground`.
void DrawStack(UiFrame& frame, const Stack& stack, const Box& box, Align align, Upright upright,
               const Surface& surface, size_t owner, const Box& ground);

}  // namespace chunhui::kit
