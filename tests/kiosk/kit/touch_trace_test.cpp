#include "kiosk/kit/touch_trace.h"

#include <gtest/gtest.h>

#include <cmath>
#include <iterator>
#include <random>
#include <sstream>

#include "kiosk/kit/stage.h"
#include "kiosk/kit/ui.h"
#include "tests/kiosk/kit/pages.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::kit {
namespace {

std::filesystem::path OldHands() {
  return std::filesystem::path(CHUNHUI_SOURCE_DIR) / "tests/kiosk/kit/data/old_hands.trace";
}

std::string Bytes(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TraceRead Read(const std::string& bytes) {
  std::istringstream in(bytes);
  return ReadTouchTrace(in);
}

// Plays a trace on a page with two buttons; the ids of what acted.
std::vector<std::string> Play(const TouchTrace& trace) {
  const Words words = Words::Load(SampleWordsFolder(), "en");
  Stage stage(trace.head.panel);
  std::vector<std::string> acted;
  const auto draw = [&](Ui& ui) {
    ui.Begin("trace", "");
    if (ui.Button("yes", {20, 20, 100, 60}, {})) acted.emplace_back("yes");
    if (ui.Button("no", {20, 100, 100, 60}, {})) acted.emplace_back("no");
  };
  stage.Frame(words, 0, draw);
  for (const RawTouch& raw : trace.touches) {
    const TouchEvent event = ToTouchEvent(raw, trace.head);
    stage.HandleTouch(event);
    while (stage.Frame(words, event.time_ms, draw)) {
    }
  }
  return acted;
}

TEST(TouchTraceTest, ARecordedHandIsPlayedBackThroughTheRealTouchLayer) {
  const TraceRead read = ReadTouchTrace(OldHands());
  ASSERT_TRUE(read.trace) << read.problem;
  EXPECT_EQ(Play(*read.trace),
            (std::vector<std::string>{"yes", "no", "yes", "no", "yes", "no", "yes"}));
}

TEST(TouchTraceTest, WhatIsWrittenIsReadAgain) {
  const tests::TemporaryFolder folder;
  const TraceHead head{kLandscapePanel, 0.5F};
  {
    TouchTraceWriter writer(folder / "trace", head);
    writer.Write({5000, TouchKind::kDown, false, 9, 77, 0.25F, 0.5F});
    writer.Write({5123, TouchKind::kUp, true, 0, 1, 480, 270});
  }
  const TraceRead read = ReadTouchTrace(folder / "trace");
  ASSERT_TRUE(read.trace) << read.problem;
  ASSERT_EQ(read.trace->touches.size(), 2U);
  EXPECT_EQ(read.trace->head.panel, kLandscapePanel);
  const TouchEvent down = ToTouchEvent(read.trace->touches[0], read.trace->head);
  const TouchEvent up = ToTouchEvent(read.trace->touches[1], read.trace->head);
  EXPECT_EQ(down.time_ms, 0);
  EXPECT_EQ(down.finger, 77);
  EXPECT_FLOAT_EQ(down.x_px, 480);
  EXPECT_FLOAT_EQ(down.y_px, 540);
  EXPECT_EQ(up.time_ms, 123);
  EXPECT_FLOAT_EQ(up.x_px, 960);
}

TEST(TouchTraceTest, WhatIsNoTraceIsSaidByLine) {
  const std::string head = "chunhui-touch-trace 1 1080 1920 4.03 1\n";
  EXPECT_TRUE(Read(head).trace);
  for (const char* bad :
       {"", "chunhui-touch-trace 2 1080 1920 4.03 1\n", "x 1 1 1 1 1\n",
        "chunhui-touch-trace 1 0 1920 4.03 1\n", "chunhui-touch-trace 1 1080 1920 nan 1\n"}) {
    EXPECT_EQ(Read(bad).problem, "line 1: not a touch trace of version 1") << bad;
  }
  for (const char* bad :
       {"5 FINGERDOWN 3 1 0.5\n", "5 FINGERDOWN 3 1 0.5 0.5 6\n", "5 FINGERDOWN 3 1 nan 0.5\n",
        "5 FINGERDOWN 3 1 9 0.5\n", "-5 FINGERDOWN 3 1 0.5 0.5\n", "5 WHEEL 3 1 0.5 0.5\n",
        "999999999999999999999 FINGERUP 3 1 0.5 0.5\n"}) {
    EXPECT_EQ(Read(head + bad).problem, "line 2: no event of a touch") << bad;
  }
  EXPECT_EQ(Read(head + "9 FINGERDOWN 3 1 0.5 0.5\n8 FINGERUP 3 1 0.5 0.5\n").problem,
            "line 3: time goes back");
  EXPECT_FALSE(Read(head + std::string(1'000'000, '7')).trace);
  EXPECT_FALSE(ReadTouchTrace(OldHands() / "none").problem.empty());
}

TEST(TouchTraceTest, DamagedBytesNeverBecomeWildEvents) {
  const std::string good = Bytes(OldHands());
  std::mt19937 random(26);
  const auto below = [&](size_t end) {
    return std::uniform_int_distribution<size_t>(0, end - 1)(random);
  };
  int still_read = 0;
  for (int round = 0; round < 2000; ++round) {
    std::string bytes = good;
    for (size_t i = 0; i <= below(4); ++i)
      bytes[below(bytes.size())] = static_cast<char>(below(256));
    if (round % 3 == 0) bytes.resize(below(bytes.size()));
    const TraceRead read = Read(bytes);
    EXPECT_NE(read.trace.has_value(), !read.problem.empty());
    if (!read.trace) continue;
    ++still_read;
    for (const RawTouch& raw : read.trace->touches) {
      const TouchEvent event = ToTouchEvent(raw, read.trace->head);
      ASSERT_TRUE(std::isfinite(event.x_px) && std::isfinite(event.y_px));
      ASSERT_GE(event.time_ms, 0);
    }
  }
  EXPECT_GT(still_read, 0);
}

}  // namespace
}  // namespace chunhui::kit
