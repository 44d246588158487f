// A lost card, and a code for the family: at the kiosk, beside the visit, to the next visit.
#include <gtest/gtest.h>

#include "chunhui/v1/audit.pb.h"
#include "kiosk/recognize/pictures/photo.h"
#include "kiosk/recognize/pictures/qr_reader.h"
#include "kiosk/visit/evidence.h"
#include "tests/support/pilot.h"

namespace chunhui::tests {
namespace {

constexpr char kNewCard[] = "04A1B2C3D4";

class CardDeskJourney : public ::testing::Test {
 protected:
  void StaffOpenTheCards() {
    visitor_.Shows(kStaffBadge);
    visitor_.Keys("staff.key", kStaffPin);
    visitor_.Taps("staff.sign_in");
    visitor_.Taps("staff.cards");
  }
  void StaffLeave() {
    visitor_.Taps("staff.cards_back");
    visitor_.Taps("staff.sign_out");
  }
  void Goodbye() {
    visitor_.Taps("bar.done");
    if (visitor_.CanTap("leaving.stay")) visitor_.Taps("leaving.stay");
    visitor_.Taps("goodbye.ok");
    ASSERT_EQ(visitor_.Where(), "idle") << visitor_.Screen();
  }
  // What a phone held before the glass reads.
  std::string Photographed() {
    const auto file = town_.folder() / "phone.png";
    visitor_.app().stage().WritePng(file);
    const auto photo = recognize::ReadPhoto(file);
    return photo ? recognize::ReadQr(*photo).value_or("") : "";
  }

  SmallTown town_;
  Pilot visitor_{town_};
};

TEST_F(CardDeskJourney, ALostCardIsStoppedAndANewOneKnowsHer) {
  visitor_.Shows(visit::ShownDocument(kWangIdNumber));
  visitor_.Taps("you.yes");
  visitor_.Taps("arrival.came");
  StaffOpenTheCards();
  EXPECT_TRUE(visitor_.Sees("王*兰奶奶")) << visitor_.Screen();
  EXPECT_TRUE(visitor_.Sees("尾号0001")) << visitor_.Screen();
  EXPECT_FALSE(visitor_.Sees(kWangCard)) << "of a card only its end is shown";
  visitor_.Taps("staff.card.1");
  visitor_.Taps("staff.card.lost");
  EXPECT_TRUE(visitor_.Sees("停用了")) << visitor_.Screen();
  visitor_.Taps("staff.cards.bind");
  visitor_.Shows(kNewCard);
  EXPECT_TRUE(visitor_.Sees("绑好了")) << visitor_.Screen();
  EXPECT_TRUE(visitor_.Sees("尾号C3D4")) << visitor_.Screen();
  StaffLeave();
  Goodbye();

  visitor_.Shows(kWangCard);
  EXPECT_FALSE(visitor_.Sees("王*兰")) << visitor_.Screen();
  EXPECT_TRUE(visitor_.CanTap("bar.help"));
  EXPECT_TRUE(visitor_.Sees("停用")) << visitor_.Screen();
  visitor_.Shows(kNewCard);
  visitor_.Taps("you.yes");
  EXPECT_EQ(visitor_.app().visit().display_name(), "王*兰奶奶");
  EXPECT_EQ(visitor_.app().visit().assurance(), v1::ASSURANCE_CARD);
}

TEST_F(CardDeskJourney, ACodeForTheFamilyIsTakenByPhoneWorksAndIsWorthlessOnceBlocked) {
  visitor_.Shows(kLiCard);
  visitor_.Taps("you.yes");
  StaffOpenTheCards();
  visitor_.Taps("staff.cards.bind");
  visitor_.Taps("staff.qr.make");
  const std::string code = Photographed();
  ASSERT_TRUE(code.starts_with("CHQ1")) << code << "\n" << visitor_.Screen();
  visitor_.Taps("staff.qr.done");
  EXPECT_EQ(Photographed(), "") << "it is shown once";
  StaffLeave();
  Goodbye();

  visitor_.ReadsCard(code);
  visitor_.Taps("you.yes");
  EXPECT_EQ(visitor_.app().visit().display_name(), "李*福爷爷") << visitor_.Screen();
  StaffOpenTheCards();
  visitor_.TapsText("手机二维码");
  visitor_.Taps("staff.card.lost");
  EXPECT_TRUE(visitor_.Sees("停用了")) << visitor_.Screen();
  StaffLeave();
  Goodbye();
  visitor_.ReadsCard(code);
  EXPECT_FALSE(visitor_.Sees("李*福")) << visitor_.Screen();
  EXPECT_TRUE(visitor_.Sees("停用")) << visitor_.Screen();
}

}  // namespace
}  // namespace chunhui::tests
