#include "kiosk/kit/theme.h"

#include <gtest/gtest.h>

namespace chunhui::kit {
namespace {

constexpr ThemeName kAll[] = {ThemeName::kWarm, ThemeName::kDark, ThemeName::kContrast,
                              ThemeName::kQuiet};

std::vector<Surface> SurfacesOf(const Theme& theme) {
  return {theme.paper,  theme.card, theme.sand,  theme.bar,
          theme.header, theme.main, theme.amber, theme.tag};
}

TEST(ColorTest, ContrastIsThatOfTheWebGuidelines) {
  EXPECT_NEAR(Contrast(Rgb(0xFFFFFF), Rgb(0x000000)), 21, 0.001);
  EXPECT_NEAR(Contrast(Rgb(0x777777), Rgb(0xFFFFFF)), 4.48, 0.01);
  EXPECT_EQ(Contrast(Rgb(0x123456), Rgb(0x123456)), 1);
  EXPECT_EQ(Contrast(Rgb(0x7A1713), Rgb(0xFFFFFF)), Contrast(Rgb(0xFFFFFF), Rgb(0x7A1713)));
}

TEST(ColorTest, HexIsWrittenAsTheRecordWantsIt) {
  EXPECT_EQ(Hex(Rgb(0x7A1713)), "#7A1713");
  EXPECT_EQ(Hex(Rgb(0x00000F)), "#00000F");
}

TEST(ThemeTest, TextIsReadableOnEverySurfaceOfEveryTheme) {
  for (const ThemeName name : kAll) {
    const double least = name == ThemeName::kWarm ? 10 : 7;
    for (const Surface& surface : SurfacesOf(ThemeOf(name))) {
      EXPECT_GE(Contrast(surface.ink, surface.fill), least) << NameOf(name) << Hex(surface.fill);
      EXPECT_GE(Contrast(surface.muted, surface.fill), least) << NameOf(name) << Hex(surface.fill);
      EXPECT_GE(Contrast(surface.strong, surface.fill), least) << NameOf(name) << Hex(surface.fill);
    }
  }
}

TEST(ThemeTest, EdgesAndIconsStandOutFromWhatTheyLieOn) {
  for (const ThemeName name : kAll) {
    const Theme& theme = ThemeOf(name);
    for (const Surface& below : {theme.paper, theme.card, theme.bar}) {
      EXPECT_GE(Contrast(theme.edge, below.fill), 3) << NameOf(name);
      EXPECT_GE(Contrast(theme.icon, below.fill), 3) << NameOf(name);
    }
    EXPECT_GE(Contrast(theme.edge_dark, theme.paper.fill), 7) << NameOf(name);
    for (size_t i = 0; i < theme.tiles.size(); ++i) {
      const bool amber = static_cast<Hue>(i) == Hue::kAmber;
      EXPECT_GE(Contrast(amber ? theme.amber.ink : theme.on_tile, theme.tiles[i]), 3)
          << NameOf(name) << i;
    }
  }
}

TEST(ThemeTest, LettersGrowWithEveryStepAndKeepTheirOrder) {
  for (const Role role : {Role::kSecond, Role::kBody, Role::kLabel, Role::kTitle, Role::kMainButton,
                          Role::kPrice, Role::kBar}) {
    for (int step = 1; step < kTextSteps; ++step) {
      EXPECT_GT(EmMm(role, step) + 0.001, EmMm(role, step - 1));
    }
  }
  EXPECT_EQ(EmMm(Role::kMainButton, kDefaultTextStep), 18);
  EXPECT_EQ(EmMm(Role::kBar, 1), 8.5F);
  EXPECT_EQ(EmMm(Role::kTitle, 9), EmMm(Role::kTitle, 3));
}

TEST(ThemeTest, LinesOfRunningTextStandFurtherApartThanTitles) {
  EXPECT_GE(LineHeight(Role::kBody), 1.5F);
  EXPECT_GE(LineHeight(Role::kTitle), 1.25F);
  EXPECT_GE(LineHeight(Role::kLabel), 1.25F);
}

TEST(ThemeTest, NamesLeadToThemesAndBack) {
  for (const ThemeName name : kAll) EXPECT_EQ(ThemeFromName(NameOf(name)), name);
  EXPECT_FALSE(ThemeFromName("pink").has_value());
}

}  // namespace
}  // namespace chunhui::kit
