// Nothing of a visitor is left after goodbye: not on the screen, not in the visit, not on the
// kiosk's disk, not in what it recorded.
#include <gtest/gtest.h>

#include "tests/support/every_file.h"
#include "tests/support/pilot.h"

namespace chunhui::tests {
namespace {

// What must not be found: parts of 王桂兰's name, numbers and card.
const std::vector<std::string> kSecrets{"王桂兰",   "王*兰",   kWangIdNumber,
                                        kWangPhone, kWangCard, "110199194403"};

TEST(Forget, NothingOfTheVisitorIsLeft) {
  SmallTown town;
  Pilot visitor(town);
  visitor.Shows(kWangCard);
  visitor.Taps("you.yes");
  visitor.Taps("arrival.came");
  const std::string token = visitor.app().visit().token();
  visitor.Taps("home.meals");
  visitor.Taps("meals.day.1");
  visitor.Taps("meals.dish.1");
  visitor.Taps("meals.yes");
  visitor.Taps("meals.home");
  visitor.Taps("home.pension");
  visitor.Taps("bar.bigger");
  visitor.Taps("bar.home");
  visitor.Taps("bar.done");
  visitor.Taps("leaving.stay");
  visitor.Taps("keep.yes");
  visitor.Taps("goodbye.ok");
  ASSERT_EQ(visitor.Where(), "idle") << visitor.Screen();

  const visit::Visit& visit = visitor.app().visit();
  EXPECT_EQ(visit.token() + visit.card() + visit.display_name(), "");
  EXPECT_EQ(visitor.record().text_step, kit::kDefaultTextStep);
  EXPECT_TRUE(visitor.office().known().cases.empty());
  const std::string disk = EveryFileOf(visitor.folder());
  ASSERT_FALSE(disk.empty());
  const std::string shown = kit::ToJson(visitor.record(), 0);
  for (const std::string& secret : kSecrets) {
    EXPECT_EQ(disk.find(secret), std::string::npos) << "on the disk: " << secret;
    EXPECT_EQ(shown.find(secret), std::string::npos) << "on the screen: " << secret;
  }
  EXPECT_EQ(disk.find(token), std::string::npos);
}

TEST(Forget, TheTokenOfAnEndedVisitIsWorthless) {
  SmallTown town;
  Pilot visitor(town);
  visitor.Shows(kLiCard);
  visitor.Taps("you.yes");
  const std::string token = visitor.app().visit().token();
  visitor.Taps("bar.done");
  visitor.Waits();
  visitor.office().SetVisit(token);
  const office::Guard guard;
  v1::Reason reason = v1::REASON_UNSPECIFIED;
  visitor.office().Ask(office::kListMealBookings, {}, guard,
                       [&](const auto& outcome) { reason = outcome.reason(); });
  EXPECT_TRUE(visitor.Soon([&] { return reason != v1::REASON_UNSPECIFIED; }));
  EXPECT_EQ(reason, v1::REASON_VISIT_ENDED);
}

TEST(Forget, AnAnswerThatComesAfterGoodbyeShowsNothing) {
  SmallTown town;
  Pilot visitor(town);
  visitor.Shows(kLiCard);
  visitor.Taps("you.yes");
  visitor.wire().LoseAnswers(office::kGetUsualMeal.name, 1'000'000);
  visitor.Taps("home.meals");
  visitor.Passes(std::chrono::seconds(151));
  EXPECT_EQ(visitor.Where(), "idle");
  visitor.wire().LoseAnswers(office::kGetUsualMeal.name, 0);
  EXPECT_TRUE(visitor.Soon([&] { return !visitor.office().away(); }));
  visitor.Waits();
  EXPECT_EQ(visitor.Where(), "idle");
  EXPECT_FALSE(visitor.app().visit().open());
}

}  // namespace
}  // namespace chunhui::tests
