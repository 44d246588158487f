// What every call shares, proven with two small methods of a test service.
#include <gtest/gtest.h>

#include <filesystem>
#include <future>
#include <thread>

#include "chunhui/v1/content.pb.h"
#include "chunhui/v1/visits.pb.h"
#include "core/secrets/keys.h"
#include "core/store/migrate.h"
#include "services/calls/dispatcher.h"
#include "services/calls/request_memory.h"
#include "services/calls/stations.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::calls {
namespace {

constexpr char kKiosk[] = "chunhui://station-1/kiosk/hall-1";
constexpr char kOtherKiosk[] = "chunhui://station-1/kiosk/hall-2";
constexpr char kId[] = "3f0c8b52-7c0e-4c5f-9d31-0a9b6b1d2e4f";

constexpr store::Migration kDeeds[] = {{1, "deeds", "CREATE TABLE deeds (what TEXT NOT NULL)"}};

// RecallNotice stands in for any write: its notice_id says what to do.
Outcome<v1::RecallNoticeResponse> Do(Call& call, const v1::RecallNoticeRequest& request) {
  call.db().Run("INSERT INTO deeds VALUES (?)", request.notice_id());
  call.Audit({.resident_id = "r-1", .subject = request.notice_id()});
  call.Publish({EventKind::kCase, "station-1", "", 0, request.notice_id()});
  if (request.notice_id() == "throw") throw std::runtime_error("broken on purpose");
  if (request.notice_id() == "refuse") return Refuse(v1::REASON_SOLD_OUT, "none left");
  return v1::RecallNoticeResponse{};
}

Outcome<v1::ListNoticesResponse> Look(Call& call, const v1::ListNoticesRequest&) {
  v1::ListNoticesResponse response;
  response.set_next_page_token(call.caller().Actor());
  return response;
}

Outcome<StreamPlan> Watch(Call& call, const v1::ListNoticesRequest&) {
  call.Audit({.resident_id = "r-1", .subject = "shown at the beginning"});
  StreamPlan plan;
  plan.first = {"first"};
  plan.wants = [](const Event& event) { return event.bytes != "unwanted"; };
  return plan;
}

MethodTable TestMethods() {
  MethodTable table;
  table.methods = {
      Write<v1::RecallNoticeRequest, v1::RecallNoticeResponse>("/t/Do", AnyDevice(), &Do),
      Write<v1::RecallNoticeRequest, v1::RecallNoticeResponse>("/t/AdminDo",
                                                               ByStaff({v1::ROLE_ADMIN}), &Do),
      Write<v1::RecallNoticeRequest, v1::RecallNoticeResponse>("/t/VisitorDo", OnVisit(), &Do),
      Read<v1::ListNoticesRequest, v1::ListNoticesResponse>("/t/Look", AnyDevice(), &Look)};
  table.streams = {Stream<v1::ListNoticesRequest>("/t/Watch", AnyDevice(), &Watch)};
  return table;
}

class DispatcherTest : public ::testing::Test {
 protected:
  DispatcherTest() : writer_(OpenMigrated()), readers_(file_, 2) {}

  store::Db OpenMigrated() {
    auto db = store::Db::OpenFile(file_);
    std::vector<store::Migration> all(std::begin(kDeeds), std::end(kDeeds));
    all.insert(all.end(), std::begin(kAuditMigrations), std::end(kAuditMigrations));
    all.insert(all.end(), std::begin(kRequestMigrations), std::end(kRequestMigrations));
    store::Migrate(db, all);
    return db;
  }

  Identities TestIdentities() {
    return {[](store::Db&, const Device& device) { return device.id == "revoked"; },
            [this](store::Db&, const std::string& hash, const Device&,
                   time::Instant) -> std::optional<Staff> {
              if (hash == vault_.TokenHash("admin"))
                return Staff{"ad", "Ad", v1::ROLE_ADMIN, "city"};
              if (hash == vault_.TokenHash("cook"))
                return Staff{"co", "Co", v1::ROLE_KITCHEN, "city"};
              return std::nullopt;
            },
            [this](store::Db&, const std::string& hash, const Device& device, auto,
                   time::Instant) -> std::optional<Visit> {
              if (hash != vault_.TokenHash("visit") || device.id != "hall-1") return std::nullopt;
              return Visit{"v-1", "r-1", v1::ASSURANCE_CARD, ""};
            }};
  }

  Answer Do(const std::string& what, const std::string& id = kId, Peer peer = {kKiosk},
            const std::string& method = "/t/Do") {
    v1::RecallNoticeRequest request;
    request.set_request_id(id);
    request.set_notice_id(what);
    return dispatcher_.CallAndWait(method, std::move(peer), request.SerializeAsString());
  }
  v1::Reason ReasonOf(const Answer& answer) { return DetailOf(answer).reason(); }
  int64_t Count(const std::string& what) {
    auto db = readers_.Borrow(std::chrono::seconds(1));
    auto query = (*db)->Prepare("SELECT count(*) FROM " + what);
    query.Step();
    return query.Int(0);
  }

