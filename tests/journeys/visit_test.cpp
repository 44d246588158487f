// Whole visits, one for each of the four jobs, with the real screens and the real office.
#include <gtest/gtest.h>

#include "chunhui/v1/events.pb.h"
#include "tests/support/pilot.h"

namespace chunhui::tests {
namespace {

class Visit : public ::testing::Test {
 protected:
  void Arrive(Pilot& visitor, const std::string& card) {
    visitor.Shows(card);
    visitor.Taps("you.yes");
    if (visitor.Where() == "arrival") visitor.Taps("arrival.came");
    ASSERT_EQ(visitor.Where(), "home") << visitor.Screen();
  }
  void SayGoodbye(Pilot& visitor) {
    if (visitor.Where() != "home") visitor.Taps("bar.home");
    visitor.Taps("bar.done");
    if (visitor.Where() == "leaving") visitor.Taps("leaving.stay");
    EXPECT_EQ(visitor.Where(), "goodbye") << visitor.Screen();
    EXPECT_FALSE(visitor.app().visit().open());
  }

  SmallTown town_;
};

TEST_F(Visit, FromCardToKitchenInFiveTaps) {
  Pilot visitor(town_);
  visitor.Shows(kLiCard);
  visitor.Taps("you.yes");
  visitor.Taps("home.meals");
  visitor.Taps("meals.day.1");
  visitor.Taps("meals.dish.1");
  EXPECT_TRUE(visitor.Sees("清蒸鲈鱼")) << visitor.Screen();
  visitor.Taps("meals.yes");
  EXPECT_EQ(visitor.Where(), "meals.done") << visitor.Screen();
  EXPECT_EQ(town_.BookedTomorrow("清蒸鲈鱼"), 1);
  visitor.Taps("meals.undo");
  EXPECT_EQ(visitor.Where(), "meals.cancelled") << visitor.Screen();
  EXPECT_EQ(town_.BookedTomorrow("清蒸鲈鱼"), 0);
  visitor.Taps("meals.redo");
  EXPECT_EQ(visitor.Where(), "meals.done") << visitor.Screen();
  visitor.Taps("meals.home");
  visitor.Taps("home.mine");
  EXPECT_TRUE(visitor.Sees("清蒸鲈鱼")) << visitor.Screen();
  SayGoodbye(visitor);
}

TEST_F(Visit, TheLastPortionGoesToOneAndTheOtherIsOfferedSomethingElse) {
  Pilot hall(town_);
  Pilot canteen(town_, {.device_uri = kCanteenKiosk, .folder = town_.folder() / "canteen"});
  Arrive(hall, kLiCard);
  Arrive(canteen, kZhaoCard);
  for (Pilot* visitor : {&hall, &canteen}) {
    visitor->Taps("home.meals");
    visitor->Taps("meals.day.1");
    visitor->TapsText("红烧肉");
    ASSERT_EQ(visitor->Where(), "meals.confirm") << visitor->Screen();
  }
  hall.Taps("meals.yes");
  canteen.Taps("meals.yes");
  EXPECT_EQ(hall.Where(), "meals.done") << hall.Screen();
  EXPECT_EQ(canteen.Where(), "meals.trouble") << canteen.Screen();
  canteen.Taps("meals.others");
  EXPECT_TRUE(canteen.Sees("清蒸鲈鱼")) << canteen.Screen();
  EXPECT_EQ(town_.BookedTomorrow("红烧肉"), 1);
}

TEST_F(Visit, AFullEventHasAWaitingList) {
  Pilot first(town_);
  Pilot second(town_, {.device_uri = kCanteenKiosk, .folder = town_.folder() / "canteen"});
  for (Pilot* visitor : {&first, &second}) {
    Arrive(*visitor, visitor == &first ? kLiCard : kZhaoCard);
    visitor->Taps("home.events");
    visitor->TapsText("书法班");
    visitor->Taps("events.join");
    visitor->Taps("events.yes");
  }
  EXPECT_EQ(first.Where(), "events.done") << first.Screen();
  EXPECT_EQ(second.Where(), "events.waiting") << second.Screen();
  EXPECT_TRUE(second.Sees("第1位")) << second.Screen();
  SayGoodbye(first);
}

TEST_F(Visit, PensionHelpComesFromAPersonAndTheOutcomeIsTold) {
  Pilot visitor(town_);
  Arrive(visitor, kWangCard);
  visitor.Taps("home.pension");
  EXPECT_EQ(visitor.Where(), "pension.status") << visitor.Screen();
  visitor.Taps("pension.help");
  EXPECT_TRUE(visitor.Sees("1")) << visitor.Screen();
  const auto cases = town_.staff().Call<v1::ListCasesResponse>("AssistanceService/ListCases",
                                                               v1::ListCasesRequest());
  ASSERT_EQ(cases.cases_size(), 1);
  v1::ClaimCaseRequest claim;
  claim.set_case_id(cases.cases(0).case_id());
  town_.staff().Call<v1::ClaimCaseResponse>("AssistanceService/ClaimCase", claim);
  EXPECT_TRUE(visitor.SeesSoon("李老师")) << visitor.Screen();
  v1::CloseCaseRequest close;
  close.set_case_id(cases.cases(0).case_id());
  close.set_outcome(v1::CASE_OUTCOME_CERTIFIED);
  town_.staff().Call<v1::CloseCaseResponse>("AssistanceService/CloseCase", close);
  EXPECT_TRUE(visitor.IsSoonAt("pension.closed")) << visitor.Screen();
  EXPECT_TRUE(visitor.Sees("2027")) << "the next due date\n" << visitor.Screen();
  visitor.Taps("pension.home");
  SayGoodbye(visitor);
}

TEST_F(Visit, ANoticePublishedMeanwhileIsReadToTheEnd) {
  Pilot visitor(town_);
  Arrive(visitor, kLiCard);
  town_.Publish("包饺子", "周五下午一起包饺子，请带上围裙。");
  visitor.Taps("home.notices");
  ASSERT_TRUE(visitor.SeesSoon("包饺子")) << visitor.Screen();
  visitor.TapsText("包饺子");
  EXPECT_TRUE(visitor.Sees("请带上围裙")) << visitor.Screen();
  SayGoodbye(visitor);
}

TEST_F(Visit, InEnglishAndLyingAllFourJobsAreThereToo) {
  Pilot visitor(town_, {.panel = kit::kLandscapePanel});
  visitor.Taps("bar.language");
  Arrive(visitor, kLiCard);
  for (const char* job : {"home.meals", "home.events", "home.pension", "home.notices"}) {
    visitor.Taps(job);
    EXPECT_EQ(visitor.record().language, "en");
    visitor.Taps("bar.home");
    EXPECT_EQ(visitor.Where(), "home") << job;
  }
}

}  // namespace
}  // namespace chunhui::tests
