// Scanners that type, by their input events: from a pipe, which cannot be grabbed, and as if
// grabbed.
#include "kiosk/devices/readers/key_device.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cctype>
#include <random>

#include "tests/kiosk/devices/readers/seen.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::devices {
namespace {

using std::chrono::milliseconds;

uint16_t CodeOf(char c) {
  constexpr std::string_view kRows = "1234567890";
  constexpr std::string_view kLetters = "qwertyuiop";
  constexpr std::string_view kMiddle = "asdfghjkl";
  constexpr std::string_view kLower = "zxcvbnm";
  const char small = static_cast<char>(std::tolower(c));
  if (c == kEnter) return KEY_ENTER;
  if (const size_t at = kRows.find(c); at != std::string_view::npos) return KEY_1 + at;
  if (const size_t at = kLetters.find(small); at != std::string_view::npos) return KEY_Q + at;
  if (const size_t at = kMiddle.find(small); at != std::string_view::npos) return KEY_A + at;
  if (const size_t at = kLower.find(small); at != std::string_view::npos) return KEY_Z + at;
  return KEY_RESERVED;
}

input_event Event(uint16_t code, int value, int64_t time_ms) {
  input_event event{};
  event.input_event_sec = time_ms / 1000;
  event.input_event_usec = time_ms % 1000 * 1000;
  event.type = EV_KEY;
  event.code = code;
  event.value = value;
  return event;
}

// Keys pressed and let go with this gap, capitals with shift, Enter at the end.
std::vector<input_event> Typing(const std::string& text, int64_t gap_ms, int64_t begin_ms = 1000) {
  std::vector<input_event> events;
  int64_t now_ms = begin_ms;
  for (const char c : text + kEnter) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital) events.push_back(Event(KEY_LEFTSHIFT, 1, now_ms));
    events.push_back(Event(CodeOf(c), 1, now_ms));
    events.push_back(Event(CodeOf(c), 0, now_ms + 1));
    if (capital) events.push_back(Event(KEY_LEFTSHIFT, 0, now_ms + 1));
    now_ms += gap_ms;
  }
  return events;
}

std::vector<std::string> Lines(KeyLines& lines, const std::vector<input_event>& events) {
  std::vector<std::string> all;
  for (const input_event& event : events) {
    std::string line = lines.Take(event);
    if (!line.empty()) all.push_back(std::move(line));
  }
  return all;
}

TEST(KeyLines, AGrabbedScannerMayBeAsSlowAsItLikes) {
  KeyLines lines(/*grabbed=*/true);
  EXPECT_EQ(Lines(lines, Typing("04A1b2c3", 500)), std::vector<std::string>{"04A1b2c3"});
  EXPECT_EQ(Lines(lines, Typing("123", 5)), std::vector<std::string>{}) << "too short for a card";
  EXPECT_EQ(Lines(lines, Typing(std::string(300, '7'), 5)), std::vector<std::string>{});
  EXPECT_EQ(Lines(lines, Typing("88000001", 5)), std::vector<std::string>{"88000001"});
}

TEST(KeyLines, WithoutAGrabOnlyABurstIsACard) {
  KeyLines lines(/*grabbed=*/false);
  EXPECT_EQ(Lines(lines, Typing("04A1B2C3", 8)), std::vector<std::string>{"04A1B2C3"});
  EXPECT_EQ(Lines(lines, Typing("13800000000", 160, 9000)), std::vector<std::string>{});
}

TEST(KeyLines, AQrCodeIsTypedWhole) {
  const std::string code = "CHQ1" + std::string(45, 'Q');
  KeyLines grabbed(true);
  KeyLines burst(false);
  EXPECT_EQ(Lines(grabbed, Typing(code, 3)), std::vector<std::string>{code});
  EXPECT_EQ(Lines(burst, Typing(code, 3)), std::vector<std::string>{code});
}

TEST(KeyLines, KeysThatRepeatOrAreNoLettersDoNotCount) {
  KeyLines lines(true);
  auto events = Typing("88000001", 5);
  events.insert(events.begin() + 2, Event(KEY_8, 2, 1002));
  events.insert(events.begin() + 4, Event(KEY_F5, 1, 1003));
  EXPECT_EQ(Lines(lines, events), std::vector<std::string>{"88000001"});
}

// Ten thousand numbers typed by hands from slow to very fast, with pauses and slips: not one is
// taken for a card.
TEST(KeyLines, NoHandIsEverTakenForAScanner) {
  std::mt19937 random(20261122);
  std::normal_distribution<double> speed(5.0, 0.35);  // of the hand: median gap 148 ms
  int64_t now_ms = 1000;
  int taken = 0;
  KeyLines lines(false);
  for (int hand = 0; hand < 10'000; ++hand) {
    std::lognormal_distribution<double> gap(std::max(speed(random), 4.0), 0.5);
    const int keys = 6 + static_cast<int>(random() % 13);
    for (int i = 0; i <= keys; ++i) {
      now_ms += std::max<int64_t>(12, static_cast<int64_t>(gap(random)));
      const uint16_t code = i == keys ? KEY_ENTER : static_cast<uint16_t>(KEY_1 + random() % 10);
      taken += lines.Take(Event(code, 1, now_ms)).empty() ? 0 : 1;
      lines.Take(Event(code, 0, now_ms + 1));
    }
    now_ms += 2000;
  }
  EXPECT_EQ(taken, 0);
}

class KeyDeviceTest : public ::testing::Test {
 protected:
  KeyDeviceTest() { mkfifo(pipe_.c_str(), 0600); }
  void Type(const std::vector<input_event>& events) {
    const int file = open(pipe_.c_str(), O_WRONLY | O_CLOEXEC);
    for (const input_event& event : events) {
      ASSERT_EQ(write(file, &event, sizeof event), static_cast<ssize_t>(sizeof event));
    }
    // A line counts before the pipe is closed.
    ASSERT_TRUE(seen_.Reaches(1)) << "nothing came";
    close(file);
  }
  chunhui::devices::OnShown Shown() {
    return [this](std::string line) { seen_.Put(std::move(line)); };
  }

  const tests::TemporaryFolder folder_;
  const std::filesystem::path pipe_ = folder_.path() / "event0";
  tests::Seen seen_;
};

TEST_F(KeyDeviceTest, ACodeThatIsTypedIsHandedOn) {
  const KeyDevice device({pipe_, milliseconds(50)}, Shown());
  Type(Typing("04A1B2C3", 5));
  EXPECT_EQ(seen_.lines()[0], "04A1B2C3");
}

TEST_F(KeyDeviceTest, AScannerThatIsPluggedInAgainGoesOn) {
  const KeyDevice device({pipe_, milliseconds(50)}, Shown());
  Type(Typing("04A1B2C3", 5));
  const int file = open(pipe_.c_str(), O_WRONLY | O_CLOEXEC);
  for (const input_event& event : Typing("88000001", 5, 9000)) {
    ASSERT_EQ(write(file, &event, sizeof event), static_cast<ssize_t>(sizeof event));
  }
  EXPECT_TRUE(seen_.Reaches(2));
  close(file);
}

}  // namespace
}  // namespace chunhui::devices
