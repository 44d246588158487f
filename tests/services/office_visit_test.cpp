// Visits and sign-ins through the whole office: what a refusal leaves behind, what a repeat gets,
// what a restart forgets, and what lies in the database file.
#include <gtest/gtest.h>

#include <fstream>

#include "chunhui/v1/audit.pb.h"
#include "services/calls/answer.h"
#include "services/calls/wire.h"
#include "tests/support/small_town.h"

namespace chunhui {
namespace {

using calls::Answer;
using calls::Peer;

constexpr char kId[] = "3f0c8b52-7c0e-4c5f-9d31-0a9b6b1d2e4f";
constexpr char kOtherId[] = "3f0c8b52-7c0e-4c5f-9d31-0a9b6b1d2e50";

class OfficeVisitTest : public ::testing::Test {
 protected:
  template <typename Request>
  Answer Send(const std::string& method, Peer peer, const Request& request) {
    return town_.office().dispatcher().CallAndWait("/chunhui.v1." + method, std::move(peer),
                                                   request.SerializeAsString());
  }
  template <typename Response>
  static Response Must(const Answer& answer) {
    EXPECT_EQ(answer.code, calls::Code::kOk) << answer.message;
    Response response;
    EXPECT_TRUE(response.ParseFromString(answer.response));
    return response;
  }
  static v1::Reason ReasonOf(const Answer& answer) { return calls::DetailOf(answer).reason(); }

  Answer ByCard(const std::string& card) {
    v1::RecogniseRequest request;
    request.set_card(card);
    return Send("VisitService/Recognise", kiosk_, request);
  }
  Answer Start(const std::string& candidate, const std::string& request_id = kId) {
    v1::StartVisitRequest request;
    request.set_request_id(request_id);
    request.set_candidate_token(candidate);
    return Send("VisitService/StartVisit", kiosk_, request);
  }
  std::string VisitToken() {
    const auto found = Must<v1::RecogniseResponse>(ByCard(tests::kWangCard));
    return Must<v1::StartVisitResponse>(Start(found.candidates(0).token())).visit_token();
  }
  Answer Mark(Peer peer, const std::string& request_id = kOtherId) {
    v1::MarkAttendanceRequest request;
    request.set_request_id(request_id);
    request.set_arriving(true);
    return Send("VisitService/MarkAttendance", std::move(peer), request);
  }
  Answer SignIn(const std::string& pin) {
    v1::SignInRequest request;
    request.set_account("chen");
    request.set_pin(pin);
    return Send("StaffService/SignIn", kiosk_, request);
  }

