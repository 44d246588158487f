// Cards on a real pcscd with a virtual reader and our own card.
#include "kiosk/devices/readers/pcsc_reader.h"

#include <gtest/gtest.h>

#include "tests/kiosk/devices/readers/pcsc_service.h"
#include "tests/kiosk/devices/readers/seen.h"
#include "tests/kiosk/devices/readers/virtual_card.h"

namespace chunhui::devices {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using tests::CardContent;
using tests::VirtualCard;

class PcscReaderTest : public ::testing::Test {
 protected:
  OnShown Shown() {
    return [this](std::string line) { seen_.Put(std::move(line)); };
  }
  const ServiceCardFile file_ = *ReadServiceCardFile("D15600000501", "EF01");
  tests::PcscService service_;
  tests::Seen seen_;
};

TEST_F(PcscReaderTest, EveryKindOfCardIsReadAsItIsLaidDown) {
  const PcscReader reader({.service_card = file_}, Shown());
  {
    const VirtualCard card(service_.port(), {.uid = "\x04\xA1\xB2\xC3"});
    ASSERT_TRUE(seen_.Reaches(1));
  }
  std::this_thread::sleep_for(milliseconds(1200));  // pcscd looks twice a second
  {
    const VirtualCard card(service_.port(), {.uid = "\x04\xA1\xB2\xC3",
                                             .application = file_.application,
                                             .file = file_.file,
                                             .text = "NO=88001234;"});
    ASSERT_TRUE(seen_.Reaches(2));
  }
  std::this_thread::sleep_for(milliseconds(1200));
  const VirtualCard card(service_.port(),
                         {.social_number = "A12345678", .social_holder = "110199194302280011"});
  ASSERT_TRUE(seen_.Reaches(3));
  EXPECT_EQ(seen_.lines(),
            (std::vector<std::string>{"04A1B2C3", "88001234", "A12345678@110199194302280011"}));
}

TEST_F(PcscReaderTest, ACardThatAnswersGarbageIsCountedAndTheNextOneIsRead) {
  const PcscReader reader({.service_card = file_}, Shown());
  {
    const VirtualCard card(service_.port(), {.garbage = "\xDE\xAD\xBE\xEF"});
    for (int i = 0; i < 500 && reader.unreadable() == 0; ++i) {
      std::this_thread::sleep_for(milliseconds(20));
    }
    EXPECT_EQ(reader.unreadable(), 1);
  }
  std::this_thread::sleep_for(milliseconds(1200));
  const VirtualCard card(service_.port(), {.uid = "\x04\xA1\xB2\xC3"});
  EXPECT_TRUE(seen_.Reaches(1));
}

TEST_F(PcscReaderTest, ARestartOfTheServiceIsOvercome) {
  const PcscReader reader({.service_card = file_}, Shown());
  {
    const VirtualCard card(service_.port(), {.uid = "\x04\xA1\xB2\xC3"});
    ASSERT_TRUE(seen_.Reaches(1));
  }
  service_.Stop();
  service_.Start();
  const VirtualCard card(service_.port(), {.uid = "\x04\xA1\xB2\xC4"});
  ASSERT_TRUE(seen_.Reaches(2));
  EXPECT_EQ(seen_.lines()[1], "04A1B2C4");
}

TEST_F(PcscReaderTest, WithoutAServiceItWaitsAndStopsWhenItIsTold) {
  service_.Stop();
  {
    const PcscReader reader({.service_card = file_}, Shown());
    std::this_thread::sleep_for(milliseconds(100));
    EXPECT_EQ(reader.readers(), 0);
  }
  EXPECT_TRUE(seen_.lines().empty());
}

}  // namespace
}  // namespace chunhui::devices
