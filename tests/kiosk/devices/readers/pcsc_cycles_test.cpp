// Many cards laid down and taken up, one after the other: all are read, nothing leaks. Twelve here;
// `./chunhui check cards` makes it five hundred.
#include <gtest/gtest.h>
#include <malloc.h>

#include <cstdlib>
#include <filesystem>

#include "kiosk/devices/readers/pcsc_reader.h"
#include "tests/kiosk/devices/readers/pcsc_service.h"
#include "tests/kiosk/devices/readers/seen.h"
#include "tests/kiosk/devices/readers/virtual_card.h"

namespace chunhui::devices {
namespace {

size_t OpenFiles() {
  const std::filesystem::directory_iterator files("/proc/self/fd");
  return static_cast<size_t>(std::distance(begin(files), end(files)));
}

TEST(PcscCycles, CardsComeAndGoAndNothingIsLeft) {
  const char* wanted = std::getenv("CHUNHUI_CARD_CYCLES");
  const int cycles = wanted ? std::atoi(wanted) : 12;
  tests::PcscService service;
  tests::Seen seen;
  const PcscReader reader({}, [&](std::string line) { seen.Put(std::move(line)); });
  size_t files = 0;
  size_t bytes = 0;
  for (int cycle = 0; cycle < cycles; ++cycle) {
    const std::string uid{'\x04', static_cast<char>(cycle >> 8), static_cast<char>(cycle), '\x01'};
    {
      const tests::VirtualCard card(service.port(), {.uid = uid});
      ASSERT_TRUE(seen.Reaches(static_cast<size_t>(cycle) + 1)) << "card " << cycle;
    }
    // pcscd looks every 400 ms: it must see that the card has gone.
    std::this_thread::sleep_for(std::chrono::milliseconds(900));
    if (cycle == cycles / 3) {
      files = OpenFiles();
      bytes = mallinfo2().uordblks;
    }
  }
  EXPECT_EQ(seen.lines().size(), static_cast<size_t>(cycles));
  EXPECT_LE(OpenFiles(), files);
  EXPECT_LT(mallinfo2().uordblks, bytes + 64 * 1024);
}

}  // namespace
}  // namespace chunhui::devices
