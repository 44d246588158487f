#include "kiosk/visit/visit.h"

#include <gtest/gtest.h>

#include <set>

namespace chunhui::visit {
namespace {

v1::StartVisitResponse Started() {
  v1::StartVisitResponse answer;
  answer.set_visit_token("a1b2c3");
  answer.mutable_visitor()->set_display_name("王*兰奶奶");
  answer.mutable_visitor()->set_assurance(v1::ASSURANCE_CARD);
  answer.mutable_visitor()->set_day_care_member(true);
  return answer;
}

TEST(Visit, NobodyIsKnownBeforeTheyHaveSaidThatIsMe) {
  Visit visit;
  visit.Offer({v1::Candidate()}, "04A1B2C3");
  EXPECT_FALSE(visit.open());
  EXPECT_FALSE(visit.AtLeast(v1::ASSURANCE_UNSPECIFIED));
  EXPECT_EQ(visit.candidates().size(), 1u);
}

TEST(Visit, BeginningKeepsTheCardAndDropsWhoItMightHaveBeen) {
  Visit visit;
  visit.Offer({v1::Candidate()}, "04A1B2C3");
  visit.Begin(Started());
  EXPECT_TRUE(visit.AtLeast(v1::ASSURANCE_CARD));
  EXPECT_FALSE(visit.AtLeast(v1::ASSURANCE_DOCUMENT));
  EXPECT_EQ(visit.card(), "04A1B2C3");
  EXPECT_TRUE(visit.candidates().empty());
}

TEST(Visit, EachDeedIsToldOnce) {
  Visit visit;
  visit.Did(Deed::kMealBooked);
  visit.Did(Deed::kEventSignedUp);
  visit.Did(Deed::kMealBooked);
  EXPECT_EQ(visit.deeds(), (std::vector{Deed::kMealBooked, Deed::kEventSignedUp}));
}

TEST(Visit, ForgettingLeavesNothing) {
  Visit visit;
  visit.Offer({}, "04A1B2C3");
  visit.Begin(Started());
  visit.Did(Deed::kArrived);
  visit.Forget();
  EXPECT_FALSE(visit.open());
  EXPECT_EQ(visit.token() + visit.card() + visit.display_name(), "");
  EXPECT_FALSE(visit.day_care_member());
  EXPECT_TRUE(visit.deeds().empty());
}

TEST(Visit, AnotherOfferForgetsTheOneBefore) {
  Visit visit;
  visit.Begin(Started());
  visit.Offer({v1::Candidate()}, "5566");
  EXPECT_FALSE(visit.open());
  EXPECT_EQ(visit.display_name(), "");
}

TEST(Place, WithoutAWayOnwardItLeadsHome) {
  const Place who = Place::To(ScreenName::kWho);
  EXPECT_EQ(who.Onward().screen, ScreenName::kHome);
  const Place asked = Place::IdentifyThen(Place::To(ScreenName::kMeals, "dish-1"));
  EXPECT_EQ(asked.screen, ScreenName::kWho);
  EXPECT_EQ(asked.Onward().screen, ScreenName::kMeals);
  EXPECT_EQ(asked.Onward().subject, "dish-1");
}

TEST(Place, EveryScreenHasANameOfItsOwn) {
  std::set<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(ScreenName::kOutOfOrder); ++i) {
    names.insert(NameOf(static_cast<ScreenName>(i)));
  }
  EXPECT_EQ(names.size(), static_cast<size_t>(ScreenName::kOutOfOrder) + 1);
  EXPECT_FALSE(names.contains(""));
}

}  // namespace
}  // namespace chunhui::visit
