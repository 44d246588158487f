#include "kiosk/kit/ui.h"

#include "core/qr/qr_modules.h"
#include "tests/kiosk/kit/stage_fixture.h"

namespace chunhui::kit {
namespace {

constexpr Box kPlace{20, 100, 200, 60};

class UiTest : public StageFixture {};

TEST_F(UiTest, AButtonActsOncePerTap) {
  int acted = 0;
  Show([&](Ui& ui) {
    ui.Begin("test", "");
    acted += ui.Button("test.yes", kPlace, {.words = "对"});
  });
  Tap("test.yes");
  EXPECT_EQ(acted, 1);
  Tap("test.yes");
  EXPECT_EQ(acted, 2);
}

TEST_F(UiTest, APressedButtonShowsItAtOnceAndKeepsItsWords) {
  Show([](Ui& ui) {
    ui.Begin("test", "");
    ui.Button("test.yes", kPlace, {.words = "对", .kind = ButtonKind::kSoft});
  });
  const Item before = Shown("test.yes");
  const uint32_t edge = PixelAt(kPlace.x + 0.9F, kPlace.center_y());
  Press("test.yes");
  EXPECT_NE(Shown("test.yes").background, before.background);
  EXPECT_EQ(Shown("test.yes").text, before.text);
  EXPECT_NE(PixelAt(kPlace.x + 0.9F, kPlace.center_y()), edge) << "the edge thickens";
}

// A ring of ink all around: more than half of it stands out from what was there.
TEST_F(UiTest, APressIsSeenOnEveryKindOfButtonInEveryTheme) {
  constexpr double kSeen = 3;
  for (const ThemeName theme :
       {ThemeName::kWarm, ThemeName::kDark, ThemeName::kContrast, ThemeName::kQuiet}) {
    for (const ButtonKind kind :
         {ButtonKind::kMain, ButtonKind::kPlain, ButtonKind::kSoft, ButtonKind::kAmber}) {
      stage_.Forget();
      stage_.SetLook({.theme = theme});
      Show([&](Ui& ui) {
        ui.Begin("test", "");
        ui.Button("test.yes", kPlace, {.words = "对", .kind = kind});
      });
      const std::vector<uint32_t> before = Pixels();
      now_ms_ += 1000;
      Press("test.yes");
      const std::vector<uint32_t> after = Pixels();
      int changed = 0;
      for (size_t i = 0; i < before.size(); ++i) {
        if (before[i] == after[i]) continue;
        if (Contrast(Rgb(before[i] & 0xFFFFFF), Rgb(after[i] & 0xFFFFFF)) >= kSeen) ++changed;
      }
      const float around_px = 2 * (kPlace.w + kPlace.h) * stage_.panel().px_per_mm;
      EXPECT_GT(static_cast<float>(changed), around_px * stage_.panel().px_per_mm / 2)
          << NameOf(theme) << " kind " << static_cast<int>(kind);
    }
  }
}

TEST_F(UiTest, ADisabledButtonDoesNothingAndSaysSo) {
  int acted = 0;
  Show([&](Ui& ui) {
    ui.Begin("test", "");
    acted += ui.Button("test.yes", kPlace, {.words = "对", .enabled = false});
  });
  Tap("test.yes");
  EXPECT_EQ(acted, 0);
  EXPECT_EQ(AsText(), "[ ] 对\n");
}

TEST_F(UiTest, ASoldOutCardCannotBeBookedButAnswersATap) {
  int asked = 0;
  Show([&](Ui& ui) {
    ui.Begin("test", "");
    const CardLook look{.title = "鱼", .status = "订完了", .state = CardState::kSoldOut};
    asked += ui.Card("test.dish", kPlace, look);
  });
  Tap("test.dish");
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(AsText(), "[ ] 鱼\n订完了\n");
}

TEST_F(UiTest, NothingActsWhileTheScreenDoesNotListen) {
  int acted = 0;
  Show([&](Ui& ui) {
    ui.Begin("test", "");
    ui.SetListening(false);
    acted += ui.Button("test.yes", kPlace, {.words = "对"});
    ui.SetListening(true);
    ui.Bar({});
  });
  Tap("test.yes");
  EXPECT_EQ(acted, 0);
  EXPECT_FALSE(Shown("test.yes").enabled);
  EXPECT_TRUE(Shown("bar.help").enabled);
}

TEST_F(UiTest, ATapOnANewPageWaits300Milliseconds) {
  int acted = 0;
  std::string state = "one";
  Show([&](Ui& ui) {
    ui.Begin("test", state);
    acted += ui.Button("test." + state, kPlace, {.words = "对"});
  });
  state = "two";
  Run();
  now_ms_ += 250;
  Send(TouchKind::kDown, kPlace);
  now_ms_ += 200;
  Send(TouchKind::kUp, kPlace);
  EXPECT_EQ(acted, 0);
  Tap("test.two");
  EXPECT_EQ(acted, 1);
}

TEST_F(UiTest, TwoThingsWithOneIdAreABug) {
  EXPECT_THROW(Show([](Ui& ui) {
                 ui.Begin("test", "");
                 ui.Text("test.a", kPlace, "一");
                 ui.Text("test.a", kPlace, "二");
               }),
               std::logic_error);
  Show([](Ui& ui) { ui.Begin("test", ""); });  // the stage still works
  EXPECT_EQ(stage_.record().screen, "test");
}

TEST_F(UiTest, PersonalWordsAreCoveredWhileTheScreenIsVeiled) {
  int acted = 0;
  Show([&](Ui& ui) {
    ui.Begin("test", "");
    ui.Title("王*兰奶奶", "", "", true);
    ui.Text("test.plain", kPlace, "今天");
    acted += ui.Button("test.mine", {20, 200, 200, 60}, {.words = "我订的", .personal = true});
  });
  const std::vector<uint32_t> open = Pixels();
  stage_.SetLook({.veiled = true});
  Run();
  EXPECT_EQ(AsText().find("王"), std::string::npos);
  EXPECT_EQ(Shown("title").words, "■■■");
  EXPECT_EQ(Shown("test.mine").words, "■■■");
  EXPECT_EQ(Shown("test.plain").words, "今天");
  EXPECT_NE(Pixels(), open);
  Tap("test.mine");
  EXPECT_EQ(acted, 0) << "the first touch only unveils";
}

TEST_F(UiTest, AStaffPanelStandsBesideThePageAndThePageGoesDeaf) {
  int acted = 0;
  int claimed = 0;
  Show([&](Ui& ui) {
    const float half = ui.panel().width_mm() / 2;
    ui.Begin("meals", "confirm");
    ui.SetListening(false);
    ui.Title("对吗？");
    acted += ui.Button("meals.yes", {10, 100, 100, 60}, {.words = "对"});
    ui.SetListening(true);
    ui.BeginIn("staff", "queue", {half, 0, half, ui.panel().height_mm()});
    ui.Title("帮忙");
    const Box page = ui.page();
    claimed += ui.Button("staff.claim", {page.x, 100, page.w, 60}, {.words = "我去"});
  });
  Tap("meals.yes");
  Tap("staff.claim");
  EXPECT_EQ(acted, 0);
  EXPECT_EQ(claimed, 1);
  EXPECT_EQ(stage_.record().screen, "meals");
  EXPECT_EQ(Shown("staff.title").words, "帮忙");
  EXPECT_GE(Shown("staff.claim").box.x, stage_.panel().width_mm() / 2);
}

TEST_F(UiTest, TextTakesTheColoursOfWhatItStandsOn) {
  Show([](Ui& ui) {
    ui.Begin("test", "");
    ui.SheetOf(kPlace, ui.theme().main);
    ui.Text("test.on_main", kPlace.Inset(10), "白");
    ui.Text("test.on_paper", {20, 200, 200, 60}, "黑");
  });
  const Theme& theme = ThemeOf(ThemeName::kWarm);
  EXPECT_EQ(Shown("test.on_main").background, theme.main.fill);
  EXPECT_EQ(Shown("test.on_main").text, theme.main.ink);
  EXPECT_EQ(Shown("test.on_paper").background, theme.paper.fill);
}

TEST_F(UiTest, TheRecordedColoursAreThoseOnTheGlass) {
  Show([](Ui& ui) {
    ui.Begin("test", "");
    ui.Button("test.yes", kPlace, {.words = "一", .kind = ButtonKind::kMain});
  });
  const Item& yes = Shown("test.yes");
  const auto rgb = [](Color c) { return uint32_t{c.r} << 16 | uint32_t{c.g} << 8 | c.b; };
  EXPECT_EQ(PixelAt(kPlace.x + 8, kPlace.center_y()), rgb(yes.background));
  const std::vector<uint32_t> pixels = Pixels();
  EXPECT_NE(std::find(pixels.begin(), pixels.end(), rgb(yes.text)), pixels.end());
}

TEST_F(UiTest, AClockIsAsLargeAsItsBoxAllows) {
  Show([](Ui& ui) {
    ui.Begin("test", "");
    ui.Text("test.large", {0, 0, 260, 80}, "9:42", {.role = Role::kClock});
    ui.Text("test.narrow", {0, 100, 60, 80}, "9:42", {.role = Role::kClock});
    ui.Text("test.low", {0, 200, 260, 30}, "9:42", {.role = Role::kClock});
  });
  EXPECT_NEAR(Shown("test.large").em_mm, 66, 0.5);
  EXPECT_LE(Shown("test.narrow").box.w, 60);
  EXPECT_LE(Shown("test.low").box.h, 30);
}

TEST_F(UiTest, APriceAndItsLabelShareALineOnlyWhereBothFit) {
  float wide = 0;
  float narrow = 0;
  Show([&](Ui& ui) {
    ui.Begin("test", "");
    wide = ui.Line("test.a", {0, 0, 200, 50}, "补贴", "7.40 元");
    narrow = ui.Line("test.b", {0, 80, 45, 50}, "补贴", "7.40 元");
  });
  EXPECT_EQ(narrow, 2 * wide);
  EXPECT_EQ(Shown("test.a").box.y, Shown("test.a.value").box.y);
  EXPECT_GE(Shown("test.b.value").box.y, Shown("test.b").box.bottom());
}

TEST_F(UiTest, TheKeypadTellsWhichKeyWasPressed) {
  std::string typed;
  Show([&](Ui& ui) {
    ui.Begin("test", "");
    if (const char key = ui.Keypad("test.key", {20, 100, 220, 200}, true)) typed += key;
  });
  for (const char* key : {"7", "0", "X", "delete"}) Tap(std::string("test.key.") + key);
  EXPECT_EQ(typed, "70X\b");
}

TEST_F(UiTest, PagesTurnOneByOneAndStopAtTheEnds) {
  int page = 0;
  Show([&](Ui& ui) {
    ui.Begin("test", "");
    ui.Pages("test.pages", {10, 300, 248, 50}, page, 3);
  });
  EXPECT_FALSE(Shown("test.pages.previous").enabled);
  Tap("test.pages.next");
  Tap("test.pages.next");
  EXPECT_EQ(page, 2);
  EXPECT_EQ(Shown("test.pages.of").words, "3 / 3");
  Tap("test.pages.next");
  EXPECT_EQ(page, 2);
  Tap("test.pages.previous");
  EXPECT_EQ(page, 1);
}

TEST_F(UiTest, AlignedTilesAreArrangedAlikeUntilTheGroupEnds) {
  const std::vector<TileLook> looks{{.words = "订饭", .icon = "restaurant"},
                                    {.words = "养老金认证查询", .icon = "event"}};
  const auto draw = [&](Ui& ui, bool aligned) {
    ui.Begin("test", aligned ? "aligned" : "alone");
    if (aligned) ui.AlignTiles(looks, {0, 0, 119, 72});
    ui.Tile("test.a", {0, 0, 119, 72}, looks[0]);
    ui.AlignTiles({}, {});
    ui.Tile("test.c", {0, 200, 119, 72}, looks[0]);
  };
  Show([&](Ui& ui) { draw(ui, false); });
  const std::vector<uint32_t> alone = Pixels();
  Show([&](Ui& ui) { draw(ui, true); });
  const std::vector<uint32_t> aligned = Pixels();
  const size_t half = alone.size() / 3;  // the second tile lies below
  EXPECT_FALSE(
      std::equal(alone.begin(), alone.begin() + static_cast<ptrdiff_t>(half), aligned.begin()));
  EXPECT_TRUE(std::equal(alone.begin() + static_cast<ptrdiff_t>(half), alone.end(),
                         aligned.begin() + static_cast<ptrdiff_t>(half)));
}

TEST_F(UiTest, KeysThatTurnPagesStayOnOneLineAtEveryStep) {
  int page = 1;
  for (int step = 0; step < kTextSteps; ++step) {
    stage_.SetLook({.text_step = step});
    Show([&](Ui& ui) {
      ui.Begin("test", "");
      ui.Pages("test.pages", {10, 300, 248, 34}, page, 9);
    });
    EXPECT_EQ(Shown("test.pages.next").em_mm, EmMm(Role::kLabel, step));
    EXPECT_NEAR(Shown("test.pages.of").box.h, EmMm(Role::kLabel, step) * 1.25, 0.01);
  }
}

TEST_F(UiTest, OnePageNeedsNoKeysToTurnIt) {
  int page = 0;
  Show([&](Ui& ui) {
    ui.Begin("test", "");
    ui.Pages("test.pages", {10, 300, 248, 50}, page, 1);
  });
  EXPECT_TRUE(stage_.record().items.empty());
  EXPECT_EQ(Ui::PageSize(200, 60, 8), 3);
  EXPECT_EQ(Ui::PageSize(10, 60, 8), 1);
  EXPECT_EQ(Ui::PageSize(1000, 60, 8), 4);
}

TEST_F(UiTest, WaitingMovesByItselfAndSaysWhenToDrawAgain) {
  Show([](Ui& ui) {
    ui.Begin("test", "");
    ui.WaitingDots("test.wait", kPlace, "请稍等");
  });
  ASSERT_TRUE(stage_.wake_at_ms().has_value());
  const std::vector<uint32_t> before = Pixels();
  now_ms_ = *stage_.wake_at_ms();
  Run();
  EXPECT_NE(Pixels(), before);
  EXPECT_EQ(Shown("test.wait").role, ItemRole::kStatus);
}

TEST_F(UiTest, ATilePressRepaintsLittleOfTheScreen) {
  Show(SamplePages()[1].draw);
  Pixels();
  const Panel& panel = stage_.panel();
  std::vector<uint32_t> pixels(static_cast<size_t>(panel.width_px * panel.height_px));
  Press("home.1");
  int64_t painted = 0;
  for (const Rect& rect : stage_.Paint({pixels.data(), 1080 * sizeof(uint32_t)})) {
    painted += int64_t{rect.w} * rect.h;
  }
  EXPECT_GT(painted, 0);
  EXPECT_LT(painted, int64_t{panel.width_px} * panel.height_px / 4);
}

TEST_F(UiTest, ForgettingLeavesNoRecordAndPaintsNothingUntilTheNextFrame) {
  Show(SamplePages()[1].draw);
  stage_.Forget();
  EXPECT_TRUE(stage_.record().items.empty());
  uint32_t none = 0;
  EXPECT_TRUE(stage_.Paint({&none, 4}).empty());
  Run();
  EXPECT_FALSE(stage_.record().items.empty());
}

TEST_F(UiTest, AQrCodeIsPaintedInWholeModulesAndItsTextStandsInNoRecord) {
  const auto draw = [](Ui& ui) {
    ui.Begin("test", "");
    ui.QrCode("test.code", kPlace, "CHQ1ABCDEFGH", "二维码");
  };
  Show(draw);
  const Box code = Shown("test.code").box;
  const auto modules = qr::MakeQrModules("CHQ1ABCDEFGH");
  const float module = code.w / static_cast<float>(modules->size + 2 * qr::kQuietModules);
  for (int row = 0; row < modules->size; ++row) {
    for (int column = 0; column < modules->size; ++column) {
      const auto middle = [&](int at) {
        return (static_cast<float>(at + qr::kQuietModules) + 0.5F) * module;
      };
      const uint32_t pixel = PixelAt(code.x + middle(column), code.y + middle(row)) & 0xFFFFFF;
      ASSERT_EQ(pixel, modules->IsBlack(column, row) ? 0x000000 : 0xFFFFFF) << column << "," << row;
    }
  }
  EXPECT_EQ(ToJson(stage_.record(), 0).find("CHQ1"), std::string::npos);
}

TEST_F(UiTest, AVeiledQrCodeIsWhite) {
  stage_.SetLook({.veiled = true});
  Show([](Ui& ui) {
    ui.Begin("test", "");
    ui.QrCode("test.code", kPlace, "CHQ1ABCDEFGH", "二维码");
  });
  const Box code = Shown("test.code").box;
  for (float x = code.x + 1; x < code.right() - 1; x += 0.5F) {
    ASSERT_EQ(PixelAt(x, code.center_y()) & 0xFFFFFF, 0xFFFFFFU) << x;
  }
}

}  // namespace
}  // namespace chunhui::kit
