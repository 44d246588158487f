// What screens draw with. Every call draws and records; sizes are millimetres; nothing of ImGui,
// SDL or FreeType is seen here. A Ui lives for one frame and is used on the UI thread only.
//
//   ui.Begin("meals", "confirm");
//   ui.Title(words.Text("meal.confirm"));
//   Box page = ui.page();                          // what the title left over
//   Box no = page.TakeBottom(kSecondButtonHeight, kGap);
//   Box yes = page.TakeBottom(kMainButtonHeight, kGap);
//   if (ui.Button("meals.yes", yes, {.words = words.Text("meal.yes"), .icon = "check",
//                                    .kind = ButtonKind::kMain})) ...
//   switch (ui.Bar({.back = true, .home = true})) ...
//
// Ids are unique on a screen (a second one throws std::logic_error). Text never leaves its box
// sideways: it wraps. Whether it fits in height is the screen's care (MeasureHeight, CardHeight,
// ButtonHeight); a page that holds its words in no way is drawn again a text step smaller.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/kit/box.h"
#include "kiosk/kit/panel.h"
#include "kiosk/kit/record.h"
#include "kiosk/kit/spacing.h"
#include "kiosk/kit/theme.h"
#include "kiosk/kit/writing.h"

namespace chunhui::kit {

class Words;
struct UiFrame;  // the frame being drawn; kit's own

enum class Align { kLeft, kCenter, kRight };
enum class Upright { kTop, kMiddle, kBottom };  // where a block stands in its box
enum class Tone { kInk, kMuted };               // kMuted for second lines on paper and cards only

struct TextLook {
  Role role = Role::kBody;
  Align align = Align::kLeft;
  Upright upright = Upright::kTop;
  Tone tone = Tone::kInk;
  bool bold = false;        // a label's weight at a smaller size
  bool personal = false;    // covered while the screen is veiled
  std::string voice;        // said instead of the words
  bool on_request = false;  // not read with the page
  bool title = false;       // recorded as the screen's title (idle, whose title stands in its band)
};

enum class ButtonKind {
  kMain,   // filled; one a screen
  kPlain,  // card with a dark edge: second answers
  kSoft,   // card with a light edge: one of several equal choices
  kAmber,  // help
};

struct ButtonLook {
  std::string words;
  std::string icon;    // Material Icons name ("check"), or none
  std::string second;  // second line
  ButtonKind kind = ButtonKind::kPlain;
  bool icon_above = false;  // icon over the words (choices in a grid); else before them
  bool enabled = true;      // false: sand, does nothing
  bool personal = false;
  std::string voice;
  std::optional<ThemeName> in_theme;  // painted in these colours: a choice of colours
};

struct TileLook {  // home
  std::string words;
  std::string second;
  std::string icon;
  Hue hue = Hue::kMaple;
  bool enabled = true;
  bool personal = false;  // covers the second line only
  std::string voice;
};

enum class CardState { kNormal, kSoldOut, kChosen };

// A card that can be tapped: dish, event, notice, choice. Picture left, words, price right; on a
// narrow or small card the price goes below and the last lines are left out first.
struct CardLook {
  std::string picture;  // an emoji; or
  std::string icon;     // a Material Icons name on a tile of `hue`
  Hue hue = Hue::kMaple;
  std::string title;
  std::vector<std::string> lines;  // the last ones give way first when the box is small
  std::vector<std::string> tags;   // short: "低盐"
  std::optional<int64_t> price_fen;
  std::string price_caption;  // "您付"
  std::string status;         // "订完了", "已选": bold, never left out
  CardState state = CardState::kNormal;
  bool arrow = false;     // a chevron: leads further
  bool amber = false;     // a warning
  bool enabled = true;    // false: sand, does nothing; a sold out card still answers a tap
  bool personal = false;  // covers title and lines
  std::string voice;
};

struct BarKeys {  // help is always there
  bool back = false;
  bool home = false;
  bool done = false;  // home's own, in place of back and home
  bool bigger = true;
  bool listen = true;
  bool language = false;  // idle: the other language
  bool settings = false;  // beside done and language: how it should look
};
enum class BarKey { kNone, kBack, kHome, kDone, kBigger, kListen, kHelp, kLanguage, kSettings };

class Ui {
 public:
  explicit Ui(UiFrame& frame) : frame_(frame) {}
  Ui(const Ui&) = delete;
  Ui& operator=(const Ui&) = delete;

