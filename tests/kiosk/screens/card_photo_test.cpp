// The ID card under the camera: nothing is looked at before the yes, nothing is kept after.
#include "kiosk/devices/card_camera.h"

#include "tests/kiosk/screens/screen_fixture.h"

namespace chunhui::screens {
namespace {

using devices::CardAdvice;
using devices::CardSeen;
using visit::Place;

class CardPhotoTest : public tests::ScreenTest {
 protected:
  static Example Photo(std::vector<std::string> taps, CardSeen seen = {}) {
    Example example{"photo", Place::To(ScreenName::kCardPhoto), ExampleVisitor::kNobody,
                    std::move(taps)};
    example.seen = std::move(seen);
    return example;
  }

  static CardSeen Found() {
    return {CardSeen::State::kFound, CardAdvice::kNone, "110199194302280011"};
  }
};

TEST_F(CardPhotoTest, TheQuestionComesBeforeTheCamera) {
  Show(Photo({}, Found()));
  EXPECT_TRUE(Says("可以吗")) << Screen();
  EXPECT_TRUE(Says("照片不保存")) << Screen();
  EXPECT_NE(led_to().screen, ScreenName::kIsThisYou);
}

TEST_F(CardPhotoTest, NoLeadsToAnotherWayAndLooksAtNothing) {
  Show(Photo({"photo.no"}, Found()));
  EXPECT_EQ(led_to().screen, ScreenName::kWho);
}

TEST_F(CardPhotoTest, ANumberThatWasReadIsLookedUpAtOnce) {
  Example example = Photo({"photo.yes"}, Found());
  example.line = ExampleLineState::kSlow;
  Show(example);
  EXPECT_EQ(State(), "asking") << Screen();
}

TEST_F(CardPhotoTest, TheNumberItselfIsNeverShown) {
  Example example = Photo({"photo.yes"}, Found());
  example.line = ExampleLineState::kSlow;
  Show(example);
  EXPECT_FALSE(Says("110199")) << Screen();
}

TEST_F(CardPhotoTest, WhatWouldHelpIsSaid) {
  Show(Photo({"photo.yes"}, {CardSeen::State::kLooking, CardAdvice::kGlare, {}}));
  EXPECT_TRUE(Says("反光")) << Screen();
  Show(Photo({"photo.yes"}, {CardSeen::State::kLooking, CardAdvice::kUpsideDown, {}}));
  EXPECT_TRUE(Says("倒了")) << Screen();
}

TEST_F(CardPhotoTest, ABrokenCameraOffersOtherWaysAndAPerson) {
  Show(Photo({"photo.yes"}, {CardSeen::State::kBroken, CardAdvice::kNone, {}}));
  EXPECT_TRUE(Says("用不了")) << Screen();
  EXPECT_TRUE(Says("请人帮我")) << Screen();
}

TEST_F(CardPhotoTest, AnUnknownNumberLeadsToAPerson) {
  Example example = Photo({"photo.yes", "photo.help"}, Found());
  example.change = [](ExampleAnswers& answers, v1::StartVisitResponse&) {
    answers.Refuse(office::kRecognise, v1::REASON_NUMBER_UNKNOWN);
  };
  Show(example);
  EXPECT_EQ(led_to().screen, ScreenName::kHelp);
}

}  // namespace
}  // namespace chunhui::screens
