// A sample of `./chunhui check senior`, and that a wrong booking does not go unseen.
#include <gtest/gtest.h>

#include "tests/senior/life.h"

namespace chunhui::tests {
namespace {

constexpr uint32_t kSeed = 79;

class EverySenior : public testing::TestWithParam<Journey> {};

TEST_P(EverySenior, FinishesOrIsHandedToAPerson) {
  const LifeCount count = LiveMany(GetParam(), 4, kSeed);
  EXPECT_EQ(count.finished + count.handed, count.runs);
  EXPECT_EQ(count.wrong, 0);
  if (HasFailure()) {
    for (const std::string& trouble : count.troubles) ADD_FAILURE() << trouble;
  }
}

INSTANTIATE_TEST_SUITE_P(Journeys, EverySenior, testing::ValuesIn(Journeys()),
                         [](const auto& named) { return named.param.name; });

Journey MealJourney() { return Journeys().front(); }

TEST(SeniorCheck, SeesABookingThatNobodyWanted) {
  Journey journey = MealJourney();
  journey.wanted = [](const Wish&) { return std::set<std::string>{"meal 别的菜"}; };
  const LifeCount count = LiveMany(journey, 1, kSeed);
  EXPECT_EQ(count.wrong, 1);
  EXPECT_EQ(count.finished, 0);
}

// Somebody else's card lies on the reader; `read_as` is what the senior takes for the own name.
int WrongWithAnothersCard(const std::string& read_as) {
  Journey journey = MealJourney();
  journey.next = [next = journey.next, read_as](const Look& look,
                                                Wish& wish) -> std::optional<Act> {
    wish.person.card = kLiCard;
    if (!read_as.empty()) wish.person.name = read_as;
    return next(look, wish);
  };
  return LiveMany(journey, 1, kSeed).wrong;
}

TEST(SeniorCheck, SeesABookingForSomebodyElse) { EXPECT_EQ(WrongWithAnothersCard("李德福"), 1); }

TEST(SeniorCheck, WhoReadsAnotherNameSaysNo) { EXPECT_EQ(WrongWithAnothersCard(""), 0); }

TEST(SeniorCheck, WhoeverIsLostIsHandedToAPerson) {
  Journey journey = MealJourney();
  journey.next = [](const Look& look, Wish&) -> std::optional<Act> {
    if (!look.At("home")) return std::nullopt;
    return Act{Act::Kind::kAsk};
  };
  const LifeCount count = LiveMany(journey, 1, kSeed);
  EXPECT_EQ(count.handed, 1);
  EXPECT_EQ(count.wrong, 0);
}

TEST(SeniorCheck, TheSameSeedLivesTheSameVisit) {
  const LifeCount one = LiveMany(MealJourney(), 2, kSeed);
  const LifeCount two = LiveMany(MealJourney(), 2, kSeed);
  EXPECT_EQ(one.presses_median, two.presses_median);
  EXPECT_EQ(one.seconds_median, two.seconds_median);
}

}  // namespace
}  // namespace chunhui::tests
