#include "core/people/phone.h"

#include "core/people/age.h"

namespace chunhui::people {
namespace {

TEST(Phone, MobilesAreReadHoweverTheyAreWritten) {
  for (const char* typed : {"13800001234", "138 0000 1234", "138-0000-1234", "+86 13800001234",
                            "008613800001234", "１３８００００１２３４", "(+86)138-0000-1234"}) {
    const auto phone = ReadPhone(typed);
    ASSERT_TRUE(phone) << typed;
    EXPECT_EQ(phone->text, "13800001234") << typed;
    EXPECT_EQ(phone->kind, PhoneKind::kMobile);
  }
}

TEST(Phone, LandlinesKeepTheirAreaCode) {
  for (const char* typed : {"010-12345678", "01012345678", "+86 10 12345678", "(010)12345678"}) {
    const auto phone = ReadPhone(typed);
    ASSERT_TRUE(phone) << typed;
    EXPECT_EQ(phone->text, "01012345678") << typed;
    EXPECT_EQ(phone->kind, PhoneKind::kLandline);
  }
  EXPECT_TRUE(ReadPhone("0755-1234567"));
}

TEST(Phone, HotlinesAreKnown) {
  for (const char* typed : {"12345", "12333", "12349", "110", "120", "119"}) {
    EXPECT_EQ(ReadPhone(typed).value().kind, PhoneKind::kHotline) << typed;
  }
}

TEST(Phone, OtherNumbersAreRefused) {
  for (const char* typed :
       {"", "12800001234", "1380000123", "138000012345", "95588", "12345678", "138000o1234",
        "0012345", "010-123456", "+1 212 555 0100", "王", "--"}) {
    EXPECT_FALSE(ReadPhone(typed)) << typed;
  }
}

TEST(Phone, MasksHideTheMiddle) {
  EXPECT_EQ(MaskPhone("13800001234"), "138****1234");
  EXPECT_EQ(MaskPhone("01012345678"), "010****5678");
  EXPECT_EQ(MaskPhone("07551234567"), "0755****4567");
  EXPECT_EQ(MaskPhone("120"), "120");
  EXPECT_EQ(MaskPhone("nonsense"), "********");
  EXPECT_EQ(MaskPhone(""), "");
}

TEST(Age, TheBirthdayItselfCounts) {
  const time::Date today{2026, 11, 22};
  EXPECT_EQ(AgeOn({1966, 11, 22}, today), 60);
  EXPECT_EQ(AgeOn({1966, 11, 23}, today), 59);
  EXPECT_EQ(AgeOn({1966, 12, 1}, today), 59);
  EXPECT_EQ(AgeOn({1966, 10, 31}, today), 60);
}

TEST(Age, LeapDayChildrenAreOlderOnTheFirstOfMarch) {
  EXPECT_EQ(AgeOn({1944, 2, 29}, {2026, 2, 28}), 81);
  EXPECT_EQ(AgeOn({1944, 2, 29}, {2026, 3, 1}), 82);
  EXPECT_EQ(AgeOn({1944, 2, 29}, {2024, 2, 29}), 80);
}

TEST(Age, OneYearPassesEveryYear) {
  const time::Date birth{1950, 5, 17};
  int age = 0;
  for (time::Date date = birth; date.year < 2040; date = date.AddDays(1)) {
    const int next = AgeOn(birth, date);
    ASSERT_TRUE(next == age || (next == age + 1 && date.month == 5 && date.day == 17));
    age = next;
  }
  EXPECT_EQ(age, 89);
}

}  // namespace
}  // namespace chunhui::people
