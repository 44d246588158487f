// Practice beside a volunteer: everything can be tried, a ribbon says so, and nothing of it reaches
// the office or the disk.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "tests/support/pilot.h"

namespace chunhui::tests {
namespace {

using std::chrono::seconds;

class PracticeTest : public ::testing::Test {
 protected:
  PracticeTest() {
    visitor_.Shows(kStaffBadge);
    visitor_.Keys("staff.key", kStaffPin);
    visitor_.Taps("staff.sign_in");
    visitor_.Taps("staff.device");
    visitor_.Taps("staff.practice");
    visitor_.Waits();  // until the volunteer is signed out
    calls_before_ = visitor_.wire().calls();
  }

  bool practising() { return visitor_.record().Find("practice.banner") != nullptr; }
  // The play answers in a thread of its own.
  void Taps(const std::string& id) {
    ASSERT_TRUE(visitor_.Soon([&] { return visitor_.CanTap(id); })) << id << visitor_.Screen();
    visitor_.Taps(id);
  }
  void BeginVisit() {
    Taps("idle.start");
    visitor_.Shows(kLiCard);
    Taps("you.yes");
    ASSERT_TRUE(visitor_.IsSoonAt("home")) << visitor_.Screen();
  }
  std::string Disk() {
    std::string all;
    for (const auto& entry : std::filesystem::directory_iterator(visitor_.folder())) {
      std::ifstream in(entry.path(), std::ios::binary);
      all.append(std::istreambuf_iterator<char>(in), {});
    }
    return all;
  }

  SmallTown town_;
  Pilot visitor_{town_};
  int calls_before_ = 0;
};

TEST_F(PracticeTest, StartsAtTheIdlePageWithARibbonAndWithoutThePanel) {
  EXPECT_EQ(visitor_.Where(), "idle") << visitor_.Screen();
  EXPECT_TRUE(practising());
  EXPECT_FALSE(visitor_.CanTap("staff.sign_out"));
}

TEST_F(PracticeTest, WhateverCardIsShownAnInventedPersonIsGreeted) {
  BeginVisit();
  EXPECT_TRUE(visitor_.Sees("张*华奶奶")) << visitor_.Screen();
  EXPECT_FALSE(visitor_.Sees("李*福"));
  EXPECT_TRUE(practising());
}

TEST_F(PracticeTest, AMealIsBookedInPlayAndNeitherOfficeNorDiskHearOfIt) {
  const std::string disk = Disk();
  BeginVisit();
  Taps("home.meals");
  Taps("meals.day.2");
  Taps("meals.dish.1");
  Taps("meals.yes");
  ASSERT_TRUE(visitor_.IsSoonAt("meals.done")) << visitor_.Screen();
  EXPECT_TRUE(practising());
  Taps("bar.home");
  Taps("home.mine");
  EXPECT_TRUE(visitor_.SeesSoon("清蒸鲈鱼")) << visitor_.Screen();
  EXPECT_EQ(town_.BookedTomorrow(), 0);
  EXPECT_EQ(visitor_.wire().calls(), calls_before_) << "the office was asked something";
  EXPECT_EQ(visitor_.office().unanswered(), 0);
  EXPECT_EQ(Disk(), disk);
}

TEST_F(PracticeTest, HelpIsPlayedAndRingsNowhere) {
  BeginVisit();
  Taps("bar.help");
  EXPECT_TRUE(visitor_.IsSoonAt("help.coming")) << visitor_.Screen();
  EXPECT_EQ(visitor_.bell().count(), 0);
  EXPECT_EQ(visitor_.wire().calls(), calls_before_);
}

TEST_F(PracticeTest, AnEmergencyIsNeverPlayed) {
  BeginVisit();
  Taps("bar.help");
  Taps("help.urgent");
  EXPECT_EQ(visitor_.Where(), "help.emergency") << visitor_.Screen();
  EXPECT_FALSE(practising());
  EXPECT_GT(visitor_.bell().count(), 0);
  visitor_.Waits();
  EXPECT_GT(visitor_.wire().calls(), calls_before_);
}

TEST_F(PracticeTest, EndsWithTheGoodbye) {
  BeginVisit();
  Taps("bar.done");
  ASSERT_TRUE(visitor_.IsSoonAt("goodbye")) << visitor_.Screen();
  EXPECT_TRUE(practising()) << "a ribbon on every page";
  Taps("goodbye.ok");
  EXPECT_EQ(visitor_.Where(), "idle");
  EXPECT_FALSE(practising());
  visitor_.Shows(kLiCard);
  EXPECT_TRUE(visitor_.Sees("李*福")) << visitor_.Screen();
}

TEST_F(PracticeTest, EndsWhenNobodyIsThereAnyMore) {
  visitor_.Passes(seconds(121));
  EXPECT_TRUE(visitor_.CanTap("idle.yes")) << visitor_.Screen();
  visitor_.Passes(seconds(31));
  EXPECT_EQ(visitor_.Where(), "idle");
  EXPECT_FALSE(practising());
}

TEST_F(PracticeTest, NobodyWithoutAPinCanStartIt) {
  Pilot other(town_, {.device_uri = kCanteenKiosk, .folder = town_.folder() / "canteen"});
  other.Shows(kStaffBadge);
  EXPECT_FALSE(other.CanTap("staff.device")) << other.Screen();
  EXPECT_FALSE(other.CanTap("staff.practice")) << other.Screen();
}

}  // namespace
}  // namespace chunhui::tests
