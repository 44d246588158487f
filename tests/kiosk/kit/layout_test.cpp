// What every page made of kit's controls keeps: walked over all sample pages, both ways up, every
// text step, theme and language.
#include <gtest/gtest.h>

#include <algorithm>

#include "kiosk/kit/stage.h"
#include "tests/kiosk/kit/pages.h"

namespace chunhui::kit {
namespace {

struct Setting {
  Panel panel;
  Look look;
};

std::vector<Setting> Settings() {
  std::vector<Setting> settings;
  for (const Panel& panel : {kPortraitPanel, kLandscapePanel}) {
    for (int step = 0; step < kTextSteps; ++step) settings.push_back({panel, {.text_step = step}});
    for (const ThemeName theme : {ThemeName::kDark, ThemeName::kContrast, ThemeName::kQuiet}) {
      settings.push_back({panel, {.theme = theme}});
    }
  }
  return settings;
}

bool Tappable(const Item& item) { return item.role == ItemRole::kButton; }

float GapBetween(const Box& a, const Box& b) {
  const float dx = std::max(a.x - b.right(), b.x - a.right());
  const float dy = std::max(a.y - b.bottom(), b.y - a.bottom());
  return std::max(dx, dy);
}

// Calls `check` with every record of every page in every setting.
template <typename Check>
void Walk(Check check) {
  for (const char* language : {"zh-CN", "en"}) {
    const Words words = Words::Load(SampleWordsFolder(), language);
    for (const Setting& setting : Settings()) {
      Stage stage(setting.panel);
      stage.SetLook(setting.look);
      for (const SamplePage& page : SamplePages()) {
        stage.Frame(words, 0, page.draw);
        SCOPED_TRACE(page.name + " " + language +
                     (setting.panel.portrait() ? " upright" : " lying") + " step " +
                     std::to_string(setting.look.text_step) + " " +
                     std::string(NameOf(setting.look.theme)));
        check(stage.record());
      }
    }
  }
}

TEST(LayoutTest, TargetsAreLargeEnoughForAnyFinger) {
  Walk([](const Record& record) {
    for (const Item& item : record.items) {
      if (!Tappable(item)) continue;
      const float least = item.main ? kMainTargetMin : kTargetMin;
      EXPECT_GE(item.box.w + 0.01F, least) << item.id;
      EXPECT_GE(item.box.h + 0.01F, least) << item.id;
    }
  });
}

TEST(LayoutTest, TargetsStandSixMillimetresApart) {
  Walk([](const Record& record) {
    for (const Item& a : record.items) {
      for (const Item& b : record.items) {
        if (&a >= &b || !Tappable(a) || !Tappable(b)) continue;
        EXPECT_GE(GapBetween(a.box, b.box) + 0.01F, kGapMin) << a.id << " and " << b.id;
      }
    }
  });
}

TEST(LayoutTest, NothingLeavesTheGlassAndNoWordsLeaveTheirCard) {
  Walk([](const Record& record) {
    const Box glass{-0.1F, -0.1F, record.panel.width_mm() + 0.2F, record.panel.height_mm() + 0.2F};
    for (const Item& item : record.items) {
      EXPECT_TRUE(glass.Contains(item.box)) << item.id;
      for (const Item& card : record.items) {
        if (!Tappable(card) || !item.id.starts_with(card.id + ".")) continue;
        EXPECT_TRUE(card.box.Contains(item.box)) << item.id;
      }
    }
  });
}

TEST(LayoutTest, TextIsReadableAgainstWhatItStandsOn) {
  Walk([](const Record& record) {
    const double least = record.theme == ThemeName::kWarm ? 10 : 7;
    for (const Item& item : record.items) {
      EXPECT_GE(Contrast(item.text, item.background), least) << item.id;
    }
  });
}

TEST(LayoutTest, HelpIsLastAndInTheSamePlaceOnEveryScreen) {
  std::map<std::string, Box> places;
  Walk([&](const Record& record) {
    const Item& help = record.items.back();
    EXPECT_EQ(help.id, "bar.help");
    const std::string setting = record.language + std::to_string(record.panel.width_px) +
                                std::to_string(record.text_step) +
                                std::string(NameOf(record.theme));
    const auto [place, first] = places.emplace(setting, help.box);
    EXPECT_EQ(place->second, help.box);
  });
}

TEST(LayoutTest, NoPageOffersMoreThanSixChoicesAndOneMainAnswer) {
  Walk([](const Record& record) {
    const auto count = [&](auto counts) {
      return std::count_if(record.items.begin(), record.items.end(), counts);
    };
    EXPECT_LE(count([](const Item& item) { return item.main; }), 1);
    EXPECT_LE(count([](const Item& item) {
                return Tappable(item) && !item.id.starts_with("bar.") &&
                       item.id.find(".key.") == std::string::npos;
              }),
              6);
  });
}

TEST(LayoutTest, ANarrowPanelHasTheBarInTwoRowsOfLargeKeys) {
  const Words words = Words::Load(SampleWordsFolder(), "zh-CN");
  Stage stage({768, 1366, 4.03F});  // 190 mm wide
  stage.Frame(words, 0, SamplePages()[2].draw);
  const Item* const help = stage.record().Find("bar.help");
  const Item* const back = stage.record().Find("bar.back");
  ASSERT_TRUE(help != nullptr && back != nullptr);
  EXPECT_GE(help->box.y, back->box.bottom() + kGapMin - 0.01F);
  EXPECT_GE(back->box.h, kTargetMin);
}

}  // namespace
}  // namespace chunhui::kit
