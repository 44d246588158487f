// Which characters a name written by finger is offered first.
#include "kiosk/screens/name_order.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace chunhui::screens {
namespace {

using Written = std::vector<devices::WrittenCharacter>;

// Forty characters as read from strokes, each half a nat less likely than the one before.
Written Read(const std::vector<std::string>& characters) {
  Written written;
  for (const std::string& character : characters) {
    written.push_back({character, -0.5 * static_cast<double>(written.size())});
  }
  return written;
}

// No usual surnames.
const std::vector<std::string> kLooksLike{"十", "土", "千", "不", "了", "下",
                                          "口", "天", "大", "火", "士", "翀"};

v1::GetNameCharactersResponse Station() {
  v1::GetNameCharactersResponse station;
  const auto add = [](auto* list, const char* character, int count) {
    auto* one = list->Add();
    one->set_character(character);
    one->set_count(count);
  };
  add(station.mutable_first(), "王", 32);
  add(station.mutable_first(), "翀", 1);
  add(station.mutable_further(), "兰", 64);
  add(station.mutable_further(), "翀", 1);
  return station;
}

size_t PlaceOf(const std::vector<std::string>& order, const std::string& character) {
  return static_cast<size_t>(std::find(order.begin(), order.end(), character) - order.begin());
}

TEST(NameOrder, ARarelyWrittenCharacterOfTheStationComesAmongTheFirstSix) {
  NameOrder order;
  EXPECT_GE(PlaceOf(order.Order(Read(kLooksLike), ""), "翀"), 10u);
  EXPECT_GE(PlaceOf(order.Order(Read(kLooksLike), "王"), "翀"), 10u);
  order.Learn(Station());
  EXPECT_LT(PlaceOf(order.Order(Read(kLooksLike), ""), "翀"), 6u);
  EXPECT_LT(PlaceOf(order.Order(Read(kLooksLike), "王"), "翀"), 6u);
}

TEST(NameOrder, UsualSurnamesComeFirstWithoutAStationToo) {
  const std::vector<std::string> expected{"王", "兰", "十", "土"};
  EXPECT_EQ(NameOrder().Order(Read({"十", "王", "土", "兰"}), ""), expected);
}

TEST(NameOrder, FurtherCharactersComeAsTheyWereReadWithoutAStation) {
  const std::vector<std::string> read{"十", "王", "土", "兰"};
  EXPECT_EQ(NameOrder().Order(Read(read), "王"), read);
}

TEST(NameOrder, ASurnameOfTwoCharactersGoesOn) {
  const std::vector<std::string> read{"阴", "肌", "阳"};
  EXPECT_EQ(NameOrder().Order(Read(read), "欧").front(), "阳");
  EXPECT_EQ(NameOrder().Order(Read(read), "王").front(), "阴");
  EXPECT_EQ(NameOrder().Order(Read(read), "王欧").front(), "阴");
}

TEST(NameOrder, WhatTheStrokesSayClearlyIsNotOverruled) {
  NameOrder order;
  order.Learn(Station());
  const Written clear{{"堃", 0}, {"王", -20}, {"兰", -20}};
  EXPECT_EQ(order.Order(clear, "").front(), "堃");
  EXPECT_EQ(order.Order(clear, "李").front(), "堃");
}

TEST(NameOrder, NothingIsLostAndNothingComesTwice) {
  NameOrder order;
  order.Learn(Station());
  std::vector<std::string> offered = order.Order(Read(kLooksLike), "");
  std::vector<std::string> read = kLooksLike;
  std::sort(offered.begin(), offered.end());
  std::sort(read.begin(), read.end());
  EXPECT_EQ(offered, read);
}

}  // namespace
}  // namespace chunhui::screens
