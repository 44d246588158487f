// Frames of an ID card reader: whole, cut, wrong, and in garbage.
#include "kiosk/devices/readers/sam_v.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/kiosk/devices/readers/id_card_text.h"

namespace chunhui::devices {
namespace {

using tests::IdCardTextBlock;
using tests::SamCardFrame;
using tests::SamFrame;

std::string Hex(const std::string& bytes) {
  std::string hex;
  for (const char byte : bytes) {
    char two[3];
    std::snprintf(two, sizeof two, "%02X", static_cast<uint8_t>(byte));
    hex += two;
  }
  return hex;
}

TEST(SamV, QuestionsAreThoseOfTheStandard) {
  EXPECT_EQ(Hex(SamRequest(SamCommand::kFind)), "AAAAAA96690003200122");
  EXPECT_EQ(Hex(SamRequest(SamCommand::kSelect)), "AAAAAA96690003200221");
  EXPECT_EQ(Hex(SamRequest(SamCommand::kRead)), "AAAAAA96690003300132");
}

TEST(SamV, AWholeAnswerIsReadHoweverItIsCut) {
  const std::string frame = SamCardFrame();
  for (const size_t piece : {size_t{1}, size_t{7}, size_t{500}, frame.size()}) {
    SamFrames frames;
    std::optional<SamAnswer> answer;
    for (size_t at = 0; at < frame.size() && !answer; at += piece) {
      answer = frames.Take(std::string_view(frame).substr(at, piece));
    }
    ASSERT_TRUE(answer.has_value()) << piece;
    EXPECT_EQ(answer->status, kSamDone);
    EXPECT_EQ(answer->text, IdCardTextBlock());
    EXPECT_EQ(frames.broken(), 0);
  }
}

TEST(SamV, ThePhotoIsNeverKept) {
  SamFrames frames;
  const auto answer = frames.Take(SamCardFrame());
  ASSERT_TRUE(answer.has_value());
  EXPECT_EQ(answer->text.size(), 256u);
  EXPECT_EQ(answer->text.find("PPPP"), std::string::npos);
}

TEST(SamV, AWrongChecksumIsNoAnswerAndTheNextOneCounts) {
  std::string wrong = SamFrame(kSamFound);
  wrong.back() ^= 1;
  SamFrames frames;
  EXPECT_FALSE(frames.Take(wrong).has_value());
  EXPECT_GT(frames.broken(), 0);
  EXPECT_EQ(frames.Take(SamFrame(kSamFound))->status, kSamFound);
}

TEST(SamV, GarbageBeforeAFrameIsSkipped) {
  SamFrames frames;
  EXPECT_FALSE(frames.Take("\xAA\xAA noise \xAA\x96").has_value());
  EXPECT_EQ(frames.Take("\xAA\xAA" + SamFrame(kSamCannotRead))->status, kSamCannotRead);
}

TEST(SamV, LengthsBeyondReasonAreNoFrames) {
  SamFrames frames;
  EXPECT_FALSE(frames.Take(std::string("\xAA\xAA\xAA\x96\x69\xFF\xFF", 7)).has_value());
  EXPECT_FALSE(frames.Take(std::string("\xAA\xAA\xAA\x96\x69\x00\x01", 7)).has_value());
  EXPECT_EQ(frames.Take(SamFrame(kSamFound))->status, kSamFound);
}

TEST(SamV, TwoAnswersAtOnceComeOneAfterTheOther) {
  SamFrames frames;
  EXPECT_EQ(frames.Take(SamFrame(kSamFound) + SamFrame(kSamDone))->status, kSamFound);
  EXPECT_EQ(frames.Take({})->status, kSamDone);
  EXPECT_FALSE(frames.Take({}).has_value());
}

TEST(SamV, AnyBytesAtAllAreSurvived) {
  std::mt19937 random(26);
  SamFrames frames;
  const std::string good = SamCardFrame();
  for (int round = 0; round < 3000; ++round) {
    std::string bytes = good.substr(0, random() % good.size());
    for (int i = 0; i < 4 && !bytes.empty(); ++i) {
      bytes[random() % bytes.size()] = static_cast<char>(random());
    }
    if (const auto answer = frames.Take(bytes)) ReadIdCardText(answer->text);
  }
  frames.Clear();
  EXPECT_TRUE(frames.Take(good).has_value());
}

TEST(SamV, TheNumberAndNameStandInTheTextBlock) {
  const auto card = ReadIdCardText(IdCardTextBlock());
  ASSERT_TRUE(card.has_value());
  EXPECT_EQ(card->number, "110199194302280011");
  EXPECT_EQ(card->name, "王秀兰");
  EXPECT_EQ(ReadIdCardText(IdCardTextBlock(u"刘\xD873\xDDCE"))->name, "刘\U0002CDCE");
}

TEST(SamV, ANumberThatDoesNotCheckIsNoCard) {
  EXPECT_FALSE(ReadIdCardText(IdCardTextBlock(u"王秀兰", u"110199194302280012")));
  EXPECT_FALSE(ReadIdCardText(IdCardTextBlock(u"王秀兰", u"")));
  EXPECT_FALSE(ReadIdCardText(IdCardTextBlock().substr(0, 120)));
  EXPECT_FALSE(ReadIdCardText(""));
}

}  // namespace
}  // namespace chunhui::devices