  // First call of a frame. A new screen or state is a new page for the touch layer.
  void Begin(std::string_view screen, std::string_view state);
  // Which page comes, for who measures words before it begins: a page that does not hold its words
  // is drawn again in smaller letters, and then they are measured so.
  void Announce(std::string_view screen, std::string_view state);
  // The same as Begin inside a part of the panel, without margins of the panel's own (the staff's
  // panel beside the visit); several areas a frame are possible, the first names the record. The
  // first area's title has the id "title", a later one's "<screen>.title". A later area covers what
  // was drawn where it lies: that is no longer in the record.
  void BeginIn(std::string_view screen, std::string_view state, const Box& area);

  // --- where things go
  // What is free: within the margins, above the bar, below the title. Tappable things end 6 mm
  // above the bar. A copy; take from it as you like.
  Box page() const;
  Box area() const;  // all of the panel or of BeginIn's part
  // Low mode on an upright panel: no target stands above this. Else 0.
  float reach_top() const;
  // The part of a box that may hold targets.
  Box Reachable(Box box) const;
  // Before Title, on a page of nothing but targets: in low mode the title comes down to them.
  void StandLow();
  // From here on to the end of the frame low mode asks nothing: an area for those who stand.
  void StandAnywhere();
  const Panel& panel() const;
  bool landscape() const;
  // Text step 0..3 of this page: the visitor's, or one below it where the page would not hold it.
  int step() const;
  const Spacing& space() const;
  float gap() const;  // between things; space().gap
  const Theme& theme() const;
  const Words& words() const;
  int64_t now_ms() const;
  bool veiled() const;
  bool by_keys() const;  // the visitor walks with the tactile keys
  bool left_hand() const;
  float em(Role role) const;    // mm
  float line(Role role) const;  // mm from line to line

  // --- words
  // Takes the header from the page. The title may wrap; the second line stands below it; `aside`
  // (the time) at the right. `voice` is said instead of the title.
  void Title(std::string_view title, std::string_view second = {}, std::string_view aside = {},
             bool personal = false, std::string_view voice = {});
  // Wraps at the box's width and 18 Han characters. Returns the height used. kClock and kNumber
  // shrink to fit instead of wrapping.
  float Text(std::string_view id, const Box& box, std::string_view words,
             const TextLook& look = {});
  // "Price ....... 12.60 元" on one line (or two, when both do not fit). Returns the height used.
  float Line(std::string_view id, const Box& box, std::string_view label, std::string_view value,
             const TextLook& look = {});
  // A calm sentence with an icon: offline, empty, done. Returns the height used.
  float Status(std::string_view id, const Box& box, std::string_view words, std::string_view icon);
  // A status that goes on: words and three dots taking turns. Never a bare spinner.
  float WaitingDots(std::string_view id, const Box& box, std::string_view words);
  float MeasureHeight(Role role, std::string_view words, float width_mm) const;
  float MeasureWidth(Role role, std::string_view words) const;  // on one line

