// What chips answer, and what is made of it.
#include "kiosk/devices/readers/apdu.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "kiosk/devices/readers/pcsc_reader.h"
#include "tests/kiosk/devices/readers/virtual_card.h"

namespace chunhui::devices {
namespace {

using namespace std::string_view_literals;
using tests::CardContent;

ChipReading Read(const CardContent& content, const ServiceCardFile& file = {}) {
  tests::CardChip chip(content);
  return ReadChip([&](std::string_view command) { return chip.Answer(command); }, file);
}

const ServiceCardFile kFile = *ReadServiceCardFile("D15600000501", "EF01");

TEST(Apdu, AUidOfFourSevenOrTenBytesIsACard) {
  EXPECT_EQ(LineOf(Read({.uid = "\x04\xA1\xB2\xC3"})), "04A1B2C3");
  EXPECT_EQ(LineOf(Read({.uid = "\x04\xA1\xB2\xC3\xD4\xE5\x80"})), "04A1B2C3D4E580");
  EXPECT_EQ(LineOf(Read({.uid = std::string(10, '\x11')})), "11111111111111111111");
  EXPECT_EQ(LineOf(Read({.uid = "\x04\xA1"})), "");
}

TEST(Apdu, ARandomUidIsWorthNothing) { EXPECT_EQ(LineOf(Read({.uid = "\x08\xA1\xB2\xC3"})), ""); }

TEST(Apdu, TheFileOfAServiceCardTellsItsNumber) {
  CardContent card{.uid = "\x04\xA1\xB2\xC3", .application = kFile.application, .file = kFile.file};
  for (const auto& [text, number] : std::map<std::string, std::string>{
           {"\xBF\xA8\xBA\xC5=8800 1234", "88001234"},
           {"\xD0\xD5\xC3\xFB=XX;\xBF\xA8\xBA\xC5=88001234;END", "88001234"},
           {"NO=A0012;V=1", "A0012"},
           {"88001234\xFF\xFF\xFF", "88001234"},
           {"hello, world", ""},
           {"", ""}}) {
    card.text = text;
    const ChipReading reading = Read(card, kFile);
    EXPECT_EQ(reading.card_number, number) << text;
    EXPECT_EQ(LineOf(reading), number.empty() ? "04A1B2C3" : number);
  }
}

TEST(Apdu, ALongFileIsReadInPieces) {
  CardContent card{.application = kFile.application, .file = kFile.file};
  card.text.assign(700, ' ').append(";NO=88001234");
  EXPECT_EQ(Read(card, kFile).card_number, "88001234");
}

TEST(Apdu, ASocialSecurityCardTellsItsNumberAndItsHolders) {
  CardContent card;
  card.social_number = "A12345678";
  card.social_holder = "110199194302280011";
  EXPECT_EQ(LineOf(Read(card)), "A12345678@110199194302280011");
  card.social_holder = "110199194302280012";
  EXPECT_EQ(LineOf(Read(card)), "A12345678") << "a number that does not check is nobody's";
}

TEST(Apdu, FilesOfTheConfigurationAreHexOfTheRightLength) {
  EXPECT_TRUE(ReadServiceCardFile("d15600000501", ""));
  for (const auto& [application, file] :
       std::map<std::string, std::string>{{"", ""},
                                          {"D1560000", ""},
                                          {"D1560000050", ""},
                                          {"XX5600000501", ""},
                                          {"D15600000502", "EF"},
                                          {std::string(34, 'A'), ""}}) {
    EXPECT_FALSE(ReadServiceCardFile(application, file)) << application;
  }
}

TEST(Apdu, ACardThatGoesInTheMiddleLeavesNothing) {
  EXPECT_TRUE(ReadChip([](std::string_view) { return std::nullopt; }, kFile).empty());
  EXPECT_TRUE(ReadChip([](std::string_view) { return std::string("\x90"); }, kFile).empty());
}

TEST(Apdu, AnyAnswersAtAllAreSurvived) {
  std::mt19937 random(26);
  for (int round = 0; round < 5000; ++round) {
    const auto nonsense = [&](std::string_view) -> std::optional<std::string> {
      std::string bytes(random() % 300, '\0');
      for (char& byte : bytes) byte = static_cast<char>(random());
      if (random() % 2 == 0) bytes += "\x90\x00"sv;
      return bytes;
    };
    const std::string line = LineOf(ReadChip(nonsense, kFile));
    EXPECT_LE(line.size(), 60u);
  }
}

}  // namespace
}  // namespace chunhui::devices
