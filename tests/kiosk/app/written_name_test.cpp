// Who has nothing writes the own name by finger; staff who come have looked for it already.
#include <gtest/gtest.h>

#include "tests/support/pilot.h"

namespace chunhui::tests {
namespace {

using std::chrono::milliseconds;

class WrittenNameTest : public ::testing::Test {
 protected:
  // A stroke; what it was read as is decided by `hand_`.
  void WritesAndChooses(std::string_view key) {
    visitor_.Passes(milliseconds(600));
    const kit::Box sheet = visitor_.record().Find("name.sheet")->box;
    const float px = visitor_.app().stage().panel().px_per_mm;
    for (int i = 0; i <= 20; ++i) {
      const kit::TouchKind kind = i == 0    ? kit::TouchKind::kDown
                                  : i == 20 ? kit::TouchKind::kUp
                                            : kit::TouchKind::kMove;
      const float x = sheet.x + sheet.w * (0.2F + 0.03F * static_cast<float>(i));
      visitor_.Touches(1, kind, x * px, (sheet.y + sheet.h / 2) * px);
      visitor_.Passes(milliseconds(20));
    }
    ASSERT_TRUE(visitor_.Soon([&] { return visitor_.CanTap(key); })) << visitor_.Screen();
    visitor_.Taps(key);
  }

  SmallTown town_;
  devices::FixedHandwriting hand_{{"王", "桂", "李"}};
  Pilot visitor_{town_, {.handwriting = &hand_}};
};

TEST_F(WrittenNameTest, StaffFindThePersonWithoutTyping) {
  visitor_.Taps("idle.start");
  visitor_.Taps("who.write");
  ASSERT_EQ(visitor_.Where(), "write_name.write") << visitor_.Screen();
  WritesAndChooses("name.key.1");
  WritesAndChooses("name.key.2");
  visitor_.Taps("name.done");
  visitor_.Shows(kStaffBadge);
  visitor_.Keys("staff.key", kStaffPin);
  visitor_.Taps("staff.sign_in");
  EXPECT_TRUE(visitor_.Soon([&] { return visitor_.CanTap("staff.person.1"); }))
      << visitor_.Screen();
  EXPECT_TRUE(visitor_.Sees("王*兰")) << visitor_.Screen();
}

}  // namespace
}  // namespace chunhui::tests
