#include "kiosk/kit/theme.h"

#include <algorithm>
#include <stdexcept>

namespace chunhui::kit {
namespace {

using Sizes = std::array<float, kTextSteps>;

constexpr Surface Plain(uint32_t fill, uint32_t ink) {
  return {Rgb(fill), Rgb(ink), Rgb(ink), Rgb(ink)};
}

constexpr Surface Inked(uint32_t fill, uint32_t ink, uint32_t muted, uint32_t strong) {
  return {Rgb(fill), Rgb(ink), Rgb(muted), Rgb(strong)};
}

constexpr Theme kWarm{
    .name = ThemeName::kWarm,
    .paper = Inked(0xFFF8EC, 0x2A1F14, 0x4A3A2A, 0x2A1F14),
    .card = Inked(0xFFFFFF, 0x2A1F14, 0x4A3A2A, 0x2A1F14),
    .sand = Plain(0xF6E3C5, 0x2A1F14),
    .bar = Plain(0xF6E3C5, 0x2A1F14),
    .header = Plain(0x7A1713, 0xFFFFFF),
    .main = Plain(0x7A1713, 0xFFFFFF),
    .amber = Plain(0xFFD98A, 0x2A1F14),
    .tag = Plain(0x084A2E, 0xFFFFFF),
    .edge = Rgb(0x8C6B3E),
    .edge_dark = Rgb(0x2A1F14),
    .icon = Rgb(0x083E6E),
    .focus = Rgb(0x083E6E),
    .focus_gap = Rgb(0xFFFFFF),
    .edge_mm = 0.6F,
    .tiles = {Rgb(0x7A1713), Rgb(0x084A2E), Rgb(0x083E6E), Rgb(0x5B2A6B), Rgb(0x4A3A2A),
              Rgb(0x8A3A12), Rgb(0xFFD98A)},
    .on_tile = Rgb(0xFFFFFF),
};

// Warm charcoal with cream ink; the main button is the lightest thing on the page.
constexpr Theme kDark{
    .name = ThemeName::kDark,
    .paper = Inked(0x1E1813, 0xFFF4E2, 0xE6D6BE, 0xFFF4E2),
    .card = Inked(0x2B231B, 0xFFF4E2, 0xE6D6BE, 0xFFF4E2),
    .sand = Plain(0x3D3328, 0xFFF4E2),
    .bar = Plain(0x14100C, 0xFFF4E2),
    .header = Plain(0x4A1210, 0xFFF4E2),
    .main = Plain(0xF6E3C5, 0x2A1F14),
    .amber = Plain(0xFFD98A, 0x2A1F14),
    .tag = Plain(0x9FD8BA, 0x14100C),
    .edge = Rgb(0xB0926A),
    .edge_dark = Rgb(0xFFF4E2),
    .icon = Rgb(0x9CC8F0),
    .focus = Rgb(0x9CC8F0),
    .focus_gap = Rgb(0x14100C),
    .edge_mm = 0.6F,
    .tiles = {Rgb(0xE89389), Rgb(0x86C9A6), Rgb(0x8DBDEB), Rgb(0xCDA3DC), Rgb(0xCDB592),
              Rgb(0xE8AB84), Rgb(0xFFD98A)},
    .on_tile = Rgb(0x1E1813),
};

constexpr Theme kContrast{
    .name = ThemeName::kContrast,
    .paper = Inked(0x000000, 0xFFFFFF, 0xFFFFFF, 0xFFE100),
    .card = Inked(0x000000, 0xFFFFFF, 0xFFFFFF, 0xFFE100),
    .sand = Plain(0x2E2E2E, 0xFFFFFF),
    .bar = Plain(0x000000, 0xFFFFFF),
    .header = Inked(0x000000, 0xFFFFFF, 0xFFFFFF, 0xFFE100),
    .main = Plain(0xFFE100, 0x000000),
    .amber = Plain(0xFFE100, 0x000000),
    .tag = Plain(0xFFFFFF, 0x000000),
    .edge = Rgb(0xFFE100),
    .edge_dark = Rgb(0xFFFFFF),
    .icon = Rgb(0xFFE100),
    .focus = Rgb(0xFFFFFF),
    .focus_gap = Rgb(0x000000),
    .edge_mm = 1.2F,
    .tiles = {Rgb(0xFFE100), Rgb(0xFFE100), Rgb(0xFFE100), Rgb(0xFFE100), Rgb(0xFFE100),
              Rgb(0xFFE100), Rgb(0xFFE100)},
    .on_tile = Rgb(0x000000),
};

// Grey-beige, nothing filled but the main button: for those whom colours make restless.
constexpr Theme kQuiet{
    .name = ThemeName::kQuiet,
    .paper = Inked(0xEFEDE8, 0x26241F, 0x45423B, 0x26241F),
    .card = Inked(0xF9F8F6, 0x26241F, 0x45423B, 0x26241F),
    .sand = Plain(0xE1DED7, 0x26241F),
    .bar = Plain(0xE1DED7, 0x26241F),
    .header = Plain(0xE1DED7, 0x26241F),
    .main = Plain(0x3D3A34, 0xFFFFFF),
    .amber = Plain(0xF2E6C9, 0x26241F),
    .tag = Plain(0xE1DED7, 0x26241F),
    .edge = Rgb(0x77726A),
    .edge_dark = Rgb(0x26241F),
    .icon = Rgb(0x45423B),
    .focus = Rgb(0x26241F),
    .focus_gap = Rgb(0xF9F8F6),
    .edge_mm = 0.6F,
    .tiles = {Rgb(0xE1DED7), Rgb(0xE1DED7), Rgb(0xE1DED7), Rgb(0xE1DED7), Rgb(0xE1DED7),
              Rgb(0xE1DED7), Rgb(0xF2E6C9)},
    .on_tile = Rgb(0x26241F),
};

constexpr std::array<const Theme*, 4> kThemes{&kWarm, &kDark, &kContrast, &kQuiet};

Sizes SizesOf(Role role) {
  switch (role) {
    case Role::kSecond:
      return {7, 8, 10, 12};
    case Role::kBody:
      return {7, 10, 12, 15};
    case Role::kLabel:
      return {9, 12, 15, 18};
    case Role::kTitle:
      return {11, 15, 18, 20};
    case Role::kMainButton:
      return {12, 18, 20, 22};
    case Role::kPrice:
      return {12, 17, 20, 24};
    case Role::kBar:
      return {7, 8.5F, 9.5F, 11};
    case Role::kAddress:
      return {15, 15, 18, 20};
    case Role::kNumber:
      return {40, 46, 48, 50};
    case Role::kClock:
      return {66, 66, 66, 66};
  }
  throw std::logic_error("no such role");
}

}  // namespace

float EmMm(Role role, int text_step) {
  return SizesOf(role)[static_cast<size_t>(std::clamp(text_step, 0, kTextSteps - 1))];
}

float LineHeight(Role role) {
  switch (role) {
    case Role::kBody:
      return 1.5F;
    case Role::kSecond:  // a label's companion, mostly one line
      return 1.4F;
    case Role::kNumber:
    case Role::kClock:
      return 1.0F;  // one line only
    default:
      return 1.25F;
  }
}

bool IsBold(Role role) { return role != Role::kSecond && role != Role::kBody; }

const Theme& ThemeOf(ThemeName name) { return *kThemes[static_cast<size_t>(name)]; }

std::string_view NameOf(ThemeName name) {
  constexpr std::array<std::string_view, 4> kNames{"warm", "dark", "contrast", "quiet"};
  return kNames[static_cast<size_t>(name)];
}

std::optional<ThemeName> ThemeFromName(std::string_view name) {
  for (const Theme* theme : kThemes) {
    if (NameOf(theme->name) == name) return theme->name;
  }
  return {};
}

}  // namespace chunhui::kit
