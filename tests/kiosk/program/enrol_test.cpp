// A new kiosk gets its certificate from a real office, once.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/programs.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::tests {
namespace {

class Enrolling : public ::testing::Test {
 protected:
  Enrolling() : office_(folder_.path() / "office") {
    const Ended made = office_.Desk(
        {"--account", "admin", "--json", "kiosk", "enrol", "hall-9", "--place", "新大厅"},
        {"CHUNHUI_PIN=135790"});
    EXPECT_EQ(made.code, 0) << made.out << made.err;
    const auto answer = nlohmann::json::parse(made.out);
    token_ = answer.at("token");
    fingerprint_ = answer.at("authorityFingerprint");
  }

  Ended Enrol(const std::string& token, const std::string& fingerprint, const std::string& folder) {
    return RunProgram(
        "chunhui-kiosk",
        {"enrol", "--token", token, "--fingerprint", fingerprint, "--office", office_.enrolment(),
         "--serve", office_.address(), "--dir", (folder_.path() / folder).string()});
  }

  TemporaryFolder folder_;
  RunningOffice office_;
  std::string token_;
  std::string fingerprint_;
};

TEST_F(Enrolling, AnEnrolledKioskReachesItsOfficeAndTheTokenIsSpent) {
  const Ended enrolled = Enrol(token_, fingerprint_, "kiosk");
  ASSERT_EQ(enrolled.code, 0) << enrolled.out << enrolled.err;
  const auto key = folder_.path() / "kiosk" / "kiosk.key";
  EXPECT_EQ(std::filesystem::status(key).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  // A new kiosk asks for a bank card on its glass first.
  std::ofstream(folder_.path() / "script")
      << "wait screen measure within 10\ntap measure.same\nwait text 红枫社区 within 10\nquit\n";
  const Ended visit =
      RunProgram("chunhui-kiosk", {"--config", (folder_.path() / "kiosk" / "kiosk.toml").string(),
                                   "--visit", (folder_.path() / "script").string()});
  EXPECT_EQ(visit.code, 0) << visit.out << visit.err;
  EXPECT_NE(Enrol(token_, fingerprint_, "again").code, 0);
}

TEST_F(Enrolling, AnotherFingerprintGetsNoToken) {
  std::string other = fingerprint_;
  other[0] = other[0] == '0' ? '1' : '0';
  EXPECT_NE(Enrol(token_, other, "kiosk").code, 0);
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "kiosk" / "kiosk.key"));
  EXPECT_EQ(Enrol(token_, fingerprint_, "kiosk").code, 0) << "the token was not spent";
}

TEST_F(Enrolling, AnUnknownTokenIsRefusedKindly) {
  const Ended ended = Enrol(std::string(32, '0'), fingerprint_, "kiosk");
  EXPECT_NE(ended.code, 0);
  EXPECT_NE(ended.err.find("ask for a new one"), std::string::npos) << ended.err;
}

}  // namespace
}  // namespace chunhui::tests
