// What an operator can get wrong in a configuration, and what the office says about it.
#include "services/config.h"

#include <gtest/gtest.h>

#include <fstream>

#include "services/command_line.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::office {
namespace {

struct WrongFile {
  const char* text;
  const char* line;
  const char* says;  // must be in the answer
};

class ConfigTest : public ::testing::Test {
 protected:
  std::filesystem::path Write(const std::string& text) {
    const std::filesystem::path file = folder_.path() / "office.toml";
    std::ofstream(file) << text;
    return file;
  }
  std::variant<CommandLine, EarlyExit> Parse(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "chunhui-office");
    return ReadCommandLine(static_cast<int>(arguments.size()), arguments.data());
  }
  std::string WhyNot(std::vector<const char*> arguments) {
    const auto read = Parse(std::move(arguments));
    const auto* exit = std::get_if<EarlyExit>(&read);
    return exit && exit->code == ExitCode::kWrongUse ? exit->text : "";
  }

  tests::TemporaryFolder folder_;
};

TEST_F(ConfigTest, EveryWrongValueIsNamedWithFileLineKeyAndWhatIsAllowed) {
  const WrongFile wrong[] = {
      {"[listen]\nport = 70000\n", "line 2",
       "'listen.port' must be a whole number from 0 to 65535"},
      {"[listen]\nport = -1\n", "line 2", "listen.port"},
      {"[listen]\nport = \"7443\"\n", "line 2", "listen.port"},
      {"[listen]\nport = 74.5\n", "line 2", "listen.port"},
      {"[listen]\naddress = 1\n", "line 2", "'listen.address' must be an IP address"},
      {"[listen]\naddress = \"my-host\"\n", "line 2", "such as 127.0.0.1"},
      {"[data]\ndir = \"\"\n", "line 2", "'data.dir' must be a path, not empty"},
      {"[init]\nstation = \"North Hall\"\n", "line 2", "small letters, digits or '-'"},
      {"[data]\ndir = true\n", "line 2", "'data.dir' must be a path, not empty"},
      {"\n[database]\nread_connections = 0\n", "line 3", "from 1 to 64"},
      {"[limits]\npin_threads = 17\n", "line 2", "from 1 to 16"},
      {"[limits]\nstreams = 3\n", "line 2", "from 4 to 10000"},
      {"[log]\nlevel = \"loud\"\n", "line 2", "one of error, warning, info"},
      {"[log]\nlevel = []\n", "line 2", "log.level"},
      {"[listen]\nprot = 7443\n", "line 2", "unknown key 'listen.prot'"},
      {"[[listen]]\nport = 7443\n", "line 1", "'listen' must be a [section]"},
      {"port = 7443\n", "line 1", "unknown key 'port'"},
      {"listen = 7443\n", "line 1", "'listen' must be a [section]"},
      {"[listen\nport = 7443\n", "line 1", ""},
      {"[listen]\nport = 1\nport = 2\n", "line 3", ""},
  };
  for (const WrongFile& each : wrong) {
    Config config;
    const auto file = Write(each.text);
    const auto problem = ReadConfigFile(file, config);
    ASSERT_TRUE(problem) << each.text;
    EXPECT_NE(problem->find(file.string() + ", " + each.line), std::string::npos) << *problem;
    EXPECT_NE(problem->find(each.says), std::string::npos) << *problem;
  }
}

TEST_F(ConfigTest, AMissingFileIsNamed) {
  EXPECT_NE(WhyNot({"--config", "/nowhere/office.toml"}).find("/nowhere/office.toml"),
            std::string::npos);
}

TEST_F(ConfigTest, TheCommandLineWinsOverTheFile) {
  const auto file = Write("[listen]\nport = 1111\n[log]\nlevel = \"error\"\n").string();
  const auto read = Parse({"--config", file.c_str(), "--port", "2222"});
  ASSERT_TRUE(std::holds_alternative<CommandLine>(read));
  EXPECT_EQ(std::get<CommandLine>(read).config.port, 2222);
  EXPECT_EQ(std::get<CommandLine>(read).config.log_level, "error");
}

TEST_F(ConfigTest, WrongOptionsAreNamedWithWhatIsAllowed) {
  EXPECT_NE(WhyNot({"--port", "hello"}).find("'--port' must be a whole number from 0 to 65535"),
            std::string::npos);
  EXPECT_NE(WhyNot({"--port", "7443x"}).find("--port"), std::string::npos);
  EXPECT_NE(WhyNot({"--log-level", "loud"}).find("error, warning, info"), std::string::npos);
  EXPECT_NE(WhyNot({"--colour", "red"}).find("--colour"), std::string::npos);
  EXPECT_NE(WhyNot({"backup"}).find("DIR"), std::string::npos);
  EXPECT_NE(WhyNot({"init", "--station-name", "x"}).find("--admin"), std::string::npos);
}

TEST_F(ConfigTest, AFreePortForKiosksFreesTheOtherOneToo) {
  const auto both = Parse({"--port", "0"});
  EXPECT_EQ(std::get<CommandLine>(both).config.enrolment_port, 0);
  const auto one = Parse({"--port", "0", "--enrolment-port", "7777"});
  EXPECT_EQ(std::get<CommandLine>(one).config.enrolment_port, 7777);
}

TEST_F(ConfigTest, HelpExplainsEverySettingWithItsDefault) {
  const auto read = Parse({"--help"});
  const auto& help = std::get<EarlyExit>(read);
  EXPECT_EQ(help.code, ExitCode::kDone);
  for (const Setting& setting : Settings()) {
    EXPECT_NE(help.text.find(setting.flag), std::string::npos) << setting.flag;
    EXPECT_NE(help.text.find(std::string("[").append(setting.key).append("]")), std::string::npos);
    const std::string fallback = DefaultOf(setting);
    if (!fallback.empty()) {
      EXPECT_NE(help.text.find("default " + fallback), std::string::npos) << setting.flag;
    }
  }
}

}  // namespace
}  // namespace chunhui::office
