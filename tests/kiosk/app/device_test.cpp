// The kiosk as a device: measured with a bank card, refused when its panel is no good, taken out of
// use by staff; the office hears of it.
#include <gtest/gtest.h>

#include "tests/support/pilot.h"

namespace chunhui::tests {
namespace {

class DeviceTest : public ::testing::Test {
 protected:
  void OpenDeviceMenu(Pilot& kiosk) {
    kiosk.Shows(kStaffBadge);
    kiosk.Keys("staff.key", kStaffPin);
    kiosk.Taps("staff.sign_in");
    kiosk.Taps("staff.device");
  }
  // What the office was told last about the kiosk in the hall.
  std::string ToldFault() {
    const auto list = town_.admin().Call<v1::ListKiosksResponse>("FleetService/ListKiosks",
                                                                 v1::ListKiosksRequest());
    for (const v1::Kiosk& kiosk : list.kiosks()) {
      if (kiosk.kiosk_id() == "hall-1") return kiosk.fault_code();
    }
    return "no such kiosk";
  }

  SmallTown town_;
};

TEST_F(DeviceTest, APanelNobodyHasMeasuredAsksForABankCardBeforeAnythingElse) {
  float kept = 0;
  Pilot kiosk(town_, {.measured = false, .keep_measure = [&](float px) { kept = px; }});
  EXPECT_EQ(kiosk.Where(), "measure.first") << kiosk.Screen();
  EXPECT_FALSE(kiosk.CanTap("bar.home"));
  kiosk.Shows(kLiCard);
  kiosk.Passes(std::chrono::minutes(10));
  EXPECT_EQ(kiosk.Where(), "measure.first") << "no visit begins here";
  kiosk.Taps("measure.same");
  EXPECT_EQ(kiosk.Where(), "idle") << kiosk.Screen();
  EXPECT_FLOAT_EQ(kept, kit::kPortraitPanel.px_per_mm);
}

TEST_F(DeviceTest, TheOutlineGrowsByADotAndByMuch) {
  float kept = 0;
  Pilot kiosk(town_, {.measured = false, .keep_measure = [&](float px) { kept = px; }});
  kiosk.Taps("measure.much_larger");
  kiosk.Taps("measure.larger");
  kiosk.Taps("measure.same");
  const float dots = (kept - 1.05F * kit::kPortraitPanel.px_per_mm) * 85.60F;
  EXPECT_NEAR(dots, 1, 0.05F);
  EXPECT_FLOAT_EQ(kiosk.record().panel.px_per_mm, kept) << "everything is laid out anew";
}

TEST_F(DeviceTest, APanelTooSmallForTheTargetsIsNotForThePublic) {
  Pilot kiosk(town_, {.panel = {1080, 1920, 6.2F}});
  EXPECT_EQ(kiosk.Where(), "out_of_order") << kiosk.Screen();
  EXPECT_TRUE(kiosk.Sees("K-05")) << kiosk.Screen();
  EXPECT_TRUE(kiosk.Soon([&] { return ToldFault() == "K-05"; }));
}

TEST_F(DeviceTest, ACoarsePanelIsUsedAndStaffAreTold) {
  Pilot kiosk(town_, {.panel = {1080, 1920, 2.72F}});
  EXPECT_EQ(kiosk.Where(), "idle");
  OpenDeviceMenu(kiosk);
  EXPECT_TRUE(kiosk.Sees("69点")) << kiosk.Screen();
}

TEST_F(DeviceTest, StaffTakeItOutOfUseAndBringItBackAndTheOfficeIsTold) {
  Pilot kiosk(town_);
  OpenDeviceMenu(kiosk);
  kiosk.Taps("staff.device.close");
  EXPECT_EQ(kiosk.Where(), "out_of_order") << kiosk.Screen();
  EXPECT_TRUE(kiosk.Soon([&] { return ToldFault() == "K-01"; }));
  kiosk.Taps("staff.device.reopen");
  EXPECT_EQ(kiosk.Where(), "idle") << kiosk.Screen();
  EXPECT_TRUE(kiosk.Soon([&] { return ToldFault().empty(); }));
}

TEST_F(DeviceTest, OutOfUseIsKeptUntilStaffBringItBack) {
  bool kept = true;
  Pilot kiosk(town_, {.taken_out = true, .keep_taken_out = [&](bool out) { kept = out; }});
  EXPECT_EQ(kiosk.Where(), "out_of_order") << kiosk.Screen();
  EXPECT_TRUE(kiosk.Sees("K-01")) << kiosk.Screen();
  EXPECT_TRUE(kiosk.Soon([&] { return ToldFault() == "K-01"; }));
  OpenDeviceMenu(kiosk);
  kiosk.Taps("staff.device.reopen");
  EXPECT_FALSE(kept);
  EXPECT_EQ(kiosk.Where(), "idle") << kiosk.Screen();
}

TEST_F(DeviceTest, WhoeverStandsAtAKioskOutOfOrderCanStillCallAPerson) {
  Pilot kiosk(town_, {.fault_code = "K-04"});
  kiosk.Taps("bar.help");
  EXPECT_TRUE(kiosk.Where().starts_with("help.")) << kiosk.Screen();
  const auto cases = town_.staff().Call<v1::ListCasesResponse>("AssistanceService/ListCases",
                                                               v1::ListCasesRequest());
  EXPECT_EQ(cases.cases_size(), 1);
}

TEST_F(DeviceTest, AMistakeInMeasuringIsRepairedFromTheDeviceMenu) {
  Pilot kiosk(town_, {.panel = {1080, 1920, 6.2F}});
  OpenDeviceMenu(kiosk);
  kiosk.Taps("staff.device.measure");
  for (int i = 0; i < 9; ++i) kiosk.Taps("measure.much_smaller");
  kiosk.Taps("measure.same");
  EXPECT_EQ(kiosk.Where(), "idle") << kiosk.Screen();
}

TEST_F(DeviceTest, DuringAVisitTheDeviceIsLeftAlone) {
  Pilot kiosk(town_);
  kiosk.Shows(kLiCard);
  kiosk.Taps("you.yes");
  OpenDeviceMenu(kiosk);
  EXPECT_FALSE(kiosk.CanTap("staff.device.measure"));
  EXPECT_FALSE(kiosk.CanTap("staff.device.close"));
}

TEST_F(DeviceTest, StaffMakeItDarkForWhoeverCannotSeeItAndTheNextOneFindsItLight) {
  Pilot kiosk(town_);
  OpenDeviceMenu(kiosk);
  kiosk.Taps("staff.device.dark");
  const auto& said = kiosk.speech().said();
  EXPECT_TRUE(kiosk.app().stage().look().dark);
  ASSERT_FALSE(said.empty());
  EXPECT_NE(said.back().sentences.front().words.find("下一个"), std::string::npos)
      << "it says how the keys are used";
  kiosk.Passes(std::chrono::seconds(151));
  EXPECT_FALSE(kiosk.app().stage().look().dark);
}

}  // namespace
}  // namespace chunhui::tests
