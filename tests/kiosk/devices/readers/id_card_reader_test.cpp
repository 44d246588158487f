// An ID card reader on a pair of pseudo terminals, with every fault a line can have.
#include "kiosk/devices/readers/id_card_reader.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include <functional>

#include "tests/kiosk/devices/readers/id_card_text.h"
#include "tests/kiosk/devices/readers/seen.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::devices {
namespace {

using std::chrono::milliseconds;
using tests::SamCardFrame;
using tests::SamFrame;

// The module at the other end of the line: answers each question as the test says.
class Module {
 public:
  using Answer = std::function<std::string(SamCommand)>;

  Module(const std::filesystem::path& port, Answer answer)
      : answer_(std::move(answer)), file_(posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)) {
    grantpt(file_);
    unlockpt(file_);
    termios settings{};
    tcgetattr(file_, &settings);
    cfmakeraw(&settings);
    tcsetattr(file_, TCSANOW, &settings);
    std::filesystem::remove(port);
    std::filesystem::create_symlink(ptsname(file_), port);
    thread_ = std::thread([this] { Run(); });
  }
  ~Module() {
    stopping_ = true;
    thread_.join();
    close(file_);
  }

 private:
  void Run() {
    std::string asked;
    while (!stopping_) {
      pollfd waiting{file_, POLLIN, 0};
      if (poll(&waiting, 1, 20) <= 0) continue;
      char bytes[64];
      const ssize_t count = read(file_, bytes, sizeof bytes);
      if (count <= 0) {
        std::this_thread::sleep_for(milliseconds(10));  // nobody has opened the other end
        continue;
      }
      asked.append(bytes, static_cast<size_t>(count));
      for (const SamCommand command : {SamCommand::kFind, SamCommand::kSelect, SamCommand::kRead}) {
        if (!asked.ends_with(SamRequest(command))) continue;
        asked.clear();
        const std::string answer = answer_(command);
        for (size_t at = 0; at < answer.size(); at += 200) {
          if (write(file_, answer.data() + at, std::min<size_t>(200, answer.size() - at)) < 0)
            break;
        }
      }
    }
  }

  Answer answer_;
  int file_;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

class IdCardReaderTest : public ::testing::Test {
 protected:
  // A card that lies there: found once, then read.
  static std::string Well(SamCommand command) {
    switch (command) {
      case SamCommand::kFind:
        return SamFrame(kSamFound);
      case SamCommand::kSelect:
        return SamFrame(kSamDone);
      case SamCommand::kRead:
        break;
    }
    return SamCardFrame();
  }
  IdCardReader::Options Options() const {
    return {port_, milliseconds(10), milliseconds(300), milliseconds(50)};
  }
  IdCardReader::OnCard OnCard() {
    return [this](const IdCardText& card) { seen_.Put(card.number + " " + card.name); };
  }

  const tests::TemporaryFolder folder_;
  const std::filesystem::path port_ = folder_.path() / "ttyUSB0";
  tests::Seen seen_;
};

TEST_F(IdCardReaderTest, ACardThatIsPutDownIsRead) {
  const Module module(port_, Well);
  const IdCardReader reader(Options(), OnCard());
  ASSERT_TRUE(seen_.Reaches(1));
  EXPECT_EQ(seen_.lines()[0], "110199194302280011 王秀兰");
}

TEST_F(IdCardReaderTest, AnEmptyReaderIsAskedAgainAndAgain) {
  std::atomic<int> asked = 0;
  const Module module(port_, [&](SamCommand) {
    return ++asked < 20 ? SamFrame(kSamNotFound) : SamFrame(kSamFound);
  });
  const IdCardReader reader(Options(), OnCard());
  for (int i = 0; i < 500 && asked < 20; ++i) std::this_thread::sleep_for(milliseconds(10));
  EXPECT_GE(asked, 20);
  EXPECT_TRUE(seen_.lines().empty());
}

TEST_F(IdCardReaderTest, EveryFaultOfTheLineIsOvercome) {
  const std::string whole = SamCardFrame();
  std::string wrong_sum = whole;
  wrong_sum.back() ^= 0x55;
  const std::vector<std::string> faults = {wrong_sum,
                                           whole.substr(0, 700),
                                           SamFrame(kSamCannotRead),
                                           "",
                                           std::string(900, '\xAA'),
                                           "noise" + SamFrame(kSamCannotRead),
                                           SamCardFrame(tests::IdCardTextBlock(u"王", u"123"))};
  std::atomic<size_t> round = 0;
  const Module module(port_, [&](SamCommand command) {
    if (command != SamCommand::kRead) return Well(command);
    const size_t now = round++;
    return now < faults.size() ? faults[now] : whole;
  });
  const IdCardReader reader(Options(), OnCard());
  ASSERT_TRUE(seen_.Reaches(1));
  EXPECT_EQ(seen_.lines()[0], "110199194302280011 王秀兰");
  EXPECT_GE(round, faults.size());
  EXPECT_GT(reader.faults(), 0);
}

TEST_F(IdCardReaderTest, AReaderThatIsPluggedInLaterOrAgainIsFound) {
  const IdCardReader reader(Options(), OnCard());
  {
    const Module module(port_, Well);
    ASSERT_TRUE(seen_.Reaches(1));
  }
  const size_t before = seen_.lines().size();
  const Module module(port_, Well);
  EXPECT_TRUE(seen_.Reaches(before + 1));
}

}  // namespace
}  // namespace chunhui::devices
