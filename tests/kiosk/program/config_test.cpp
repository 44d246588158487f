#include "kiosk/config.h"

#include <gtest/gtest.h>

#include <fstream>

#include "kiosk/glass.h"
#include "tests/support/temporary_folder.h"

namespace chunhui::kiosk {
namespace {

constexpr char kGood[] = R"(demo = true

[office]
address = "127.0.0.1:7443"
[tls]
authority = "ca.pem"
certificate = "/etc/chunhui/kiosk.pem"
key = "kiosk.key"
[data]
dir = "data"
[panel]
width_px = 1920
height_px = 1080
px_per_mm = 4.03
[screen]
language = "en"
theme = "contrast"
still = true
ask_later_seconds = 60
)";

class ConfigFile : public ::testing::Test {
 protected:
  Config Read(const std::string& text) {
    std::ofstream(file_) << text;
    return ReadConfig(file_);
  }
  // Why it is refused; empty when it is not.
  std::string Refusal(std::string text, const std::string& from, const std::string& to) {
    text.replace(text.find(from), from.size(), to);
    try {
      Read(text);
    } catch (const ConfigError& error) {
      return error.what();
    }
    return {};
  }

  tests::TemporaryFolder folder_;
  const std::filesystem::path file_ = folder_.path() / "kiosk.toml";
};

TEST_F(ConfigFile, SaysEverythingAboutOneKiosk) {
  const Config config = Read(kGood);
  EXPECT_EQ(config.office_address, "127.0.0.1:7443");
  EXPECT_EQ(config.authority_file, folder_.path() / "ca.pem");
  EXPECT_EQ(config.certificate_file, "/etc/chunhui/kiosk.pem");
  EXPECT_TRUE(config.panel.landscape());
  EXPECT_EQ(config.language, "en");
  EXPECT_EQ(config.theme, kit::ThemeName::kContrast);
  EXPECT_TRUE(config.still);
  EXPECT_EQ(config.ask_later_seconds, 60);
  EXPECT_TRUE(config.demo);
}

TEST_F(ConfigFile, EveryWrongValueIsNamedWithFileKeyAndWhatIsAllowed) {
  const struct {
    const char* from;
    const char* to;
    const char* key;
    const char* allowed;
  } kWrong[] = {
      {"width_px = 1920", "width_px = 0", "panel.width_px", "1 to 8192"},
      {"height_px = 1080", "height_px = \"tall\"", "panel.height_px", "1 to 8192"},
      {"px_per_mm = 4.03", "px_per_mm = 400", "panel.px_per_mm", "2 to 20"},
      {"\"en\"", "\"fr\"", "screen.language", "zh-CN or en"},
      {"\"contrast\"", "\"pink\"", "screen.theme", "warm, dark, contrast or quiet"},
      {"\"127.0.0.1:7443\"", "7443", "office.address", "host:port"},
      {"demo = true", "demo = 1", "demo", "true or false"},
  };
  for (const auto& wrong : kWrong) {
    const std::string why = Refusal(kGood, wrong.from, wrong.to);
    EXPECT_NE(why.find("kiosk.toml"), std::string::npos) << why;
    EXPECT_NE(why.find(wrong.key), std::string::npos) << why;
    EXPECT_NE(why.find(wrong.allowed), std::string::npos) << why;
  }
}

TEST_F(ConfigFile, UnknownAndMissingKeysAreNamed) {
  EXPECT_NE(Refusal(kGood, "width_px", "widht_px").find("panel.widht_px"), std::string::npos);
  EXPECT_NE(Refusal(kGood, "key = \"kiosk.key\"", "").find("tls.key"), std::string::npos);
  EXPECT_NE(Refusal(kGood, "[screen]", "[scren]").find("scren.ask_later"), std::string::npos);
}

TEST_F(ConfigFile, AMissingOrBrokenFileIsSaid) {
  EXPECT_THROW(ReadConfig(folder_.path() / "none.toml"), ConfigError);
  EXPECT_NE(Refusal(kGood, "[office]", "[office").find("line 3"), std::string::npos);
}

TEST_F(ConfigFile, WhatEnrolmentWritesCanBeRead) {
  WriteConfig(file_, "office.example:7443");
  const Config config = ReadConfig(file_);
  EXPECT_EQ(config.office_address, "office.example:7443");
  EXPECT_EQ(config.key_file, folder_.path() / "kiosk.key");
  EXPECT_FALSE(config.demo);
}

TEST_F(ConfigFile, SaysWhetherThePanelWasMeasured) {
  EXPECT_TRUE(Read(kGood).measured);
  std::string text = kGood;
  text.erase(text.find("px_per_mm"), sizeof("px_per_mm = 4.03"));
  EXPECT_FALSE(Read(text).measured);
}

TEST(Glass, WhatWasMeasuredIsKeptAndNonsenseIsNotRead) {
  const tests::TemporaryFolder folder;
  EXPECT_EQ(ReadPxPerMm(folder.path()), std::nullopt);
  EXPECT_TRUE(KeepPxPerMm(folder.path() / "kiosk", 5.5625F));
  EXPECT_FLOAT_EQ(ReadPxPerMm(folder.path() / "kiosk").value(), 5.5625F);
  for (const char* nonsense : {"", "wide", "0.5", "400"}) {
    std::ofstream(folder.path() / "panel.mm") << nonsense;
    EXPECT_EQ(ReadPxPerMm(folder.path()), std::nullopt) << nonsense;
  }
}

TEST(ConfigHelp, ExplainsReadersAndKeys) {
  const std::string help = ConfigHelp();
  for (const char* key : {"[readers] scanner", "[keys] choose", "[camera] device", "Space"}) {
    EXPECT_NE(help.find(key), std::string::npos) << key;
  }
}

TEST(OutOfUse, SurvivesARestartAndIsClearedByStaff) {
  const tests::TemporaryFolder folder;
  EXPECT_FALSE(ReadTakenOut(folder.path()));
  EXPECT_TRUE(KeepTakenOut(folder.path() / "kiosk", true));
  EXPECT_TRUE(ReadTakenOut(folder.path() / "kiosk"));
  EXPECT_TRUE(KeepTakenOut(folder.path() / "kiosk", false));
  EXPECT_FALSE(ReadTakenOut(folder.path() / "kiosk"));
}

}  // namespace
}  // namespace chunhui::kiosk
