#include "kiosk/kit/record.h"

#include <gtest/gtest.h>

namespace chunhui::kit {
namespace {

Record Confirm() {
  Record record{.screen = "meals", .state = "confirm", .language = "zh-CN", .text_step = 2};
  record.items = {
      {.id = "title", .role = ItemRole::kTitle, .words = "就订这份，对吗？"},
      {.id = "meals.yes",
       .role = ItemRole::kButton,
       .words = "对，就订这份",
       .box = {12, 80.5F, 118, 60},
       .em_mm = 18,
       .text = Rgb(0xFFFFFF),
       .background = Rgb(0x7A1713),
       .main = true},
      {.id = "meals.no", .role = ItemRole::kButton, .words = "不订了", .enabled = false}};
  return record;
}

TEST(RecordTest, JsonHasExactlyTheShapeOutsideChecksRead) {
  Record record = Confirm();
  record.items = {record.items[1]};
  EXPECT_EQ(
      ToJson(record, 1234),
      R"({"t_ms":1234,"screen":"meals","state":"confirm","language":"zh-CN","theme":"warm",)"
      R"("text_step":2,"panel":{"width_px":1080,"height_px":1920,"px_per_mm":4.03},"items":[)"
      R"({"id":"meals.yes","role":"button","words":"对，就订这份","box_mm":[12.0,80.5,118.0,60.0],)"
      R"("em_mm":18.0,"text":"#FFFFFF","background":"#7A1713","enabled":true,"main":true}]})");
}

TEST(RecordTest, JsonIsOneLineEvenWhenWordsAreNot) {
  Record record = Confirm();
  record.items[0].words = "两\n行 \"引号\" \xFF";
  EXPECT_EQ(ToJson(record, 0).find('\n'), std::string::npos);
}

TEST(RecordTest, AsTextReadsLikeAScreen) {
  EXPECT_EQ(AsText(Confirm()), "# 就订这份，对吗？\n[x] 对，就订这份\n[ ] 不订了\n");
}

TEST(RecordTest, FindsItemsByTheirId) {
  const Record record = Confirm();
  ASSERT_NE(record.Find("meals.yes"), nullptr);
  EXPECT_TRUE(record.Find("meals.yes")->main);
  EXPECT_EQ(record.Find("meals.maybe"), nullptr);
}

TEST(RecordTest, WhateverASeniorWouldNoticeIsAChange) {
  const Record before = Confirm();
  EXPECT_TRUE(SameShown(before, Confirm()));
  Record after = Confirm();
  after.items[1].enabled = false;
  EXPECT_FALSE(SameShown(before, after));
  after = Confirm();
  after.text_step = 3;
  EXPECT_FALSE(SameShown(before, after));
  after = Confirm();
  after.items.pop_back();
  EXPECT_FALSE(SameShown(before, after));
}

}  // namespace
}  // namespace chunhui::kit
