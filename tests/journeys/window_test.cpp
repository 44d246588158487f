// The kiosk as it stands in a hall: a real window on a display of its own, real events of pointer
// and keyboard, and the pixels that are really there. The office is a real process, too.
#include <gtest/gtest.h>
#include <signal.h>

#include "kiosk/kit/touch_trace.h"
#include "tests/journeys/kiosk_window.h"
#include "tests/support/every_file.h"

namespace chunhui::tests {
namespace {

constexpr const char* kCard =
    "88000002";  // 李德福 of the demo town: no day care, so home comes next
// Written on the idle screen once the office has answered.
constexpr const char* kCentre = "红枫社区日间照料中心";
const std::vector<std::string> kSecrets{"李德福", "李*福", kCard, "110199194708120114",
                                        "15400000002"};

class WindowTest : public ::testing::Test {
 protected:
  void ComeHome(KioskWindow& kiosk) {
    ASSERT_TRUE(kiosk.Shows("idle", kCentre));
    kiosk.eyes().Type(std::string(kCard) + "\n");
    ASSERT_TRUE(kiosk.Shows("is_this_you"));
    kiosk.Tap("you.yes");
    ASSERT_TRUE(kiosk.Shows("home"));
  }

  TemporaryFolder folder_;
  VirtualDisplay display_;
  RunningOffice office_{folder_.path() / "office"};
};

TEST_F(WindowTest, APressIsSeenAtOnceAndCountsWhenLetGo) {
  KioskWindow kiosk(display_, office_, folder_.path() / "record");
  ASSERT_TRUE(kiosk.Shows("idle", kCentre));
  kiosk.Press(kiosk.Find("idle.start"));
  EXPECT_EQ(kiosk.screen(), "idle");
  kiosk.LetGo();
  EXPECT_TRUE(kiosk.Shows("who"));
}

TEST_F(WindowTest, EveryTouchIsWrittenAsThePanelSentItAndCanBePlayedBack) {
  KioskWindow kiosk(display_, office_, folder_.path() / "record");
  ASSERT_TRUE(kiosk.Shows("idle", kCentre));
  const Spot start = kiosk.Find("idle.start");
  kiosk.Tap("idle.start");
  ASSERT_TRUE(kiosk.Shows("who"));
  const kit::TraceRead read = kit::ReadTouchTrace(kiosk.trace());
  ASSERT_TRUE(read.trace) << read.problem;
  ASSERT_GE(read.trace->touches.size(), 2U);
  EXPECT_EQ(read.trace->touches.front().kind, kit::TouchKind::kDown);
  EXPECT_EQ(read.trace->touches.back().kind, kit::TouchKind::kUp);
  const kit::TouchEvent press = kit::ToTouchEvent(read.trace->touches.front(), read.trace->head);
  EXPECT_EQ(static_cast<int>(press.x_px), start.x);
  EXPECT_EQ(static_cast<int>(press.y_px), start.y);
}

TEST_F(WindowTest, APressThatSlidesOffTheButtonChoosesNothing) {
  KioskWindow kiosk(display_, office_, folder_.path() / "record");
  ASSERT_TRUE(kiosk.Shows("idle", kCentre));
  const Spot start = kiosk.Find("idle.start");
  kiosk.Press(start);
  kiosk.eyes().MovePointer(2, 2);
  kiosk.LetGo();
  kiosk.eyes().UntilEquals(start.x, start.y, start.background);
  EXPECT_EQ(kiosk.screen(), "idle");
}

TEST_F(WindowTest, ATypedCardLeadsHomeAndTheRecordTellsTheColoursOnTheGlass) {
  KioskWindow kiosk(display_, office_, folder_.path() / "record");
  ComeHome(kiosk);
  for (const Spot& button : kiosk.Buttons()) {
    SCOPED_TRACE(button.id);
    EXPECT_NO_THROW(kiosk.eyes().UntilEquals(button.x, button.y, button.background));
  }
}

TEST_F(WindowTest, SigtermAndItsCloseButtonBothEndItCleanly) {
  KioskWindow first(display_, office_, folder_.path() / "first");
  ComeHome(first);
  first.process().Signal(SIGTERM);
  EXPECT_EQ(first.process().Wait().code, 0);
  KioskWindow second(display_, office_, folder_.path() / "second");
  ASSERT_TRUE(second.Shows("idle", kCentre));
  second.eyes().CloseWindows();
  EXPECT_EQ(second.process().Wait().code, 0);
}

TEST_F(WindowTest, AfterBeingKilledInAVisitItIsIdleAndKnowsNobody) {
  std::string log;
  {
    KioskWindow kiosk(display_, office_, folder_.path() / "killed");
    ComeHome(kiosk);
    ASSERT_NE(kiosk.Everything().find("李*福"), std::string::npos) << "nothing to be forgotten";
    kiosk.process().Signal(SIGKILL);
    log = kiosk.process().Wait().err;
  }
  KioskWindow kiosk(display_, office_, folder_.path() / "again");
  ASSERT_TRUE(kiosk.Shows("idle", kCentre));
  const Spot start = kiosk.Find("idle.start");
  kiosk.eyes().UntilEquals(start.x, start.y, start.background);
  const std::string disk = EveryFileOf(office_.data() / "kiosk-hall-1");
  ASSERT_FALSE(disk.empty());
  for (const std::string& secret : kSecrets) {
    EXPECT_EQ(kiosk.Everything().find(secret), std::string::npos) << "on the screen: " << secret;
    EXPECT_EQ((disk + log).find(secret), std::string::npos) << "on the disk: " << secret;
  }
}

}  // namespace
}  // namespace chunhui::tests
