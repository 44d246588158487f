// Which dialects a visitor may choose follows from the recordings that lie there.
#include "kiosk/kit/speech/dialects.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temporary_folder.h"

namespace chunhui::kit {
namespace {

class DialectsTest : public testing::Test {
 protected:
  void Put(const std::string& tag, const std::string& name) {
    std::filesystem::create_directories(folder_.path() / tag);
    std::ofstream(folder_.path() / tag / "name.txt") << name << "\n";
  }
  std::vector<Dialect> Find() const { return FindDialects(folder_.path()); }
  const tests::TemporaryFolder folder_;
};

TEST_F(DialectsTest, AFolderWithANameIsADialect) {
  Put("yue", "广东话");
  Put("wuu", "上海话");
  std::filesystem::create_directories(folder_.path() / "zh-CN");
  const auto dialects = Find();
  ASSERT_EQ(dialects.size(), 2U);
  EXPECT_EQ(dialects[0].tag, "wuu");
  EXPECT_EQ(dialects[1].name, "广东话");
}

TEST_F(DialectsTest, WithoutRecordingsThereIsNothingToChoose) {
  EXPECT_TRUE(FindDialects(folder_.path() / "none").empty());
  EXPECT_TRUE(FindDialects(std::filesystem::path(CHUNHUI_SOURCE_DIR) / "assets/voice").empty());
}

TEST_F(DialectsTest, WhatNoButtonCouldShowIsRefusedByName) {
  Put("wuu", "一个太长的名字");
  EXPECT_THROW(Find(), std::runtime_error);
  Put("wuu", "");
  EXPECT_THROW(Find(), std::runtime_error);
}

TEST_F(DialectsTest, MoreThanThreeAreRefused) {
  for (const char* tag : {"wuu", "yue", "hak", "nan"}) Put(tag, "话");
  EXPECT_THROW(Find(), std::runtime_error);
}

TEST_F(DialectsTest, AFolderThatIsNoTagIsRefused) {
  Put("shang hai", "上海话");
  EXPECT_THROW(Find(), std::runtime_error);
}

}  // namespace
}  // namespace chunhui::kit
