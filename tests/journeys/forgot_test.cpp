// Somebody of 89 has forgotten card and number: the grid worker finds her in seconds, and she says
// yes herself.
#include <gtest/gtest.h>

#include "chunhui/v1/audit.pb.h"
#include "chunhui/v1/residents.pb.h"
#include "kiosk/visit/evidence.h"
#include "tests/support/pilot.h"

namespace chunhui::tests {
namespace {

constexpr char kZengIdNumber[] = "110199193701020028";

class Forgot : public ::testing::Test {
 protected:
  Forgot() {
    v1::ImportResidentsRequest request;
    v1::ResidentInput& zeng = *request.add_rows();
    zeng.set_source_key("p-89");
    zeng.set_name("曾秀兰");
    zeng.set_id_number(kZengIdNumber);
    zeng.set_station_id(kStation);
    zeng.set_building("3号楼2单元");
    const auto done =
        town_.admin().Call<v1::ImportResidentsResponse>("ResidentService/ImportResidents", request);
    EXPECT_EQ(done.added(), 1) << done.DebugString();
  }

  void SignIn() {
    visitor_.Shows(kStaffBadge);
    visitor_.Keys("staff.key", kStaffPin);
    visitor_.Taps("staff.sign_in");
  }
  void Finds(std::string_view letters) {
    visitor_.Taps("staff.find");
    for (const char letter : letters) visitor_.Taps(std::string("staff.key.") + letter);
    visitor_.Taps("staff.look");
  }
  // Who did what for whom, as the auditors see it.
  bool Audited(const std::string& actor, const std::string& action, const std::string& reason) {
    const auto rows =
        town_.admin().Call<v1::ListAuditResponse>("AuditService/ListAudit", v1::ListAuditRequest());
    for (const auto& row : rows.rows()) {
      if (row.actor() == actor && row.action().ends_with(action) && row.reason() == reason) {
        return true;
      }
    }
    return false;
  }

  SmallTown town_;
  Pilot visitor_{town_};
};

TEST_F(Forgot, TheGridWorkerFindsHerByThreeLettersAndSheSaysYes) {
  visitor_.Taps("idle.menu");
  SignIn();
  Finds("ZXL");
  EXPECT_TRUE(visitor_.Sees("曾*兰")) << visitor_.Screen();
  EXPECT_TRUE(visitor_.Sees("89岁")) << visitor_.Screen();
  EXPECT_FALSE(visitor_.Sees("曾秀兰"));
  EXPECT_FALSE(visitor_.Sees(kZengIdNumber));
  visitor_.Taps("staff.person.1");
  visitor_.Taps("staff.why.1");
  ASSERT_EQ(visitor_.Where(), "is_this_you.one") << visitor_.Screen();
  EXPECT_FALSE(visitor_.CanTap("staff.find")) << "the panel has stepped aside";
  visitor_.Taps("you.yes");
  EXPECT_EQ(visitor_.Where(), "home") << visitor_.Screen();
  EXPECT_EQ(visitor_.app().visit().assurance(), v1::ASSURANCE_VOUCHED);
  EXPECT_TRUE(Audited("staff:li@kiosk:hall-1", "Recognise", "忘带卡"));
  EXPECT_TRUE(Audited("kiosk:hall-1", "StartVisit", "vouched by li"));
}

TEST_F(Forgot, WhoIsNotHerSaysNoAndNothingIsLeft) {
  SignIn();
  Finds("ZXL");
  visitor_.Taps("staff.person.1");
  visitor_.Taps("staff.why.2");
  visitor_.Taps("you.no");
  EXPECT_EQ(visitor_.Where(), "who.card") << visitor_.Screen();
  EXPECT_FALSE(visitor_.Sees("曾"));
  EXPECT_TRUE(visitor_.app().visit().candidates().empty());
  EXPECT_FALSE(visitor_.app().visit().open());
}

TEST_F(Forgot, AHouseAndAnAgeAreEnough) {
  SignIn();
  visitor_.Taps("staff.find");
  visitor_.Taps("staff.field.house");
  visitor_.Keys("staff.key", "3");
  visitor_.Taps("staff.field.age");
  visitor_.Keys("staff.key", "90");
  visitor_.Taps("staff.look");
  EXPECT_TRUE(visitor_.Sees("曾*兰")) << visitor_.Screen();
  visitor_.Taps("staff.find_back");
  visitor_.Taps("staff.key.delete");
  visitor_.Keys("staff.key", "4");
  visitor_.Taps("staff.look");
  EXPECT_TRUE(visitor_.Sees("没有找到")) << visitor_.Screen();
}

TEST_F(Forgot, TheWrongLettersCanBeTakenBack) {
  SignIn();
  Finds("QQ");
  EXPECT_TRUE(visitor_.Sees("没有找到")) << visitor_.Screen();
  visitor_.Taps("staff.key.delete");
  visitor_.Taps("staff.key.delete");
  visitor_.Taps("staff.key.Z");
  visitor_.Taps("staff.look");
  EXPECT_TRUE(visitor_.CanTap("staff.person.1")) << visitor_.Screen();
  visitor_.Taps("staff.find_back");
  visitor_.Taps("staff.find_back");
  EXPECT_TRUE(visitor_.CanTap("staff.sign_out")) << visitor_.Screen();
}

TEST_F(Forgot, WhomTheVisitWasForIsForgottenFirst) {
  visitor_.Shows(kLiCard);
  visitor_.Taps("you.yes");
  SignIn();
  Finds("ZXL");
  visitor_.Taps("staff.person.1");
  visitor_.Taps("staff.why.1");
  EXPECT_FALSE(visitor_.app().visit().open());
  visitor_.Taps("you.yes");
  EXPECT_EQ(visitor_.app().visit().display_name(), "曾*兰奶奶");
}

TEST_F(Forgot, ANewResidentIsTakenInByTheIdCardAndIsWelcomeAtOnce) {
  const std::string id_card = visit::ShownDocument("110199194302280011", "何玉珍");
  SignIn();
  visitor_.Taps("staff.find");
  visitor_.Taps("staff.enrol");
  visitor_.Shows(id_card);
  EXPECT_TRUE(visitor_.Sees("何玉珍")) << visitor_.Screen();
  EXPECT_FALSE(visitor_.Sees("110199194302280011"));
  visitor_.Keys("staff.key", "12");
  visitor_.Taps("staff.enrol_yes");
  EXPECT_TRUE(visitor_.CanTap("staff.enrol_yes")) << "a wrong phone is said first";
  visitor_.Taps("staff.key.delete");
  visitor_.Taps("staff.key.delete");
  visitor_.Taps("staff.enrol_yes");
  ASSERT_EQ(visitor_.Where(), "is_this_you.one") << visitor_.Screen();
  visitor_.Taps("you.yes");
  EXPECT_EQ(visitor_.app().visit().assurance(), v1::ASSURANCE_DOCUMENT);
}

}  // namespace
}  // namespace chunhui::tests
