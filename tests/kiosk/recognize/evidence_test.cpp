// When a number that was read counts as proven.
#include "kiosk/recognize/digits/evidence.h"

#include <gtest/gtest.h>

namespace chunhui::recognize {
namespace {

TEST(Evidence, OneLookProvesNothingHoweverSureItIs) {
  Evidence evidence;
  evidence.AddLook("811122240021", 50);
  EXPECT_FALSE(evidence.Proven());
}

TEST(Evidence, TwoSureLooksThatAgreeAreEnough) {
  Evidence evidence;
  evidence.AddLook("811122240021", 2.6);
  evidence.AddLook("811122240021", 2.6);
  EXPECT_EQ(evidence.Proven(), "811122240021");
}

TEST(Evidence, UnsureLooksNeedCompany) {
  Evidence evidence;
  for (int i = 0; i < 4; ++i) evidence.AddLook("811122240021", 1);
  EXPECT_FALSE(evidence.Proven());
  evidence.AddLook("811122240021", 1);
  EXPECT_EQ(evidence.Proven(), "811122240021");
}

TEST(Evidence, AnotherNumberInTheSamePhotoSpoilsIt) {
  Evidence evidence;
  evidence.AddLook("811122240021", 3);
  evidence.AddLook("811122240021", 3);
  evidence.AddLook("862931120268", 2);
  EXPECT_FALSE(evidence.Proven());
}

TEST(Evidence, AllLooksTogetherProveWhatNoneDidButNotAgainstARival) {
  Evidence evidence;
  evidence.AddTogether("811122240021");
  EXPECT_EQ(evidence.Proven(), "811122240021");
  evidence.AddLook("862931120268", 3);
  EXPECT_FALSE(evidence.Proven());
}

TEST(Evidence, TheOtherReaderProvesOnlyWhatTheNetHasSeen) {
  Evidence evidence;
  evidence.AddOtherReader("811122240021");
  EXPECT_FALSE(evidence.Proven());
  evidence.Suggest("811122240021");
  EXPECT_FALSE(evidence.Proven());
  evidence.AddOtherReader("811122240021");
  EXPECT_EQ(evidence.Proven(), "811122240021");
}

}  // namespace
}  // namespace chunhui::recognize
