// Sizes and colours by role: the one place where the numbers of EXPERIENCE and VISUAL are written.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "kiosk/kit/color.h"

namespace chunhui::kit {

// What a piece of text is for; the size follows from it and from the text step (0-3, default 1).
// kClock and kNumber (ticket numbers) are upper limits: they shrink to fit their box.
// kAddress: what a caller must read out in an emergency, never below 15 mm.
enum class Role {
  kSecond,
  kBody,
  kLabel,
  kTitle,
  kMainButton,
  kPrice,
  kBar,
  kAddress,
  kNumber,
  kClock
};

constexpr int kTextSteps = 4;
constexpr int kDefaultTextStep = 1;

float EmMm(Role role, int text_step);  // text_step is clamped to 0..3
float LineHeight(Role role);  // as a factor of em: 1.5 running text, 1.25 titles and labels
bool IsBold(Role role);       // titles, labels, buttons and numbers

// Millimetres, from VISUAL.md.
constexpr float kPageMargin = 10;
constexpr float kHeaderTop = 9;
constexpr float kGap = 8;
constexpr float kGapMin = 6;  // between two targets, never less
constexpr float kCardRadius = 6.5F;
constexpr float kTargetMin = 20;      // any target
constexpr float kMainTargetMin = 28;  // the main answer
constexpr float kMainButtonHeight = 58;
constexpr float kSecondButtonHeight = 40;
constexpr float kBarHeight = 46;
constexpr float kPictureMax = 34;  // emoji are 109 px bitmaps and blur beyond this
constexpr int kHanPerLineMax = 18;

// The colour of an icon tile; a name, so that each theme may paint it its own way.
enum class Hue { kMaple, kPine, kSea, kPlum, kBark, kClay, kAmber };
constexpr int kHueCount = 7;

// A surface and what may stand on it.
struct Surface {
  Color fill;
  Color ink;     // text
  Color muted;   // second lines
  Color strong;  // titles and labels
  bool operator==(const Surface&) const = default;
};

enum class ThemeName { kWarm, kDark, kContrast, kQuiet };

struct Theme {
  ThemeName name;
  Surface paper;    // the page
  Surface card;     // what can be tapped, what is told
  Surface sand;     // inactive: sold out, not possible now
  Surface bar;      // behind the fixed keys
  Surface header;   // idle's large band, the card picture of "please tap your card"
  Surface main;     // the one filled button
  Surface amber;    // help and warnings
  Surface tag;      // "low salt"
  Color edge;       // around cards and keys
  Color edge_dark;  // around second buttons and what is pressed
  Color icon;       // an icon standing on card or paper without a tile
  Color focus;      // the ring of the tactile keys, and the band inside it: one of the two is seen
  Color focus_gap;  // on any surface
  float edge_mm;    // 0.6; high contrast 1.2
  std::array<Color, kHueCount> tiles;
  Color on_tile;  // an icon on a tile (kAmber carries amber.ink)
};

const Theme& ThemeOf(ThemeName name);
// "warm", "dark", "contrast", "quiet"
std::string_view NameOf(ThemeName name);
std::optional<ThemeName> ThemeFromName(std::string_view name);

}  // namespace chunhui::kit
