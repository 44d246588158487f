// The kiosk's side of every call, against a real office in the same process: away and back, the
// journal, what is known.
#include "kiosk/office/client.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <iterator>

#include "core/store/db.h"
#include "tests/support/in_process_line.h"
#include "tests/support/small_town.h"

namespace chunhui::office {
namespace {

using std::chrono::milliseconds;
using tests::InProcessLine;
using tests::SmallTown;
using tests::Wire;

Pace TestPace() {
  Pace pace;
  pace.repeat_first = milliseconds(10);
  pace.repeat_max = milliseconds(50);
  pace.probe_every = milliseconds(10);
  pace.reopen_first = milliseconds(10);
  pace.reopen_max = milliseconds(50);
  return pace;
}

class ClientTest : public ::testing::Test {
 protected:
  ClientTest() { StartClient(); }

  void StartClient() {
    client_.reset();
    client_ = std::make_unique<Client>(Client::Parts{
        std::make_unique<InProcessLine>(town_.office().dispatcher(), tests::kHallKiosk, wire_),
        folder(), town_.clock(), town_.random(), [this] { Wake(); }, "test", TestPace()});
    client_->Start();
  }

  void Wake() {
    const std::lock_guard lock(mutex_);
    wake_.notify_all();
  }

  // Hands over what comes until the condition holds; false after five seconds.
  template <typename Condition>
  bool Soon(Condition condition) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(5);
    while (std::chrono::steady_clock::now() < end) {
      client_->Deliver();
      if (condition()) return true;
      std::unique_lock lock(mutex_);
      wake_.wait_for(lock, milliseconds(5));
    }
    return false;
  }

  // Asks and keeps what came last and how often.
  template <typename Response>
  struct Asked {
    std::optional<Outcome<Response>> last;
    int answers = 0;
    bool final() const { return last && !last->checking(); }
  };
  template <typename Request, typename Response>
  std::shared_ptr<Asked<Response>> Ask(const Method<Request, Response>& method,
                                       std::type_identity_t<Request> request) {
    auto asked = std::make_shared<Asked<Response>>();
    client_->Ask(method, std::move(request), guard_, [asked](const Outcome<Response>& outcome) {
      asked->last = outcome;
      ++asked->answers;
    });
    return asked;
  }
  template <typename Request, typename Response>
  Outcome<Response> AskAndWait(const Method<Request, Response>& method,
                               std::type_identity_t<Request> request) {
    auto asked = Ask(method, std::move(request));
    EXPECT_TRUE(Soon([&] { return asked->final(); })) << method.name;
    return asked->last.value_or(Outcome<Response>::Away());
  }

  void BeginVisit(const std::string& card = tests::kLiCard) {
    v1::RecogniseRequest recognise;
    recognise.set_card(card);
    const auto found = AskAndWait(kRecognise, recognise);
    v1::StartVisitRequest start;
    start.set_candidate_token(found.value().candidates(0).token());
    visit_token_ = AskAndWait(kStartVisit, start).value().visit_token();
    client_->SetVisit(visit_token_);
  }

  v1::BookMealRequest Bass() {
    EXPECT_TRUE(Soon([&] { return !client_->known().menu.empty(); }));
    v1::QuoteMealsRequest quote;
    *quote.mutable_date() = client_->known().menu[0].date();
    v1::BookMealRequest request;
    request.set_menu_dish_id(client_->known().menu[0].menu_dish_id());
    request.set_shown_pay_fen(AskAndWait(kQuoteMeals, quote).value().quotes(0).pay_fen());
    return request;
  }

