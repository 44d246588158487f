// The real program on real pipes.
#include "kiosk/devices/handwriting.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>

namespace chunhui::devices {
namespace {

using namespace std::chrono_literals;

const std::string kProgram = CHUNHUI_BIN_DIR "/chunhui-recognize";

// Waits for what the thread brings, ten seconds at most.
class HandwritingProgramTest : public testing::Test {
 protected:
  std::optional<Handwriting::Characters> Ask(Handwriting& handwriting, const std::string& strokes) {
    handwriting.Ask(strokes);
    std::unique_lock lock(mutex_);
    woken_.wait_for(lock, 10s, [this] { return std::exchange(awake_, false); });
    return handwriting.Take();
  }
  void Wake() {
    std::lock_guard lock(mutex_);
    awake_ = true;
    woken_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable woken_;
  bool awake_ = false;
};

TEST_F(HandwritingProgramTest, ReadsOneCharacterAfterAnotherWithItsOdds) {
  HandwritingProgram handwriting(kProgram, [this] { Wake(); });
  const auto ten = Ask(handwriting, "? 2 2 100 400 900 380 2 500 100 490 900");
  ASSERT_TRUE(ten && ten->size() == 40);
  EXPECT_EQ(ten->front().character, "十");
  EXPECT_GT(ten->front().odds, ten->back().odds + 1);
  const auto one = Ask(handwriting, "? 1 2 100 400 900 380");
  ASSERT_TRUE(one && one->size() == 40);
  EXPECT_EQ(one->front().character, "一");
}

TEST_F(HandwritingProgramTest, CanBeClosedAndAskedAgain) {
  HandwritingProgram handwriting(kProgram, [this] { Wake(); });
  handwriting.Ask("? 1 2 100 400 900 380");
  handwriting.Close();
  EXPECT_FALSE(handwriting.Take());
  awake_ = false;
  const auto one = Ask(handwriting, "? 1 2 100 400 900 380");
  ASSERT_TRUE(one && !one->empty());
}

TEST_F(HandwritingProgramTest, NonsenseGetsAnEmptyAnswerAndTheNextQuestionIsAnswered) {
  HandwritingProgram handwriting(kProgram, [this] { Wake(); });
  const auto none = Ask(handwriting, "? 1 2 100");
  ASSERT_TRUE(none);
  EXPECT_TRUE(none->empty());
  const auto one = Ask(handwriting, "? 1 2 100 400 900 380");
  EXPECT_TRUE(one && !one->empty());
}

TEST_F(HandwritingProgramTest, AProgramThatIsNotThereOrSaysNothingGetsAnEmptyAnswer) {
  for (const char* program : {"/nowhere/chunhui-recognize", "/bin/false"}) {
    HandwritingProgram handwriting(program, [this] { Wake(); });
    const auto none = Ask(handwriting, "? 1 2 100 400 900 380");
    ASSERT_TRUE(none) << program;
    EXPECT_TRUE(none->empty());
  }
}

}  // namespace
}  // namespace chunhui::devices
