// chunhui-desk and chunhui-office as people use them: real processes over mutual TLS.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>

#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>

#include "chunhui/v1/assistance.pb.h"
#include "services/desk/client.h"
#include "tests/support/programs.h"

namespace chunhui::tests {
namespace {

const Environment kLi = {"CHUNHUI_ACCOUNT=li", "CHUNHUI_PIN=246810"};
const Environment kAdmin = {"CHUNHUI_ACCOUNT=admin", "CHUNHUI_PIN=135790"};
const Environment kCook = {"CHUNHUI_ACCOUNT=chu", "CHUNHUI_PIN=246812"};

class DeskTest : public ::testing::Test {
 protected:
  // Somebody presses the help key at the kiosk in the hall; answers the number of the ticket.
  int CallForHelp() {
    const std::filesystem::path tls = office_.data() / "tls";
    desk::Client kiosk(
        {office_.address(), tls / "ca.pem", tls / "kiosk-hall-1.pem", tls / "kiosk-hall-1.key", {}},
        random_);
    v1::OpenCaseRequest request;
    request.set_kind(v1::CASE_KIND_HELP);
    request.set_reason(v1::CASE_REASON_ASKED_HELP);
    const auto answer = kiosk.Call<v1::OpenCaseResponse>("AssistanceService/OpenCase", request);
    const auto* opened = std::get_if<v1::OpenCaseResponse>(&answer);
    EXPECT_NE(opened, nullptr);
    return opened ? opened->case_().ticket_number() : 0;
  }
  std::filesystem::path Write(const std::string& name, const std::string& text) {
    std::ofstream(folder_.path() / name) << text;
    return folder_.path() / name;
  }