  tests::TemporaryFolder folder_;
  std::filesystem::path file_ = folder_.path() / "office.db";
  secrets::FakeRandom random_{1};
  secrets::Keys keys_ = secrets::MakeKeys(random_);
  secrets::Vault vault_{keys_, random_};
  time::FakeClock clock_{time::FromUnixMs(1'800'000'000'000)};
  store::Writer writer_;
  store::ReadPool readers_;
  Publisher publisher_;
  WorkerPool slow_pool_{1, 64};
  std::vector<std::string> log_;
  Dispatcher dispatcher_{{writer_, readers_, publisher_, slow_pool_, clock_, vault_, random_,
                          TestIdentities(), [this](auto line) { log_.emplace_back(line); }},
                         TestMethods()};
};

TEST_F(DispatcherTest, ARepeatedRequestChangesNothingAndGetsTheStoredAnswer) {
  EXPECT_EQ(Do("once").code, Code::kOk);
  EXPECT_EQ(Do("once").code, Code::kOk);
  EXPECT_EQ(Do("once", kId, {kOtherKiosk}).code, Code::kOk);
  EXPECT_EQ(Count("deeds"), 1);
  EXPECT_EQ(Count("audit"), 1);
}

TEST_F(DispatcherTest, RefusalsAreRememberedToo) {
  EXPECT_EQ(ReasonOf(Do("refuse")), v1::REASON_SOLD_OUT);
  EXPECT_EQ(ReasonOf(Do("refuse")), v1::REASON_SOLD_OUT);
  EXPECT_EQ(Count("requests"), 1);
}

TEST_F(DispatcherTest, TheSameIdWithOtherContentIsRefused) {
  Do("once");
  const Answer answer = Do("something else");
  EXPECT_EQ(answer.code, Code::kInvalidArgument);
  EXPECT_EQ(ReasonOf(answer), v1::REASON_REQUEST_ID_REUSED);
  EXPECT_EQ(Count("deeds"), 1);
}

TEST_F(DispatcherTest, AnIdThatIsNoUuidIsRefused) {
  for (const char* id : {"", "1", "3f0c8b52-7c0e-4c5f-9d31-0a9b6b1d2e4", "'; DROP TABLE deeds"}) {
    const Answer answer = Do("once", id);
    EXPECT_EQ(answer.code, Code::kInvalidArgument) << id;
    EXPECT_EQ(DetailOf(answer).field(), "request_id");
  }
  EXPECT_EQ(Count("deeds"), 0);
}

TEST_F(DispatcherTest, ARefusedCallChangesNothingButLeavesItsAuditRow) {
  Do("refuse");
  EXPECT_EQ(Count("deeds"), 0);
  EXPECT_EQ(Count("audit WHERE result = 'SOLD_OUT' AND resident_id = 'r-1'"), 1);
}

TEST_F(DispatcherTest, AnErrorIsAnsweredWithAnIdAndLeavesNothing) {
  const Answer answer = Do("throw");
  EXPECT_EQ(answer.code, Code::kInternal);
  EXPECT_EQ(Count("deeds"), 0);
  EXPECT_EQ(Count("requests"), 0);
  ASSERT_EQ(log_.size(), 1u);
  EXPECT_NE(answer.message.find(log_[0].substr(9, 36)), std::string::npos);
}

TEST_F(DispatcherTest, TheAuditChainHoldsAcrossAnErrorBetweenOtherCalls) {
  Do("a", "00000000-0000-4000-8000-000000000001");
  Do("throw", "00000000-0000-4000-8000-000000000002");
  Do("b", "00000000-0000-4000-8000-000000000003");
  EXPECT_EQ(Count("audit"), 2);
  EXPECT_EQ(Count("audit WHERE row IN (1, 2)"), 2);
}

TEST_F(DispatcherTest, NobodyGetsInWithoutAValidCertificate) {
  for (const char* uri :
       {"", "chunhui://station-1/kiosk/revoked", "http://station-1/kiosk/hall-1",
        "chunhui://station-1/phone/x", "chunhui://station-1/kiosk/", "chunhui://../kiosk/a/b"}) {
    const Answer answer = Do("once", kId, {uri});
    EXPECT_EQ(answer.code, Code::kUnauthenticated) << uri;
    EXPECT_EQ(ReasonOf(answer), v1::REASON_NO_CERTIFICATE) << uri;
  }
  EXPECT_EQ(Count("deeds"), 0);
}

TEST_F(DispatcherTest, ARoleIsNeededWhereOneIsAskedFor) {
  EXPECT_EQ(ReasonOf(Do("x", kId, {kKiosk}, "/t/AdminDo")), v1::REASON_SESSION_ENDED);
  EXPECT_EQ(ReasonOf(Do("x", kId, {kKiosk, "cook"}, "/t/AdminDo")), v1::REASON_NOT_ALLOWED);
  EXPECT_EQ(Do("x", kId, {kKiosk, "admin"}, "/t/AdminDo").code, Code::kOk);
}

TEST_F(DispatcherTest, AVisitTokenIsWorthlessAtAnotherKiosk) {
  EXPECT_EQ(ReasonOf(Do("x", kId, {kOtherKiosk, "", "visit"}, "/t/VisitorDo")),
            v1::REASON_VISIT_ENDED);
  EXPECT_EQ(Do("x", kId, {kKiosk, "", "visit"}, "/t/VisitorDo").code, Code::kOk);
}

TEST_F(DispatcherTest, BytesThatAreNoRequestAreRefused) {
  for (const char* method : {"/t/Do", "/t/Look"}) {
    const Answer answer = dispatcher_.CallAndWait(method, {kKiosk}, "\xff\xff\xff");
    EXPECT_EQ(answer.code, Code::kInvalidArgument) << method;
  }
  EXPECT_EQ(dispatcher_.CallAndWait("/t/None", {kKiosk}, "").code, Code::kUnimplemented);
}

TEST_F(DispatcherTest, StoredAnswersCannotBeReadInTheDatabase) {
  Do("once");
  auto db = readers_.Borrow(std::chrono::seconds(1));
  auto query = (*db)->Prepare("SELECT response, request_id FROM requests");
  ASSERT_TRUE(query.Step());
  EXPECT_TRUE(vault_.OpenField(query.Blob(0), "requests.response:" + query.Text(1)).has_value());
  EXPECT_FALSE(vault_.OpenField(query.Blob(0), "requests.response:another").has_value());
}

TEST_F(DispatcherTest, OldAnswersAreForgotten) {
  Do("once");
  clock_.Advance(kRequestMemory + std::chrono::seconds(1));
  dispatcher_.RunAsOffice("prune", [&](Call& call) {
    EXPECT_FALSE(ForgetOldRequests(call.db(), call.now() - kRequestMemory));
  });
  EXPECT_EQ(Count("requests"), 0);
}

// Waits until the stream has a message or has closed.
std::optional<Bytes> Next(Subscription& stream) {
  for (int i = 0; i < 2000; ++i) {
    if (auto bytes = stream.Take()) return bytes;
    if (stream.closed()) return std::nullopt;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return std::nullopt;
}

TEST_F(DispatcherTest, AStreamGetsWhatItWantsAfterTheCommit) {
  auto opened = dispatcher_.OpenStream("/t/Watch", {kKiosk}, "");
  auto stream = std::get<std::shared_ptr<Subscription>>(opened);
  Do("refuse");
  Do("unwanted", "00000000-0000-4000-8000-000000000001");
  Do("news", "00000000-0000-4000-8000-000000000002");
  EXPECT_EQ(Next(*stream), "first");
  EXPECT_EQ(Next(*stream), "news");
}

TEST_F(DispatcherTest, WhatAStreamShowsOfAPersonIsInTheAuditBeforeItIsShown) {
  auto opened = dispatcher_.OpenStream("/t/Watch", {kKiosk}, "");
  ASSERT_TRUE(std::holds_alternative<std::shared_ptr<Subscription>>(opened));
  EXPECT_EQ(Count("audit WHERE resident_id = 'r-1' AND subject = 'shown at the beginning'"), 1);
}

TEST_F(DispatcherTest, AStreamThatIsNotReadIsClosedAndDoesNotGrow) {
  auto opened = dispatcher_.OpenStream("/t/Watch", {kKiosk}, "");
  auto stream = std::get<std::shared_ptr<Subscription>>(opened);
  for (size_t i = 0; i < kStreamQueueMax + 1; ++i) {
    publisher_.Post({{EventKind::kCase, "station-1", "", 0, "x"}});
  }
  for (int i = 0; i < 2000 && !stream->closed(); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  EXPECT_TRUE(stream->closed());
  EXPECT_EQ(stream->Take(), std::nullopt);
}

TEST_F(DispatcherTest, AStreamNeedsACertificateToo) {
  auto opened = dispatcher_.OpenStream("/t/Watch", {""}, "");
  EXPECT_EQ(ReasonOf(std::get<Answer>(opened)), v1::REASON_NO_CERTIFICATE);
}

TEST_F(DispatcherTest, SixtyFourCallersGetSixtyFourAnswers) {
  std::vector<std::thread> callers;
  for (int i = 0; i < 64; ++i) {
    callers.emplace_back([this, i] {
      char id[37];
      std::snprintf(id, sizeof id, "00000000-0000-4000-8000-%012d", i);
      EXPECT_EQ(Do("x", id).code, Code::kOk);
    });
  }
  for (auto& caller : callers) caller.join();
  EXPECT_EQ(Count("deeds"), 64);
  EXPECT_EQ(Count("audit"), 64);
}

}  // namespace
}  // namespace chunhui::calls
