#include "core/people/card.h"

namespace chunhui::people {
namespace {

TEST(Card, HoweverItIsReadItIsTheSameCard) {
  for (const char* card :
       {"04A2F3B1", "04a2f3b1", "04:A2:F3:B1", " 04 a2 f3 b1\n", "04-A2-F3-B1"}) {
    EXPECT_EQ(NormaliseCard(card), "04A2F3B1") << card;
  }
  EXPECT_EQ(NormaliseCard("６２１７ ００００ １１１１"), "621700001111");
}

TEST(Card, OtherTextsAreNoCards) {
  for (const std::string& card :
       {std::string(), std::string("123"), std::string(41, '1'), std::string(1'000'000, ' '),
        std::string("04A2_F3B1"), std::string("卡片卡片"), std::string("\xff\xff\xff\xff")}) {
    EXPECT_EQ(NormaliseCard(card), std::nullopt);
  }
}

}  // namespace
}  // namespace chunhui::people
