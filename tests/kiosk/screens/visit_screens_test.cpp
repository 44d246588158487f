// Beginning and ending a visit, help, events and the pension certification.
#include "tests/kiosk/screens/screen_fixture.h"

namespace chunhui::screens {
namespace {

using Answers = ExampleAnswers;
using VisitAnswer = v1::StartVisitResponse;
using visit::Place;

class ScreensTest : public tests::ScreenTest {
 protected:
  static std::vector<std::string> Typing(std::string_view digits) {
    std::vector<std::string> taps{"who.keypad"};
    for (const char digit : digits) taps.push_back(std::string("who.key.") + digit);
    taps.emplace_back("who.ok");
    return taps;
  }
};

TEST_F(ScreensTest, AShortNumberSaysHowManyDigitsAreMissing) {
  Show({"who", Place::To(ScreenName::kWho), ExampleVisitor::kNobody, Typing("1101991943022800")});
  EXPECT_TRUE(Says("号码少了2位")) << Screen();
}

TEST_F(ScreensTest, AWrongCheckDigitAsksToCompareTheNumber) {
  Show({"who", Place::To(ScreenName::kWho), ExampleVisitor::kNobody, Typing("110199194302280012")});
  EXPECT_TRUE(Says("有一位好像不对")) << Screen();
}

TEST_F(ScreensTest, AnImpossibleBirthdayPointsToTheMiddle) {
  Show({"who", Place::To(ScreenName::kWho), ExampleVisitor::kNobody, Typing("110199193702290011")});
  EXPECT_TRUE(Says("中间的生日")) << Screen();
}

TEST_F(ScreensTest, AnUnknownCardLeadsToHelp) {
  Example example{
      "who", Place::To(ScreenName::kWho), ExampleVisitor::kNobody, {"card", "who.call"}};
  example.change = [](Answers& answers, VisitAnswer&) {
    answers.Refuse(office::kRecognise, v1::REASON_CARD_UNKNOWN);
  };
  Show(example);
  EXPECT_EQ(led_to().screen, ScreenName::kHelp);
}

TEST_F(ScreensTest, NotMeAsksAgainWhoItIs) {
  Show({"you", Place::To(ScreenName::kIsThisYou), ExampleVisitor::kAsked, {"you.no"}});
  EXPECT_EQ(led_to().screen, ScreenName::kWho);
}

TEST_F(ScreensTest, AMemberWhoHasNotArrivedIsAskedOnTheWayHome) {
  Example example{"you", Place::To(ScreenName::kIsThisYou), ExampleVisitor::kAsked, {"you.yes"}};
  example.change = [](Answers& answers, VisitAnswer& visit) {
    visit.mutable_visitor()->set_present(false);
    answers.Set(office::kStartVisit, visit);
  };
  Show(example);
  EXPECT_EQ(led_to().screen, ScreenName::kArrival);
}

TEST_F(ScreensTest, HelpRingsBeforeAnybodyAnswers) {
  Example example{"help", Place::To(ScreenName::kHelp)};
  example.change = [](Answers& answers, VisitAnswer&) { answers.SilenceAll(); };
  Show(example);
  EXPECT_TRUE(rang());
  EXPECT_TRUE(Shows("help.urgent")) << Screen();
}

TEST_F(ScreensTest, SomebodyComesOnlyWhenTheCaseIsClaimed) {
  Show({"help", Place::To(ScreenName::kHelp)});
  EXPECT_FALSE(Says("正过来")) << Screen();
  Example example{"help", Place::To(ScreenName::kHelp)};
  example.change = [](Answers& answers, VisitAnswer&) {
    answers.Set(office::kOpenCase, ExampleCase(v1::CASE_KIND_HELP, v1::CASE_STATE_CLAIMED));
  };
  Show(example);
  EXPECT_TRUE(Says("李老师知道了，正过来")) << Screen();
}

TEST_F(ScreensTest, EmergencyShowsTheNumberAndTheAddressInLargeLetters) {
  Show({"help", Place::To(ScreenName::kHelp, "emergency")});
  EXPECT_TRUE(Says("120"));
  EXPECT_TRUE(Says("红枫路18号")) << Screen();
  EXPECT_TRUE(rang());
}

TEST_F(ScreensTest, FamilyIsOfferedOnlyToThoseWhoHaveOne) {
  const Place pension = Place::To(ScreenName::kPension);
  Show({"pension", pension, ExampleVisitor::kCard});
  EXPECT_TRUE(Shows("pension.family"));
  Example alone{"pension", pension, ExampleVisitor::kCard};
  alone.change = [](Answers&, VisitAnswer& visit) {
    visit.mutable_visitor()->set_has_family(false);
  };
  Show(alone);
  EXPECT_FALSE(Shows("pension.family")) << Screen();
}

TEST_F(ScreensTest, ParkingTheTicketFreesTheKiosk) {
  Example example{"pension",
                  Place::To(ScreenName::kPension),
                  ExampleVisitor::kCard,
                  {"pension.help", "pension.park"}};
  example.change = [](Answers& answers, VisitAnswer&) {
    answers.Set(office::kOpenCase, ExampleCase(v1::CASE_KIND_PENSION, v1::CASE_STATE_OPEN));
  };
  Show(example);
  EXPECT_EQ(led_to().way, Place::Way::kEnd);
}

TEST_F(ScreensTest, AFullEventAsksBeforeAnybodyWaits) {
  Show({"events",
        Place::To(ScreenName::kEvents),
        ExampleVisitor::kNobody,
        {"events.event.2", "events.join"}});
  EXPECT_EQ(State(), "confirm_wait") << Screen();
}

TEST_F(ScreensTest, AClashIsAskedAboutAndThenKept) {
  Example example{"events",
                  Place::To(ScreenName::kEvents),
                  ExampleVisitor::kCard,
                  {"events.event.1", "events.join", "events.yes"}};
  example.change = [](Answers& answers, VisitAnswer&) {
    answers.Refuse(office::kSignUp, v1::REASON_EVENT_CLASH);
  };
  Show(example);
  EXPECT_EQ(State(), "clash");
  EXPECT_TRUE(Shows("events.clash_no")) << Screen();
}

TEST_F(ScreensTest, GoodbyeTellsWhatWasDoneAndNamesNobody) {
  Place goodbye = Place::To(ScreenName::kGoodbye);
  goodbye.deeds = {visit::Deed::kMealBooked};
  Show({"goodbye", goodbye, ExampleVisitor::kCard});
  EXPECT_TRUE(Says("饭订好了")) << Screen();
  EXPECT_FALSE(Says("王")) << Screen();
}

}  // namespace
}  // namespace chunhui::screens
