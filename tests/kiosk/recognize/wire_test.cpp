// What kiosk and chunhui-recognize say to each other, and what neither believes.
#include "kiosk/recognize/wire/wire.h"

#include <gtest/gtest.h>

#include <random>

namespace chunhui::recognize::wire {
namespace {

constexpr Request kYuyvRequest{7, Task::kIdCard, Format::kYuyv, 640, 480, 640 * 480 * 2};

TEST(Wire, RequestsAndAnswersArriveAsTheyWereSent) {
  const auto request = DecodeRequest(Encode(kYuyvRequest));
  ASSERT_TRUE(request);
  EXPECT_EQ(request->number, 7u);
  EXPECT_EQ(request->bytes, 640u * 480 * 2);
  const auto answer = DecodeAnswer(Encode(Answer{9, true, Advice::kGlare, "811122240021"}));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->advice, Advice::kGlare);
  EXPECT_EQ(answer->text, "811122240021");
}

TEST(Wire, PictureThatIsLargerThanItsBytesIsRefused) {
  Request request = kYuyvRequest;
  request.width = 4096;
  EXPECT_FALSE(DecodeRequest(Encode(request)));
  request = kYuyvRequest;
  request.bytes = kSharedBytes + 1;
  EXPECT_FALSE(DecodeRequest(Encode(request)));
}

TEST(Wire, TextIsForHandwritingOnly) {
  EXPECT_TRUE(DecodeRequest(Encode(Request{1, Task::kHandwriting, Format::kText, 0, 0, 10})));
  EXPECT_FALSE(DecodeRequest(Encode(Request{1, Task::kHandwriting, Format::kFile, 0, 0, 10})));
  EXPECT_FALSE(DecodeRequest(Encode(Request{1, Task::kIdCard, Format::kText, 0, 0, 10})));
}

TEST(Wire, CutOrLengthenedPacketsAreRefused) {
  const auto request = Encode(kYuyvRequest);
  const auto answer = Encode(Answer{1, true, Advice::kNone, "abc"});
  for (size_t length = 0; length < request.size(); ++length) {
    EXPECT_FALSE(DecodeRequest({request.data(), length}));
  }
  for (size_t length = 0; length < answer.size(); ++length) {
    EXPECT_FALSE(DecodeAnswer({answer.data(), length}));
  }
  auto longer = answer;
  longer.push_back(0);
  EXPECT_FALSE(DecodeAnswer(longer));
}

TEST(Wire, LongTextsAreCutToWhatFits) {
  const auto answer = DecodeAnswer(Encode(Answer{1, true, Advice::kNone, std::string(5000, 'x')}));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->text.size(), kTextBytesMax);
}

TEST(Wire, NonsenseNeverPassesForMoreThanItIs) {
  std::mt19937 random(5);
  for (int i = 0; i < 20000; ++i) {
    auto packet = Encode(kYuyvRequest);
    packet[4 + random() % (packet.size() - 4)] = static_cast<uint8_t>(random());
    const auto request = DecodeRequest(packet);
    EXPECT_TRUE(!request || request->bytes <= kSharedBytes);
  }
}

}  // namespace
}  // namespace chunhui::recognize::wire
