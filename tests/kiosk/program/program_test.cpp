// The kiosk's program as a process of its own, with an office of the demo town.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "tests/support/programs.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::tests {
namespace {

const RunningOffice& Office() {
  static const TemporaryFolder folder;
  static const RunningOffice office(folder.path() / "office");
  return office;
}

class KioskProgram : public ::testing::Test {
 protected:
  Ended Visit(const std::string& script, std::vector<std::string> more = {}) {
    std::ofstream(folder_.path() / "script") << script;
    std::vector<std::string> arguments{"--config", (office_.data() / "kiosk-hall-1.toml").string(),
                                       "--visit", (folder_.path() / "script").string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return RunProgram("chunhui-kiosk", arguments);
  }
  std::filesystem::path Path(const std::string& name) const { return folder_.path() / name; }

  TemporaryFolder folder_;
  const RunningOffice& office_ = Office();
};

TEST_F(KioskProgram, ReachesItsOfficeAndKnowsAVisitor) {
  const Ended ended = Visit(
      "wait text 红枫社区 within 10\n"
      "card 88000002\n"
      "wait screen is_this_you within 10\n"
      "tap you.yes\n"
      "wait screen home within 10\n"
      "tap bar.done\n"
      "wait screen goodbye within 10\n"
      "quit\n");
  EXPECT_EQ(ended.code, 0) << ended.out << ended.err;
}

TEST_F(KioskProgram, RecordsWhatItShowsInTheAgreedShape) {
  const Ended ended =
      Visit("wait screen idle within 10\ntap bar.bigger\ntap idle.start\nquit\n",
            {"--record", Path("record.jsonl").string(), "--shots", Path("shots").string()});
  ASSERT_EQ(ended.code, 0) << ended.out << ended.err;
  std::ifstream stream(Path("record.jsonl"));
  std::string last;
  int lines = 0;
  for (std::string line; std::getline(stream, line); ++lines) last = line;
  EXPECT_GE(lines, 3);
  const auto shown = nlohmann::json::parse(last);
  EXPECT_EQ(shown["screen"], "who");
  EXPECT_EQ(shown["text_step"], 2);
  EXPECT_EQ(shown["panel"]["width_px"], 1080);
  EXPECT_EQ(shown["items"].back()["id"], "bar.help");
  for (const char* key :
       {"role", "words", "box_mm", "em_mm", "text", "background", "enabled", "main"}) {
    EXPECT_TRUE(shown["items"][0].contains(key)) << key;
  }
  EXPECT_TRUE(std::filesystem::exists(Path("shots") / "who-card.png"));
}

TEST_F(KioskProgram, ACommandThatFailsIsSaidAndEndsBadly) {
  const Ended ended = Visit("wait screen goodbye within 0.1\nquit\n");
  EXPECT_EQ(ended.code, 1);
  EXPECT_EQ(ended.out.substr(0, 3), "no ") << ended.out;
}

TEST_F(KioskProgram, PlaysBackATraceAndSaysWhatIsWrongWithOne) {
  std::ofstream(Path("good")) << "chunhui-touch-trace 1 1080 1920 4.03 1\n"
                                 "0 FINGERDOWN 1 1 0.01 0.01\n90 FINGERUP 1 1 0.01 0.01\n";
  std::ofstream(Path("bad")) << "chunhui-touch-trace 1 1080 1920 4.03 1\nFINGERDOWN\n";
  std::ofstream(Path("other")) << "chunhui-touch-trace 1 800 600 4 1\n";
  const auto replay = [this](const std::string& name) {
    return Visit("wait screen idle within 10\nreplay " + Path(name).string() + "\nquit\n",
                 {"--panel", "portrait"});
  };
  EXPECT_EQ(replay("good").code, 0);
  EXPECT_NE(replay("bad").out.find("line 2: no event of a touch"), std::string::npos);
  EXPECT_NE(replay("other").out.find("of another panel"), std::string::npos);
  EXPECT_EQ(replay("none").code, 1);
}

TEST_F(KioskProgram, RecordsOnlyInTheDemoTown) {
  std::ifstream in(office_.data() / "kiosk-hall-1.toml");
  std::string config{std::istreambuf_iterator<char>(in), {}};
  config.erase(config.find("demo = true"), 11);
  std::ofstream(Path("kiosk.toml")) << config;
  for (const char* option : {"--record", "--touch-trace"}) {
    const Ended ended = RunProgram("chunhui-kiosk", {"--config", Path("kiosk.toml").string(),
                                                     option, Path("record").string()});
    EXPECT_EQ(ended.code, 2);
    EXPECT_NE(ended.err.find("demo"), std::string::npos) << ended.err;
  }
}

TEST_F(KioskProgram, WithoutItsCertificateItIsOutOfOrderWithACode) {
  std::ifstream in(office_.data() / "kiosk-hall-1.toml");
  std::string config{std::istreambuf_iterator<char>(in), {}};
  config.replace(config.find("kiosk-hall-1.pem"), 16, "no-such-file.pem");
  std::ofstream(Path("kiosk.toml")) << config;
  std::ofstream(Path("script")) << "wait text K-03 within 5\nquit\n";
  const Ended ended = RunProgram("chunhui-kiosk", {"--config", Path("kiosk.toml").string(),
                                                   "--visit", Path("script").string()});
  EXPECT_EQ(ended.code, 0) << ended.out << ended.err;
}

TEST_F(KioskProgram, ExplainsEveryOption) {
  const Ended ended = RunProgram("chunhui-kiosk", {"--help"});
  EXPECT_EQ(ended.code, 0);
  for (const char* option : {"--config", "--panel", "--window", "--record", "--shots",
                             "--touch-trace", "--visit", "--language", "--theme", "enrol"}) {
    EXPECT_NE(ended.out.find(option), std::string::npos) << option;
  }
}

}  // namespace
}  // namespace chunhui::tests