  tests::SmallTown town_;
  const Peer kiosk_{tests::kHallKiosk};
};

TEST_F(OfficeVisitTest, RefusedTriesCountAndARestartForgivesNone) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(ReasonOf(ByCard("FFFF0000")), v1::REASON_CARD_UNKNOWN);
  town_.Restart();
  const Answer refused = ByCard(tests::kWangCard);
  EXPECT_EQ(refused.code, calls::Code::kResourceExhausted);
  EXPECT_EQ(ReasonOf(refused), v1::REASON_TOO_MANY_TRIES);
  EXPECT_EQ(calls::DetailOf(refused).retry_after_seconds(), 60);
}

TEST_F(OfficeVisitTest, ALockOutOutlivesARestartAndEnds) {
  v1::CreateAccountRequest create;
  create.mutable_account()->set_account("chen");
  create.mutable_account()->set_called("陈老师");
  create.mutable_account()->set_role(v1::ROLE_STAFF);
  create.mutable_account()->set_station_id(tests::kStation);
  create.set_pin("369258");
  town_.admin().Call<v1::CreateAccountResponse>("StaffService/CreateAccount", create);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(ReasonOf(SignIn("000000")), v1::REASON_WRONG_PIN);
  town_.Restart();
  EXPECT_EQ(ReasonOf(SignIn("369258")), v1::REASON_LOCKED_OUT);
  town_.clock().Advance(std::chrono::minutes(15));
  EXPECT_EQ(SignIn("369258").code, calls::Code::kOk);
}

TEST_F(OfficeVisitTest, ARepeatedStartIsTheSameVisit) {
  const auto found = Must<v1::RecogniseResponse>(ByCard(tests::kWangCard));
  const std::string candidate = found.candidates(0).token();
  const auto first = Must<v1::StartVisitResponse>(Start(candidate));
  const auto again = Must<v1::StartVisitResponse>(Start(candidate));
  EXPECT_EQ(first.visit_token(), again.visit_token());
  EXPECT_EQ(Mark({tests::kHallKiosk, "", first.visit_token()}).code, calls::Code::kOk);
}

TEST_F(OfficeVisitTest, AVisitIsWorthlessAtAnotherKioskAndAfterItsEnd) {
  const std::string token = VisitToken();
  EXPECT_EQ(ReasonOf(Mark({tests::kCanteenKiosk, "", token})), v1::REASON_VISIT_ENDED);
  v1::EndVisitRequest end;
  end.set_request_id("3f0c8b52-7c0e-4c5f-9d31-0a9b6b1d2e51");
  EXPECT_EQ(Send("VisitService/EndVisit", {tests::kHallKiosk, "", token}, end).code,
            calls::Code::kOk);
  EXPECT_EQ(ReasonOf(Mark({tests::kHallKiosk, "", token})), v1::REASON_VISIT_ENDED);
}

TEST_F(OfficeVisitTest, AJournalledArrivalOfAnEndedVisitIsTakenWithItsTime) {
  const std::string token = VisitToken();
  const time::Instant during = town_.clock().now() + std::chrono::minutes(1);
  town_.clock().Advance(std::chrono::hours(3 * 24));
  const auto marked =
      Must<v1::MarkAttendanceResponse>(Mark({tests::kHallKiosk, "", token, during}));
  EXPECT_EQ(calls::FromWire(marked.at()), during);
  town_.clock().Advance(std::chrono::hours(5 * 24));
  EXPECT_EQ(ReasonOf(Mark({tests::kHallKiosk, "", token, during},
                          "3f0c8b52-7c0e-4c5f-9d31-0a9b6b1d2e52")),
            v1::REASON_VISIT_ENDED);
}

TEST_F(OfficeVisitTest, NumbersAndTokensAreNowhereInTheDatabaseFile) {
  const std::string token = VisitToken();
  v1::RecogniseRequest by_phone;
  by_phone.set_phone(tests::kWangPhone);
  Must<v1::RecogniseResponse>(Send("VisitService/Recognise", kiosk_, by_phone));
  std::string bytes;
  for (const auto& entry : std::filesystem::directory_iterator(town_.folder())) {
    std::ifstream in(entry.path(), std::ios::binary);
    bytes.append(std::istreambuf_iterator<char>(in), {});
  }
  ASSERT_NE(bytes.find(tests::kWangCard), std::string::npos) << "the search itself must work";
  for (const std::string& secret :
       {std::string(tests::kWangIdNumber), std::string(tests::kWangPhone), token,
        std::string(tests::kStaffBadge), std::string(tests::kStaffPin)}) {
    EXPECT_EQ(bytes.find(secret), std::string::npos) << secret;
  }
}

TEST_F(OfficeVisitTest, TheAuditOfAllThisIsIntactAndTellsWhoAndWhom) {
  VisitToken();
  ByCard("FFFF0000");
  const auto verified = town_.admin().Call<v1::VerifyAuditResponse>("AuditService/VerifyAudit",
                                                                    v1::VerifyAuditRequest());
  EXPECT_TRUE(verified.intact());
  const auto listed =
      town_.admin().Call<v1::ListAuditResponse>("AuditService/ListAudit", v1::ListAuditRequest());
  ASSERT_GE(listed.rows_size(), 3);
  EXPECT_EQ(listed.rows(0).result(), "CARD_UNKNOWN");
  EXPECT_EQ(listed.rows(0).resident_id(), "");
  EXPECT_EQ(listed.rows(1).action(), "VisitService/StartVisit");
  EXPECT_EQ(listed.rows(1).actor(), "kiosk:hall-1");
  EXPECT_NE(listed.rows(1).resident_id(), "");
  EXPECT_EQ(listed.rows(2).action(), "VisitService/Recognise");
}

}  // namespace
}  // namespace chunhui