  TemporaryFolder folder_;
  secrets::SystemRandom random_;
  RunningOffice office_{folder_.path() / "office"};
};

TEST_F(DeskTest, ACallForHelpIsSeenClaimedAndClosedAtTheDesk) {
  const std::string ticket = std::to_string(CallForHelp());
  EXPECT_NE(office_.Desk({"cases"}, kLi).out.find("asked for help"), std::string::npos);
  EXPECT_EQ(office_.Desk({"close", ticket, "helped"}, kLi).code, 1)
      << "closed before it was claimed";
  EXPECT_NE(office_.Desk({"claim", ticket}, kLi).out.find("claimed by 李老师"), std::string::npos);
  EXPECT_EQ(office_.Desk({"close", ticket, "cured"}, kLi).code, 2)
      << "an unknown outcome was taken";
  EXPECT_NE(office_.Desk({"close", ticket, "帮好了"}, kLi).out.find("closed: helped"),
            std::string::npos);
  const auto cases = nlohmann::json::parse(office_.Desk({"cases", "--all", "--json"}, kLi).out);
  ASSERT_EQ(cases["cases"].size(), 1u);
  EXPECT_EQ(cases["cases"][0]["outcome"], "CASE_OUTCOME_HELPED");
}

TEST_F(DeskTest, TheWatchPrintsACaseWhenItIsOpened) {
  Environment environment = office_.DeskEnvironment();
  environment.insert(environment.end(), kLi.begin(), kLi.end());
  Process watch("chunhui-desk",
                {"--config", (office_.data() / "desk.toml").string(), "watch", "--seconds", "30"},
                environment);
  const int ticket = CallForHelp();
  EXPECT_TRUE(watch.WaitForLine("No. " + std::to_string(ticket) + "  help  hall-1")) << watch.err();
  watch.Signal(SIGINT);
  EXPECT_EQ(watch.Wait().code, 0);
}

TEST_F(DeskTest, TheWatchOutlivesAnOfficeThatRestarts) {
  Environment environment = office_.DeskEnvironment();
  environment.insert(environment.end(), kLi.begin(), kLi.end());
  const std::string port = office_.address().substr(office_.address().rfind(':') + 1);
  Process watch("chunhui-desk", {"--config", (office_.data() / "desk.toml").string(), "watch"},
                environment);
  const int first = CallForHelp();
  ASSERT_TRUE(watch.WaitForLine("No. " + std::to_string(first))) << watch.err();
  office_.process().Signal(SIGTERM);
  office_.process().Wait();
  ASSERT_TRUE(watch.WaitForLine("the office is away")) << watch.err();
  const Process again("chunhui-office",
                      {"--data", office_.data(), "--port", port, "--enrolment-port", "0"});
  EXPECT_TRUE(watch.WaitForLine("the office is back")) << watch.err() << again.err();
}

TEST_F(DeskTest, SeveralCommandsShareASessionUntilSignOut) {
  EXPECT_EQ(office_.Desk({"kitchen"}).code, 2) << "nobody was signed in";
  ASSERT_EQ(office_.Desk({"signin", "--account", "li"}, {"CHUNHUI_PIN=246810"}).code, 0);
  EXPECT_EQ(office_.Desk({"kitchen"}).code, 0);
  for (const auto& entry : std::filesystem::directory_iterator(office_.data())) {
    if (entry.path().extension() != ".session") continue;
    struct stat status {};
    ASSERT_EQ(stat(entry.path().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u);
  }
  EXPECT_EQ(office_.Desk({"signout"}).code, 0);
  EXPECT_EQ(office_.Desk({"kitchen"}).code, 2);
  EXPECT_EQ(office_.Desk({"signin", "--account", "li"}, {"CHUNHUI_PIN=000000"}).code, 1);
}

TEST_F(DeskTest, TheCardDeskFindsSomebodyAndLooksAfterTheirCards) {
  const auto found = nlohmann::json::parse(
      office_.Desk({"residents", "find", "wgl", "--reason", "忘带卡", "--json"}, kLi).out);
  ASSERT_GE(found["residents"].size(), 1u);
  const std::string id = found["residents"][0]["residentId"];
  EXPECT_EQ(office_.Desk({"card", "bind", id, "04A1B2C3", "--until", "2099-12-31"}, kLi).code, 0);
  EXPECT_EQ(
      office_.Desk({"card", "replace", id, "04A1B2C3", "04A1B2C4", "--reason", "坏了"}, kLi).code,
      0);
  const std::filesystem::path svg = folder_.path() / "card.svg";
  const auto code =
      nlohmann::json::parse(office_.Desk({"card", "qr", id, "--svg", svg, "--json"}, kLi).out);
  EXPECT_GT(std::filesystem::file_size(svg), 5000u);
  const std::string qr = code["card"];
  EXPECT_EQ(office_.Desk({"card", "block", qr, "--reason", "丢了"}, kLi).code, 0);
  const std::string list = office_.Desk({"card", "list", id, "--reason", "补卡"}, kLi).out;
  EXPECT_NE(list.find("04A1B2C4"), std::string::npos) << list;
  EXPECT_NE(list.find(qr), std::string::npos) << list;
  EXPECT_NE(list.find("blocked"), std::string::npos) << list;
  EXPECT_EQ(office_.Desk({"residents", "find", "wgl"}, kLi).code, 2) << "without a reason";
}

TEST_F(DeskTest, ANoticeIsPublishedListedAndRecalled) {
  const Ended published = office_.Desk({"notice", "publish", "--title", "停水通知", "--text",
                                        "明天上午九点到十一点停水。", "--json"},
                                       kAdmin);
  ASSERT_EQ(published.code, 0) << published.err;
  const std::string id = nlohmann::json::parse(published.out)["notice"]["noticeId"];
  EXPECT_NE(office_.Desk({"notice", "list"}, kAdmin).out.find("停水通知"), std::string::npos);
  EXPECT_EQ(office_.Desk({"notice", "recall", id}, kAdmin).code, 0);
  EXPECT_NE(office_.Desk({"notice", "list"}, kAdmin).out.find(id + "  recalled"),
            std::string::npos);
  EXPECT_EQ(office_.Desk({"notice", "recall", "nothing"}, kAdmin).code, 1);
}

TEST_F(DeskTest, AMenuIsImportedWholeOrNotAtAll) {
  const auto good = Write("good.csv", "日期,餐次,菜名,价格,份数\n2030-01-02,午餐,腊八粥,6,50\n");
  const auto bad = Write(
      "bad.csv", "日期,餐次,菜名,价格,份数\n2030-01-03,午餐,面,6,50\n2030-01-03,夜宵,饺,6,5\n");
  EXPECT_NE(office_.Desk({"menu", "import", good, "--dry-run"}, kCook).out.find("1 new"),
            std::string::npos);
  EXPECT_EQ(office_.Desk({"kitchen", "2030-01-02"}, kCook).out.find("腊八粥"), std::string::npos);
  EXPECT_EQ(office_.Desk({"menu", "import", good}, kCook).code, 0);
  EXPECT_NE(office_.Desk({"kitchen", "2030-01-02"}, kCook).out.find("腊八粥"), std::string::npos);
  const Ended refused = office_.Desk({"menu", "import", bad}, kCook);
  EXPECT_EQ(refused.code, 2);
  EXPECT_NE(refused.err.find("line 3, meal"), std::string::npos) << refused.err;
  EXPECT_EQ(office_.Desk({"kitchen", "2030-01-03"}, kCook).out.find("面"), std::string::npos);
}

TEST_F(DeskTest, ResidentsAreImportedRowByRowAndWrongRowsReported) {
  const auto file = Write("people.csv",
                          "编号,姓名,身份证号,站点\n"
                          "x-1,何秀英,11019919480719002X,hongfeng\n"
                          "x-2,何秀兰,110199194807190021,hongfeng\n"
                          "x-3,何建国,110199195010010014,nowhere\n");
  const Ended dry = office_.Desk({"residents", "import", file, "--dry-run"}, kAdmin);
  EXPECT_EQ(dry.code, 4);
  EXPECT_NE(dry.out.find("1 new"), std::string::npos) << dry.out;
  EXPECT_NE(dry.err.find("line 3, id_number"), std::string::npos) << dry.err;
  EXPECT_NE(dry.err.find("line 4, "), std::string::npos) << dry.err;
  EXPECT_EQ(dry.err.find("110199194807190021"), std::string::npos) << "a number is in the report";
  EXPECT_NE(office_.Desk({"residents", "import", file}, kAdmin).out.find("1 new"),
            std::string::npos);
  EXPECT_NE(office_.Desk({"residents", "import", file}, kAdmin).out.find("1 changed"),
            std::string::npos);
}

TEST_F(DeskTest, AKioskGetsATokenAndCanBeRevoked) {
  const Ended enrolled =
      office_.Desk({"kiosk", "enrol", "hall-9", "--place", "后门", "--json"}, kAdmin);
  ASSERT_EQ(enrolled.code, 0) << enrolled.err;
  EXPECT_EQ(nlohmann::json::parse(enrolled.out)["token"].get<std::string>().size(), 32u);
  EXPECT_EQ(office_.Desk({"kiosk", "revoke", "hall-1"}, kAdmin).code, 0);
  EXPECT_NE(office_.Desk({"kiosk", "list"}, kAdmin).out.find("revoked"), std::string::npos);
  EXPECT_EQ(office_.Desk({"kiosk", "enrol", "hall-8", "--place", "门"}, kCook).code, 1)
      << "a cook enrolled a kiosk";
}

TEST_F(DeskTest, TheAuditIsVerified) {
  const Ended verified = office_.Desk({"audit", "verify", "--json"}, kAdmin);
  EXPECT_EQ(verified.code, 0) << verified.err;
  EXPECT_EQ(nlohmann::json::parse(verified.out)["intact"], true);
}

TEST_F(DeskTest, AnOfficeThatIsAwayIsSaidSo) {
  ASSERT_EQ(office_.Desk({"signin"}, kLi).code, 0);
  office_.process().Signal(SIGTERM);
  office_.process().Wait();
  EXPECT_EQ(office_.Desk({"cases"}, kLi).code, 3);
}

TEST_F(DeskTest, WrongFilesAndOptionsAreSaidWithTheirName) {
  const auto config = Write("desk.toml", "[office]\nadress = \"x\"\n");
  const Ended wrong = RunProgram("chunhui-desk", {"--config", config, "cases"});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_NE(wrong.err.find("desk.toml: unknown key 'office.adress'"), std::string::npos);
  EXPECT_EQ(RunProgram("chunhui-desk", {"fly"}).code, 2);
  EXPECT_EQ(RunProgram("chunhui-desk", {"--help"}).code, 0);
}

TEST(OfficeProcess, SigtermEndsItWithinFiveSecondsWithOpenStreamsAndNothingLost) {
  TemporaryFolder folder;
  RunningOffice office(folder.path() / "office");
  Environment environment = office.DeskEnvironment();
  environment.insert(environment.end(), kLi.begin(), kLi.end());
  Process watch("chunhui-desk", {"--config", (office.data() / "desk.toml").string(), "watch"},
                environment);
  const auto began = std::chrono::steady_clock::now();
  office.process().Signal(SIGTERM);
  EXPECT_EQ(office.process().Wait().code, 0);
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(5));
  const RunningOffice again(office.data());
  EXPECT_EQ(again.Desk({"audit", "verify"}, kAdmin).code, 0);
}

TEST(OfficeProcess, ANewOfficeIsMadeStartedAndItsAdminSignsIn) {
  TemporaryFolder folder;
  const std::string data = (folder.path() / "office").string();
  const std::vector<std::string> init = {"init",      "--data",  data,
                                         "--station", "ping-an", "--station-name",
                                         "平安社区",  "--admin", "root"};
  EXPECT_EQ(RunProgram("chunhui-office", init, {"CHUNHUI_PIN=12"}).code, 2);
  ASSERT_EQ(RunProgram("chunhui-office", init, {"CHUNHUI_PIN=314159"}).code, 0);
  EXPECT_EQ(RunProgram("chunhui-office", init, {"CHUNHUI_PIN=314159"}).code, 3)
      << "overwrote an office";
  const RunningOffice office(data, false);
  const std::filesystem::path config = folder.path() / "desk.toml";
  std::ifstream made(data + "/desk.toml");
  std::string text{std::istreambuf_iterator<char>(made), {}};
  text.replace(text.find("localhost:7443"), 14, office.address());
  std::ofstream(config) << text;
  EXPECT_EQ(RunProgram("chunhui-desk", {"--config", config, "audit", "verify"},
                       {"XDG_RUNTIME_DIR=" + data, "CHUNHUI_ACCOUNT=root", "CHUNHUI_PIN=314159"})
                .code,
            0);
}

TEST(OfficeProcess, ARunningOfficeIsBackedUpAndRestoredByCommand) {
  TemporaryFolder folder;
  const RunningOffice office(folder.path() / "office");
  const std::string backup = folder.path() / "backup";
  const std::string restored = folder.path() / "restored";
  const Environment passphrase = {"CHUNHUI_BACKUP_PASSPHRASE=four quiet herons"};
  const std::vector<std::string> back = {"backup", backup, "--data", office.data()};
  EXPECT_EQ(RunProgram("chunhui-office", back).code, 2) << "backed up without a passphrase";
  ASSERT_EQ(RunProgram("chunhui-office", back, passphrase).code, 0);
  const std::vector<std::string> restore = {"restore", backup, "--data", restored};
  EXPECT_EQ(RunProgram("chunhui-office", restore, {"CHUNHUI_BACKUP_PASSPHRASE=other"}).code, 5);
  ASSERT_EQ(RunProgram("chunhui-office", restore, passphrase).code, 0);
  EXPECT_EQ(RunProgram("chunhui-office", restore, passphrase).code, 5) << "overwrote an office";
  EXPECT_NO_THROW(RunningOffice(restored, false));
}

TEST(OfficeProcess, WithoutBooksItDoesNotBeginEmptyOnes) {
  TemporaryFolder folder;
  const std::filesystem::path data = folder.path() / "office";
  { const RunningOffice office(data); }
  for (const char* name : {"office.db", "office.db-wal", "office.db-shm"}) {
    std::filesystem::remove(data / name);
  }
  const Ended refused = RunProgram("chunhui-office", {"--data", data, "--port", "0"});
  EXPECT_EQ(refused.code, 3);
  EXPECT_NE(refused.err.find("office.db is missing"), std::string::npos) << refused.err;
}

TEST(OfficeProcess, KeysThatOthersMayReadAreRefused) {
  TemporaryFolder folder;
  const std::filesystem::path data = folder.path() / "office";
  { const RunningOffice office(data); }
  std::filesystem::permissions(data / "keys", std::filesystem::perms::others_read,
                               std::filesystem::perm_options::add);
  const Ended refused = RunProgram("chunhui-office", {"--data", data, "--port", "0"});
  EXPECT_EQ(refused.code, 3);
  EXPECT_NE(refused.err.find("chmod 600"), std::string::npos) << refused.err;
}

TEST(OfficeProcess, ItsLogHoldsNoNumberOfAnybody) {
  TemporaryFolder folder;
  RunningOffice office(folder.path() / "office");
  office.Desk({"cases"}, kLi);
  office.process().Signal(SIGTERM);
  const Ended ended = office.process().Wait();
  for (const char* secret : {"110199194403050020", "15400000001", "王桂兰", "246810"}) {
    EXPECT_EQ((ended.err + ended.out).find(secret), std::string::npos) << secret;
  }
}

}  // namespace
}  // namespace chunhui::tests
