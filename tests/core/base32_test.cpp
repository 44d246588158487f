#include "core/secrets/base32.h"

#include <gtest/gtest.h>

namespace chunhui::secrets {
namespace {

TEST(Base32, WritesTheVectorsOfTheStandardWithoutPadding) {
  EXPECT_EQ(ToBase32(""), "");
  EXPECT_EQ(ToBase32("f"), "MY");
  EXPECT_EQ(ToBase32("fo"), "MZXQ");
  EXPECT_EQ(ToBase32("foo"), "MZXW6");
  EXPECT_EQ(ToBase32("foob"), "MZXW6YQ");
  EXPECT_EQ(ToBase32("foobar"), "MZXW6YTBOI");
}

TEST(Base32, ReadsBackWhatItWrote) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) {
    EXPECT_EQ(FromBase32(ToBase32(bytes)), bytes);
    bytes += static_cast<char>(i * 37);
  }
}

TEST(Base32, RefusesWhatItWouldNeverWrite) {
  for (const char* text : {"mzxw6", "MZ1", "MZXW6=", "M", "MZ X", "MZ"}) {
    EXPECT_FALSE(FromBase32(text)) << text;
  }
  EXPECT_EQ(FromBase32("MY"), "f");
}

}  // namespace
}  // namespace chunhui::secrets
