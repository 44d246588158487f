#include "core/people/dialect.h"

#include <gtest/gtest.h>

namespace chunhui::people {
namespace {

TEST(Dialect, TagsOfSpeechAreTold) {
  for (const char* tag : {"wuu", "yue", "nan-TW", "zh-cmn-Hans-CN"})
    EXPECT_TRUE(IsDialectTag(tag)) << tag;
}

// They become names of folders and stand in the books.
TEST(Dialect, WaysOutOfTheFolderAreNoTags) {
  for (const char* tag : {"", "..", "wuu/..", "上海", "wuu nan", "wuuuuuuuuuuuuuuuuuuuu"}) {
    EXPECT_FALSE(IsDialectTag(tag)) << tag;
  }
}

}  // namespace
}  // namespace chunhui::people