  // --- what can be tapped: true in the one frame in which it is to act
  bool Button(std::string_view id, const Box& box, const ButtonLook& look);
  bool Tile(std::string_view id, const Box& box, const TileLook& look);
  bool Card(std::string_view id, const Box& box, const CardLook& look);
  // Called before a group of like-sized ones: all that follow in this frame are arranged alike, as
  // suits the one with most words. Without it, or after none, each arranges itself.
  void AlignTiles(const std::vector<TileLook>& looks, const Box& cell);
  void AlignCards(const std::vector<CardLook>& looks, const Box& cell);
  // Heights these need at this width and text step, targets' minimum included.
  float ButtonHeight(const ButtonLook& look, float width_mm) const;
  float TileHeight(const TileLook& look, float width_mm) const;
  float CardHeight(const CardLook& look, float width_mm) const;
  // Digits 1-9, X where asked for, 0 and delete ("\b"); 0 when none was pressed. Ids: id + ".1".
  char Keypad(std::string_view id, const Box& box, bool with_x = false);
  // The first letters of syllables, A to Z without I, U and V, and delete ("\b"); 0 when none was
  // pressed. Ids: id + ".W".
  char Letters(std::string_view id, const Box& box);
  // What was typed so far, in large spaced digits; the placeholder when empty. Not tappable.
  void Input(std::string_view id, const Box& box, std::string_view typed,
             std::string_view placeholder);
  // A sheet to write on by finger, the only place where a finger may be dragged; one a screen.
  // Finished lines are appended to `lines`, in the frame in which this answers true; `words` stand
  // in its corner.
  bool WritingSheet(std::string_view id, const Box& box, std::string_view words,
                    std::vector<WrittenLine>& lines);
  // What was written may be one of these: a grid of `columns` keys with a large character each,
  // like a keypad's not counted as choices. The index of the one pressed, or -1. Ids: id + ".1" on.
  int Characters(std::string_view id, const Box& box, const std::vector<std::string>& characters,
                 int columns, int rows);
  // The fixed keys, always drawn last; "字小点" takes the place of "字大点" at the largest step.
  BarKey Bar(const BarKeys& keys);

  // --- pages instead of scrolling
  // How many things of this height fit, at least 1 and at most `most`.
  static int PageSize(float available_mm, float item_mm, float gap_mm = kGap, int most = 4);
  // "Previous" and "next" with "2 / 3" between them, ids id + ".previous" and id + ".next". True
  // when `page` (from 0) changed. Draws nothing for one page.
  bool Pages(std::string_view id, const Box& box, int& page, int page_count);
  float PagesHeight() const;

  // --- surfaces and pictures
  // A card nobody taps. Returns what is inside its padding; text put there takes its colours.
  Box Sheet(const Box& box);
  Box SheetOf(const Box& box, const Surface& surface);  // theme().header, theme().amber ...
  // A band over the panel's whole width from the top (idle). Returns what is inside the margins
  // and leaves the page below it.
  Box Band(float height_mm);
  void Divider(const Box& box);  // a line in the middle of the box
  // An emoji, as large as fits, ≤ 34 mm unless the box says smaller. `words` say what it shows;
  // empty: decoration that is neither recorded nor read.
  void Image(std::string_view id, const Box& box, std::string_view emoji,
             std::string_view words = {});
  // A QR code as large as fits, with its white margin, in whole pixels a module; a visitor's: white
  // while the screen is veiled. `words` say what it is, the text itself is nowhere recorded.
  // Returns the side in mm; 0 for a text beyond every code.
  float QrCode(std::string_view id, const Box& box, std::string_view text, std::string_view words);
  void Icon(const Box& box, std::string_view icon);               // in the theme's icon colour
  void IconTile(const Box& box, std::string_view icon, Hue hue);  // on a rounded square
  void IconDisc(const Box& box, std::string_view icon, Hue hue);  // on a disc

  // --- the whole frame
  // Until set again, what is drawn is shown and recorded as not enabled and answers no tap.
  void SetListening(bool listening);
  // Until set again, what lies here, even in part, answers no tap: another area will cover it.
  void Cover(const std::optional<Box>& area);
  // Draw again no later than this, even if nothing happens (a countdown, the clock).
  void WakeAt(int64_t time_ms);

 private:
  UiFrame& frame_;
};

}  // namespace chunhui::kit
