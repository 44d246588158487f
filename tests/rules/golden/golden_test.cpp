// What `./chunhui check golden` stands on.
#include "tests/rules/golden/golden.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temporary_folder.h"

namespace chunhui::tests {
namespace {

Picture Small() { return {4, 3, std::vector<uint32_t>(12, 0x804020)}; }

TEST(GoldenCheck, OnePixelIsEnough) {
  Picture painted = Small();
  painted.pixels[6] ^= 1;
  const Difference difference = Compare(Small(), painted);
  EXPECT_EQ(difference.pixels, 1);
  EXPECT_EQ(difference.where, (kit::Rect{2, 1, 1, 1}));
  EXPECT_EQ(difference.seen.pixels[6], 0xD00000U);
  EXPECT_EQ(Compare(Small(), Small()).pixels, 0);
  EXPECT_GT(Compare({3, 4, Small().pixels}, Small()).pixels, 0);
}

TEST(GoldenCheck, APictureSurvivesItsFile) {
  const TemporaryFolder folder;
  Picture picture = Small();
  picture.pixels[5] = 0x010203;
  WritePicture(folder / "a.png", picture);
  const auto read = ReadPicture(folder / "a.png");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->pixels, picture.pixels);
  std::ofstream(folder / "bad.png") << "no picture";
  EXPECT_FALSE(ReadPicture(folder / "bad.png"));
  EXPECT_FALSE(ReadPicture(folder / "none.png"));
}

TEST(GoldenCheck, APictureThatDiffersIsWrittenForPeople) {
  const TemporaryFolder folder;
  GoldenPicture dark = GoldenPictures().front();
  dark.look.theme = kit::ThemeName::kDark;
  EXPECT_TRUE(Check(dark, folder.path()));
  EXPECT_TRUE(std::filesystem::exists(folder / (dark.name + ".painted.png").c_str()));
}

}  // namespace
}  // namespace chunhui::tests