  std::filesystem::path folder() const { return town_.folder() / "kiosk"; }
  std::string FileText(const std::string& name) const {
    std::ifstream stream(folder() / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }

  SmallTown town_;
  std::shared_ptr<Wire> wire_ = std::make_shared<Wire>();
  std::mutex mutex_;
  std::condition_variable wake_;
  Guard guard_;
  std::string visit_token_;
  std::unique_ptr<Client> client_;
};

TEST_F(ClientTest, LearnsByItselfWhatEverybodyMaySee) {
  ASSERT_TRUE(Soon([&] { return client_->known().events_at.has_value(); }));
  const Known& known = client_->known();
  EXPECT_EQ(known.station.name(), "红枫社区日间照料中心");
  EXPECT_EQ(known.menu.size(), 3u);
  EXPECT_EQ(known.events.size(), 1u);
  EXPECT_EQ(known.NoticesAt(town_.clock().now()).size(), 1u);
  EXPECT_EQ(known.menu_at, town_.clock().now());
}

TEST_F(ClientTest, ARefusalCarriesItsReason) {
  v1::RecogniseRequest request;
  request.set_card("99990000");
  const auto outcome = AskAndWait(kRecognise, request);
  EXPECT_TRUE(outcome.refused());
  EXPECT_EQ(outcome.reason(), v1::REASON_CARD_UNKNOWN);
}

TEST_F(ClientTest, AnAnswerForSomebodyWhoIsGoneIsDropped) {
  bool called = false;
  {
    const Guard gone;
    client_->Ask(kGetStation, {}, gone, [&](const auto&) { called = true; });
  }
  ASSERT_TRUE(Soon([&] { return client_->idle(); }));
  EXPECT_FALSE(called);
}

TEST_F(ClientTest, KnowsThatTheOfficeIsAwayAndThatItIsBack) {
  ASSERT_TRUE(Soon([&] { return client_->idle(); }));
  EXPECT_FALSE(client_->away());
  wire_->Cut();
  EXPECT_TRUE(Soon([&] { return client_->away(); }));
  wire_->Mend();
  EXPECT_TRUE(Soon([&] { return !client_->away(); }));
}

TEST_F(ClientTest, ABookingThatCannotBeSentIsRefusedAndForgotten) {
  BeginVisit();
  const auto request = Bass();
  wire_->Cut();
  ASSERT_TRUE(Soon([&] { return client_->away(); }));
  EXPECT_TRUE(AskAndWait(kBookMeal, request).away());
  EXPECT_EQ(client_->unanswered(), 0);
  wire_->Mend();
  ASSERT_TRUE(Soon([&] { return !client_->away() && client_->idle(); }));
  EXPECT_EQ(town_.BookedTomorrow(), 0);
}

TEST_F(ClientTest, ALostAnswerIsAskedForAgainAndBooksOnce) {
  BeginVisit();
  const auto request = Bass();
  wire_->LoseAnswers(kBookMeal.name, 1);
  auto asked = Ask(kBookMeal, request);
  ASSERT_TRUE(Soon([&] { return asked->final(); }));
  EXPECT_EQ(asked->answers, 2) << "first that it is being checked, then the answer";
  EXPECT_TRUE(asked->last->ok());
  EXPECT_EQ(town_.BookedTomorrow("清蒸鲈鱼"), 1);
  EXPECT_TRUE(Soon([&] { return client_->unanswered() == 0; }));
}

TEST_F(ClientTest, TenLostAnswersStillBookOnce) {
  BeginVisit();
  const auto request = Bass();
  wire_->LoseAnswers(kBookMeal.name, 10);
  auto asked = Ask(kBookMeal, request);
  ASSERT_TRUE(Soon([&] { return asked->final(); }));
  EXPECT_TRUE(asked->last->ok());
  EXPECT_EQ(town_.BookedTomorrow(), 1);
}

TEST_F(ClientTest, AnUnansweredWriteSurvivesARestartOfTheKiosk) {
  BeginVisit();
  const auto request = Bass();
  wire_->LoseAnswers(kBookMeal.name, 1'000'000);
  auto asked = Ask(kBookMeal, request);
  ASSERT_TRUE(Soon([&] { return asked->last && asked->last->checking(); }));
  StartClient();
  EXPECT_EQ(client_->unanswered(), 1);
  wire_->LoseAnswers(kBookMeal.name, 0);
  EXPECT_TRUE(Soon([&] { return client_->unanswered() == 0; }));
  EXPECT_EQ(town_.BookedTomorrow(), 1);
}

TEST_F(ClientTest, AWriteOfAVisitThatHasEndedIsStillAccepted) {
  BeginVisit();
  const auto request = Bass();
  wire_->DropCalls(kBookMeal.name);
  auto asked = Ask(kBookMeal, request);
  ASSERT_TRUE(Soon([&] { return asked->last.has_value(); }));
  ASSERT_TRUE(asked->last->checking());
  client_->Tell(kEndVisit, {});
  ASSERT_TRUE(Soon([&] { return client_->idle(); }));
  town_.clock().Advance(std::chrono::hours(2));
  wire_->DropCalls({});
  ASSERT_TRUE(Soon([&] { return asked->final(); }));
  EXPECT_TRUE(asked->last->ok()) << v1::Reason_Name(asked->last->reason());
  EXPECT_EQ(town_.BookedTomorrow(), 1);
}

TEST_F(ClientTest, ACallForHelpIsKeptWhileTheOfficeIsAway) {
  wire_->Cut();
  ASSERT_TRUE(Soon([&] { return client_->away(); }));
  v1::OpenCaseRequest request;
  request.set_kind(v1::CASE_KIND_HELP);
  request.set_reason(v1::CASE_REASON_ASKED_HELP);
  auto asked = Ask(kOpenCase, request);
  ASSERT_TRUE(Soon([&] { return asked->last.has_value(); }));
  EXPECT_TRUE(asked->last->checking());
  wire_->Mend();
  ASSERT_TRUE(Soon([&] { return asked->final(); }));
  EXPECT_EQ(asked->last->value().case_().state(), v1::CASE_STATE_OPEN);
}

TEST_F(ClientTest, TheFleetKnowsWhichVersionStandsInTheHall) {
  const auto version = [&] {
    const auto list = town_.admin().Call<v1::ListKiosksResponse>("FleetService/ListKiosks",
                                                                 v1::ListKiosksRequest());
    for (const v1::Kiosk& kiosk : list.kiosks()) {
      if (kiosk.kiosk_id() == "hall-1") return kiosk.version();
    }
    return std::string();
  };
  EXPECT_TRUE(Soon([&] { return version() == "test"; }));
}

TEST_F(ClientTest, HearsWhoHasClaimedItsCase) {
  v1::OpenCaseRequest request;
  request.set_kind(v1::CASE_KIND_HELP);
  request.set_reason(v1::CASE_REASON_ASKED_HELP);
  const std::string id = AskAndWait(kOpenCase, request).value().case_().case_id();
  v1::ClaimCaseRequest claim;
  claim.set_case_id(id);
  town_.staff().Call<v1::ClaimCaseResponse>("AssistanceService/ClaimCase", claim);
  ASSERT_TRUE(Soon([&] {
    const v1::Case* known = client_->known().FindCase(id);
    return known && known->state() == v1::CASE_STATE_CLAIMED;
  }));
  EXPECT_EQ(client_->known().FindCase(id)->claimed_by(), "李老师");
}

TEST_F(ClientTest, ANoticeComesAndGoesByItself) {
  const auto titles = [&] {
    std::string all;
    for (const auto& notice : client_->known().NoticesAt(town_.clock().now()))
      all += notice.title();
    return all;
  };
  ASSERT_TRUE(Soon([&] { return titles().find("停水") != std::string::npos; }));
  const std::string id = town_.Publish("包饺子", "周五下午一起包饺子。");
  EXPECT_TRUE(Soon([&] { return titles().find("包饺子") != std::string::npos; }));
  v1::RecallNoticeRequest recall;
  recall.set_notice_id(id);
  town_.admin().Call<v1::RecallNoticeResponse>("ContentService/RecallNotice", recall);
  EXPECT_TRUE(Soon([&] { return titles().find("包饺子") == std::string::npos; }));
}

TEST_F(ClientTest, WhatWasPublishedWhileTheKioskWasAwayComesWhenItIsBack) {
  ASSERT_TRUE(Soon([&] { return client_->idle(); }));
  wire_->Cut();
  ASSERT_TRUE(Soon([&] { return client_->away(); }));
  town_.Publish("包饺子", "周五下午一起包饺子。");
  wire_->Mend();
  EXPECT_TRUE(Soon([&] { return client_->known().NoticesAt(town_.clock().now()).size() == 2; }));
}

TEST_F(ClientTest, ANoticeThatIsOverIsNotShownByAKioskThatIsAway) {
  ASSERT_TRUE(Soon([&] { return client_->known().notices_at.has_value(); }));
  wire_->Cut();
  town_.clock().Advance(std::chrono::hours(24 * 8));
  EXPECT_TRUE(client_->known().NoticesAt(town_.clock().now()).empty());
}

TEST_F(ClientTest, AKioskThatStartsWithoutItsOfficeShowsWhatItKnew) {
  ASSERT_TRUE(Soon([&] { return client_->idle() && client_->known().events_at; }));
  const auto known_at = client_->known().menu_at;
  wire_->Cut();
  town_.clock().Advance(std::chrono::hours(3));
  StartClient();
  EXPECT_EQ(client_->known().menu.size(), 3u);
  EXPECT_EQ(client_->known().menu_at, known_at);
  EXPECT_EQ(client_->known().station.address(), "枫城市红枫路18号");
}

TEST_F(ClientTest, TheDiskHoldsNoTokenAndNoName) {
  BeginVisit(tests::kWangCard);
  const auto request = Bass();
  wire_->LoseAnswers(kBookMeal.name, 1'000'000);
  auto asked = Ask(kBookMeal, request);
  ASSERT_TRUE(Soon([&] { return asked->last && asked->last->checking(); }));
  const std::string disk = FileText("kiosk.db") + FileText("kiosk.db-wal");
  EXPECT_NE(disk.find("BookMeal"), std::string::npos);
  for (const std::string& secret :
       {visit_token_, std::string(tests::kWangCard), std::string(tests::kWangIdNumber),
        std::string("王桂兰"), std::string("王*")}) {
    EXPECT_EQ(disk.find(secret), std::string::npos) << secret;
  }
}

TEST_F(ClientTest, OnlyTheKioskMayReadItsFiles) {
  for (const char* name : {"kiosk.db", "kiosk.keys"}) {
    struct stat status {};
    ASSERT_EQ(stat((folder() / name).c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600) << name;
  }
}

TEST_F(ClientTest, AnOfficeThatRestartsIsFollowedOn) {
  ASSERT_TRUE(Soon([&] { return client_->idle(); }));
  client_.reset();  // the line points at the office that goes
  town_.Restart();
  StartClient();
  town_.Publish("包饺子", "周五下午一起包饺子。");
  EXPECT_TRUE(Soon([&] { return client_->known().NoticesAt(town_.clock().now()).size() == 2; }));
}

// A code is made anew by every call: only a repeat of the same call may give the same one.
TEST_F(ClientTest, ALostAnswerToStaffIsRepeatedUnderItsId) {
  v1::SignInRequest sign_in;
  sign_in.set_badge(tests::kStaffBadge);
  sign_in.set_pin(tests::kStaffPin);
  std::string session;
  client_->AskAsStaff({}, kSignIn, sign_in, guard_, [&](const auto& outcome) {
    if (outcome.ok()) session = outcome.value().session_token();
  });
  ASSERT_TRUE(Soon([&] { return !session.empty(); }));
  v1::SearchResidentsRequest search;
  search.set_name_prefix("王");
  search.set_reason("test");
  v1::IssueQrRequest issue;
  client_->AskAsStaff(session, kSearchResidents, search, guard_, [&](const auto& outcome) {
    if (outcome.ok()) issue.set_resident_id(outcome.value().residents(0).resident_id());
  });
  ASSERT_TRUE(Soon([&] { return !issue.resident_id().empty(); }));
  issue.set_request_id(client_->NewRequestId());
  issue.set_kind(v1::CARD_KIND_QR_PHONE);
  std::vector<std::string> codes;
  const auto keep = [&](const Outcome<v1::IssueQrResponse>& outcome) {
    codes.push_back(outcome.ok() ? outcome.value().card() : "");
  };
  wire_->LoseAnswers(kIssueQr.name, 1);
  for (size_t i = 1; i <= 3; ++i) {
    client_->AskAsStaff(session, kIssueQr, issue, guard_, keep);
    ASSERT_TRUE(Soon([&] { return codes.size() == i; }));
  }
  EXPECT_EQ(codes[0], "") << "lost";
  EXPECT_NE(codes[1], "");
  EXPECT_EQ(codes[2], codes[1]);
}

TEST_F(ClientTest, StaffGetTheirAnswerThoughTheVisitorHasGone) {
  bool staff_answered = false;
  bool visitor_answered = false;
  client_->AskAsStaff({}, kSignIn, {}, guard_, [&](const auto&) { staff_answered = true; });
  client_->Ask(kGetPreferences, {}, guard_, [&](const auto&) { visitor_answered = true; });
  client_->Forget();
  EXPECT_TRUE(Soon([&] { return staff_answered && client_->idle(); }));
  client_->Deliver();
  EXPECT_FALSE(visitor_answered);
}

}  // namespace
}  // namespace chunhui::office
