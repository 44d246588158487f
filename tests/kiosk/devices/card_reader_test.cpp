#include "kiosk/devices/card_reader.h"

#include <gtest/gtest.h>

#include <random>

namespace chunhui::devices {
namespace {

struct Meant {
  std::string card;
  std::string typed;
};

// Presses the keys with these gaps, then Enter after `enter_gap_ms`.
Meant Press(CardReader& reader, const std::string& keys, const std::vector<int64_t>& gaps_ms,
            int64_t enter_gap_ms) {
  Meant meant;
  int64_t now_ms = 1000;
  const auto take = [&meant](const KeysMeant& part) {
    meant.card += part.card;
    meant.typed += part.typed;
  };
  for (size_t i = 0; i < keys.size(); ++i) {
    if (i > 0) now_ms += gaps_ms[(i - 1) % gaps_ms.size()];
    take(reader.HandleTime(now_ms));
    take(reader.HandleKey(keys[i], now_ms));
  }
  take(reader.HandleTime(now_ms + enter_gap_ms));
  take(reader.HandleKey(kEnter, now_ms + enter_gap_ms));
  return meant;
}

TEST(KeyboardWedge, ABurstWithEnterIsACard) {
  KeyboardWedge reader;
  const Meant meant = Press(reader, "04A1B2C3", {8}, 10);
  EXPECT_EQ(meant.card, "04A1B2C3");
  EXPECT_EQ(meant.typed, "");
}

TEST(KeyboardWedge, OneSlowKeyInABurstIsForgiven) {
  KeyboardWedge reader;
  EXPECT_EQ(Press(reader, "04A1B2C3", {8, 8, 90, 8}, 10).card, "04A1B2C3");
}

TEST(KeyboardWedge, AHandTypesAndIsNotACard) {
  KeyboardWedge reader;
  const Meant meant = Press(reader, "13800000000", {140, 210, 95, 180}, 400);
  EXPECT_EQ(meant.card, "");
  EXPECT_EQ(meant.typed, "13800000000");
}

TEST(KeyboardWedge, FiveKeysAreTooFewForACard) {
  KeyboardWedge reader;
  EXPECT_EQ(Press(reader, "04A1B", {5}, 5).typed, "04A1B");
  EXPECT_EQ(Press(reader, "04A1B2", {5}, 5).card, "04A1B2");
}

TEST(KeyboardWedge, TheLimitsAreThoseOfTheRule) {
  KeyboardWedge reader;
  EXPECT_EQ(Press(reader, "04A1B2C3", {30}, 100).card, "04A1B2C3");
  EXPECT_EQ(Press(reader, "04A1B2C3", {31}, 100).typed, "04A1B2C3");
  EXPECT_EQ(Press(reader, "04A1B2C3", {30}, 101).typed, "04A1B2C3");
}

TEST(KeyboardWedge, TypedKeysAreHandedOnAsSoonAsNoCardCanComeOfThem) {
  KeyboardWedge reader;
  EXPECT_EQ(reader.HandleKey('7', 1000).typed, "");
  EXPECT_EQ(reader.wake_at_ms(), 1101);
  EXPECT_EQ(reader.HandleTime(1101).typed, "7");
  EXPECT_EQ(reader.wake_at_ms(), std::nullopt);
}

TEST(KeyboardWedge, ATextWithoutEndIsDropped) {
  KeyboardWedge reader;
  const Meant meant = Press(reader, std::string(kCodeLengthMax + 1, '7'), {5}, 5);
  EXPECT_EQ(meant.card, "");
  EXPECT_EQ(meant.typed, "");
  EXPECT_EQ(Press(reader, "04A1B2C3", {8}, 10).card, "04A1B2C3");
}

TEST(KeyboardWedge, HandsOfAllSpeedsAreNeverTakenForACard) {
  std::mt19937 random(20261122);
  std::lognormal_distribution<double> gap_ms(5.1, 0.45);  // median 164 ms, fast typists 60 ms
  KeyboardWedge reader;
  for (int round = 0; round < 2000; ++round) {
    std::vector<int64_t> gaps_ms;
    for (int i = 0; i < 10; ++i) gaps_ms.push_back(static_cast<int64_t>(gap_ms(random)));
    const auto meant = Press(reader, "13800000000", gaps_ms, 150);
    ASSERT_EQ(meant.card, "") << "round " << round;
    ASSERT_EQ(meant.typed, "13800000000") << "round " << round;
  }
}

TEST(TypedCards, ANumberTypedByHandIsACard) {
  TypedCards reader;
  EXPECT_EQ(Press(reader, "88001234", {300}, 2000).card, "88001234");
  EXPECT_EQ(Press(reader, "880", {300}, 2000).card, "");
}

}  // namespace
}  // namespace chunhui::devices
